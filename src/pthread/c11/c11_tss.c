/* SPDX-License-Identifier: MIT */
#include "c11.h"

_Static_assert(sizeof(tss_t) == sizeof(pthread_key_t), "one handle");

PTHIN_EXPORT int tss_create(tss_t *key, tss_dtor_t destructor)
{
    return c11_result(pthread_key_create(key, destructor));
}

PTHIN_EXPORT void tss_delete(tss_t key)
{
    pthread_key_delete(key);
}

PTHIN_EXPORT int tss_set(tss_t key, void *value)
{
    return c11_result(pthread_setspecific(key, value));
}

PTHIN_EXPORT void *tss_get(tss_t key)
{
    return pthread_getspecific(key);
}
