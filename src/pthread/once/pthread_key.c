/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>

#include "core/keys.h"

PTHIN_EXPORT int pthread_key_create(pthread_key_t *key, void (*destructor)(void *))
{
    return keys_create(key, destructor);
}
PTHIN_ALIAS(pthread_key_create, __pthread_key_create);

PTHIN_EXPORT int pthread_key_delete(pthread_key_t key)
{
    return keys_delete(key);
}
PTHIN_ALIAS(pthread_key_delete, __pthread_key_delete);

PTHIN_EXPORT_FAST void *pthread_getspecific(pthread_key_t key)
{
    return keys_get(key);
}
PTHIN_ALIAS(pthread_getspecific, __pthread_getspecific);

PTHIN_EXPORT_FAST int pthread_setspecific(pthread_key_t key, const void *value)
{
    return keys_set(key, (void *)value);
}
PTHIN_ALIAS(pthread_setspecific, __pthread_setspecific);
