/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_HOST_NONE_EXIT_H
#define PTHIN_HOST_NONE_EXIT_H

#include <stdint.h>

/* Sets the canary that ports without one in the TCB read. */
void stack_protector_init(uintptr_t canary);

#endif
