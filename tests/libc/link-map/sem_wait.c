/* SPDX-License-Identifier: MIT */
/* Names no thread function; semaphores. */
#include <semaphore.h>
#include <time.h>

int main(void)
{
    struct timespec past = {1, 0};
    sem_t sem;

    return sem_init(&sem, 0, 1) || sem_wait(&sem) || sem_timedwait(&sem, &past) == 0;
}
