/* SPDX-License-Identifier: MIT */
#include "sem_table.h"

PTHIN_EXPORT int sem_close(sem_t *sem)
{
    sem_table_lock();
    bool closed = sem_table_close(sem);
    sem_table_unlock();
    return closed ? 0 : sem_fail(EINVAL);
}
