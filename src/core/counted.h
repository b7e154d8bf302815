/* SPDX-License-Identifier: MIT */
/* Futex waits and wakes that keep the count of threads that want to run: see cpus.h. */
#ifndef PTHIN_CORE_COUNTED_H
#define PTHIN_CORE_COUNTED_H

#include "futex.h"

/* As futex_wait. */
long counted_wait(const _Atomic uint32_t *word, uint32_t expected, enum futex_scope scope,
                  const struct deadline *deadline, uint32_t bits);

/* As futex_wake. The word may be gone, as there. */
long counted_wake(const _Atomic uint32_t *word, int count, enum futex_scope scope, uint32_t bits);

#endif
