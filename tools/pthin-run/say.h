/* SPDX-License-Identifier: MIT */
/* What pthin-run says itself. */
#ifndef PTHIN_RUN_SAY_H
#define PTHIN_RUN_SAY_H

/* One line on stderr, made of these strings up to a NULL, at most 7; then the end with this status. */
_Noreturn void die(int status, ...) __attribute__((sentinel));

/* These exit statuses are the shell's, and those of env and nohup. */
#define STATUS_FAILED     1
#define STATUS_USAGE      2
#define STATUS_CANNOT_RUN 126
#define STATUS_NOT_FOUND  127

/* Text on stdout or stderr. */
void say(int fd, const char *text);

#endif
