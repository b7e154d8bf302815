/* SPDX-License-Identifier: MIT */
/*
 * The named semaphores that this process has open. With it sem_open gives the same address if a
 * semaphore is opened again. A semaphore is known by its file and not by its name: after sem_unlink
 * the name may be another semaphore's.
 */
#ifndef PTHIN_PTHREAD_SEM_TABLE_H
#define PTHIN_PTHREAD_SEM_TABLE_H

#include "core/file.h"
#include "sem.h"

struct sem_entry {
    struct file_identity file;
    sem_t *sem;
    _Atomic uint32_t opens; /* how often it has been opened and not closed; 0: the entry is free */
};

/* The functions below are called between these two. */
void sem_table_lock(void);
void sem_table_unlock(void);

/* The entry, or NULL. */
struct sem_entry *sem_table_find_file(const struct file_identity *file);

/* A free entry. NULL: there is no memory for one. */
struct sem_entry *sem_table_free_entry(void);

/* Puts a semaphore that has been opened once into a free entry. */
void sem_table_set(struct sem_entry *entry, const struct file_identity *file, sem_t *sem);

/* Counts one more opening. False: there are too many. */
bool sem_table_open_again(struct sem_entry *entry);

/* Counts one opening less. After the last one the mapping is undone. False: no such semaphore. */
bool sem_table_close(sem_t *sem);

#endif
