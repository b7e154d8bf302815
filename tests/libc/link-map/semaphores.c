/* SPDX-License-Identifier: MIT */
/* Names no thread function; semaphores. */
#include <fcntl.h>
#include <semaphore.h>
#include <time.h>

static const char name[] = "/pthin-test-link-map";

int main(void)
{
    struct timespec past = {1, 0};
    sem_t sem, *named;

    if (sem_init(&sem, 0, 1) || sem_wait(&sem) || sem_timedwait(&sem, &past) == 0 ||
        sem_trywait(&sem) == 0 || sem_post(&sem) || sem_destroy(&sem))
        return 1;
    named = sem_open(name, O_CREAT, 0600, 1);
    return named == SEM_FAILED || sem_close(named) || sem_unlink(name);
}
