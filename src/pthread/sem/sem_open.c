/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <stdarg.h>

#include "core/syscalls.h"
#include "core/text.h"
#include "sem_table.h"

#define TEMPORARY_TRIES 100

/* Maps the semaphore in the file, or finds it mapped. 0 or -errno. */
static long open_file(int fd, sem_t **sem)
{
    struct file_identity file;
    uint64_t size;
    void *p;
    long r = file_identify(fd, &file, &size);
    if (r < 0)
        return r;
    if (size < sizeof(sem_t))
        return -EINVAL;
    struct sem_entry *e = sem_table_find_file(&file);
    if (e) {
        *sem = e->sem;
        return sem_table_open_again(e) ? 0 : -EMFILE;
    }
    e = sem_table_free_entry();
    if (!e)
        return -ENOMEM;
    r = file_map(fd, sizeof(sem_t), &p);
    if (r < 0)
        return r;
    /* Something else, or a semaphore of a library whose layout is another: see sem.h. */
    if (sem_of(p)->sharing != SEM_SHARED) {
        sys_unmap(p, sizeof(sem_t));
        return -EINVAL;
    }
    sem_table_set(e, &file, p);
    *sem = p;
    return 0;
}

static long open_existing(const struct sem_path *path, sem_t **sem)
{
    long fd = file_open(path->text);
    if (fd < 0)
        return fd;
    long r = open_file((int)fd, sem);
    file_close((int)fd);
    return r;
}

/* A new file beside those of semaphores, whose name is none of theirs. */
static long create_temporary(struct sem_path *path, unsigned mode)
{
    static const char prefix[] = SEM_DIRECTORY ".pthin-";
    struct ktime now;
    long r = -EEXIST;
    char *p = path->text;
    __builtin_memcpy(p, prefix, sizeof prefix - 1);
    p = text_append_number(p + sizeof prefix - 1, (unsigned)sys_getpid(), 10);
    *p++ = '-';
    /* Another process may have our id, in another namespace, or have had it and died here. */
    sys_clock_gettime(1, &now);
    for (unsigned long i = 0; r == -EEXIST && i < TEMPORARY_TRIES; i++) {
        *text_append_number(p, (unsigned long)now.nsec + i, 10) = '\0';
        r = file_create(path->text, mode);
    }
    return r == -EEXIST ? -EAGAIN : r;
}

/* The file gets its name when all else is done, so that whoever opens it finds a semaphore. */
static long create(const struct sem_path *path, unsigned mode, unsigned value, sem_t **sem)
{
    struct sem_path temporary;
    union {
        sem_t sem;
        struct sem inside;
    } content;
    long fd = create_temporary(&temporary, mode);
    if (fd < 0)
        return fd;
    __builtin_memset(&content, 0, sizeof content);
    content.inside.sharing = SEM_SHARED;
    atomic_store_explicit(&content.inside.word, value, memory_order_relaxed);
    long r = file_write_whole((int)fd, &content, sizeof content);
    if (r >= 0)
        r = open_file((int)fd, sem);
    if (r >= 0) {
        r = file_link(temporary.text, path->text);
        if (r < 0)
            sem_table_close(*sem);
    }
    file_unlink(temporary.text);
    file_close((int)fd);
    return r;
}

static long open_or_create(const struct sem_path *path, int flags, unsigned mode, unsigned value,
                           sem_t **sem)
{
    bool exclusive = (flags & O_CREAT) && (flags & O_EXCL);
    long r;
    do {
        r = exclusive ? -ENOENT : open_existing(path, sem);
        if (r == -ENOENT && (flags & O_CREAT))
            r = create(path, mode, value, sem);
        /* It has come to be since we looked: look again. */
    } while (r == -EEXIST && !exclusive);
    return r;
}

PTHIN_EXPORT sem_t *sem_open(const char *name, int flags, ...)
{
    struct sem_path path;
    unsigned mode = 0, value = 0;
    sem_t *sem = SEM_FAILED;
    if (flags & O_CREAT) {
        va_list args;
        va_start(args, flags);
        mode = va_arg(args, mode_t) & 0777;
        value = va_arg(args, unsigned);
        va_end(args);
    }
    long r = -sem_path_of(&path, name);
    if (r == 0 && value > VALUE_MOST)
        r = -EINVAL;
    if (r == 0) {
        sem_table_lock();
        r = open_or_create(&path, flags, mode, value, &sem);
        sem_table_unlock();
    }
    if (r < 0) {
        errno = (int)-r;
        return SEM_FAILED;
    }
    return sem;
}
