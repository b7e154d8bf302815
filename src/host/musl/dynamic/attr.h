/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_HOST_MUSL_ATTR_H
#define PTHIN_HOST_MUSL_ATTR_H

#include <pthread.h>

/* An attribute object of musl's own with the values of one of ours. Of what musl's has no room for,
   affinity and mask, nothing. */
void own_attr(pthread_attr_t *own, const void *ours);

#endif
