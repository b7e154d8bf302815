/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_HOST_MUSL_LOAD_H
#define PTHIN_HOST_MUSL_LOAD_H

#include "core/base.h"

/* Between the two no thread is between the ring and its clone, and none is put into the ring. Not to be
   called by who creates a thread. stop returns what go is to be given. */
uint32_t creators_stop(void);
void creators_go(uint32_t number);

/* In the child of a fork: creators may go. */
void load_after_fork(void);

#endif
