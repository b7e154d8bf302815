/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_GLIBC_EXEC_STACK_H
#define PTHIN_GLIBC_EXEC_STACK_H

#include "core/thread.h"

/* Makes the stack of t, which is on the ring and about to be started, executable if some object
   asks for that; and everybody's, if none did before. */
void exec_stack_begin(struct thread *t);

#endif
