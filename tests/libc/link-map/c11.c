/* SPDX-License-Identifier: MIT */
/* Only the C11 interface. */
#include <stddef.h>
#include <threads.h>

static once_flag once = ONCE_FLAG_INIT;
static mtx_t mutex;
static cnd_t cond;
static tss_t key;

static void init(void)
{
    mtx_init(&mutex, mtx_timed | mtx_recursive);
    cnd_init(&cond);
    tss_create(&key, NULL);
}

static int routine(void *arg)
{
    struct timespec past = {1, 0}, nap = {0, 1000};

    (void)arg;
    call_once(&once, init);
    thrd_yield();
    thrd_sleep(&nap, NULL);
    tss_set(key, &key);
    mtx_lock(&mutex);
    mtx_timedlock(&mutex, &past);
    mtx_unlock(&mutex);
    cnd_timedwait(&cond, &mutex, &past);
    cnd_signal(&cond);
    cnd_broadcast(&cond);
    mtx_unlock(&mutex);
    return tss_get(key) != &key;
}

int main(void)
{
    thrd_t thread;
    int result = 1;

    if (thrd_create(&thread, routine, NULL) || thrd_join(thread, &result))
        return 2;
    tss_delete(key);
    cnd_destroy(&cond);
    mtx_destroy(&mutex);
    return result;
}
