/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_HOST_MUSL_FORK_H
#define PTHIN_HOST_MUSL_FORK_H

/* As the library is loaded. */
void fork_prepare(void);

/* In the child, what belongs to dynamic programs alone. */
void fork_begin_anew(void);
/* The parts of it in cancel.c and notify.c. */
void cancel_after_fork(void);
void notify_after_fork(void);

#endif
