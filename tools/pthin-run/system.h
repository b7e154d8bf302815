/* SPDX-License-Identifier: MIT */
/* The system calls that pthin-run makes. Each returns the kernel's value, or -errno. */
#ifndef PTHIN_RUN_SYSTEM_H
#define PTHIN_RUN_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* As much as the kernel takes for a path, with its NUL. */
#define PATH_SIZE 4096

enum file_type { FILE_ABSENT, FILE_REGULAR, FILE_FOLDER, FILE_OTHER };

struct file_status {
    enum file_type type;
    bool privileged; /* setuid or setgid */
    uint64_t device, inode;
};

/* Follows symbolic links. What cannot be looked at is absent. */
struct file_status file_status(const char *path);
/* Is it there? May it be executed? */
bool file_exists(const char *path);
bool file_executable(const char *path);

/* To be read. It is closed when another program is executed. */
long file_open(const char *path);
/* For lines at the end, made if it is not there. */
long file_open_append(const char *path);
void file_close(int fd);
/* At most size bytes from this offset. */
long file_read_at(int fd, uint64_t offset, void *to, size_t size);

long link_read(const char *path, char *to, size_t size);
/* The working directory. Its length with the NUL. */
long current_folder(char *to, size_t size);

/* Text in pieces, written by one call where the kernel takes all of it at once. */
struct piece {
    const void *text;
    size_t size;
};
void write_pieces(int fd, const struct piece *pieces, size_t count);

int process_id(void);
/* Comes back only with an error. */
long execute(const char *path, char *const *argv, char *const *environment);
_Noreturn void finish(int status);

/* What a program says that is given no arguments, on stdout and stderr: the first size bytes. Their
   number; 0 also if it cannot be started. */
size_t program_output(const char *path, char *const *environment, char *to, size_t size);

#endif
