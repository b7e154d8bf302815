/* SPDX-License-Identifier: MIT */
/*
 * The named semaphores that this process has open, so that opening one again gives the same
 * address. A semaphore is known by its file, not by its name: after sem_unlink the name may be
 * another's.
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

/* Everything below is done between these two. */
void sem_table_lock(void);
void sem_table_unlock(void);

/* The entry, or NULL. */
struct sem_entry *sem_table_find_file(const struct file_identity *file);

/* A free entry, of which there is always one to be had unless there is no memory: NULL. */
struct sem_entry *sem_table_free_entry(void);

/* Makes a free entry one of a semaphore that was opened once. */
void sem_table_set(struct sem_entry *entry, const struct file_identity *file, sem_t *sem);

/* False: too often. */
bool sem_table_open_again(struct sem_entry *entry);

/* Undoes an opening, and the last one's mapping. False: no such semaphore. */
bool sem_table_close(sem_t *sem);

#endif
