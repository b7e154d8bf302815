/* SPDX-License-Identifier: MIT */
/*
 * The static initialisers of glibc, PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP and the like, where the
 * header has them, make mutexes of those types.
 */
#include "test.h"

#ifdef PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP
static pthread_mutex_t recursive = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
#endif
#ifdef PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP
static pthread_mutex_t checking = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
#endif
#ifdef PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP
static pthread_mutex_t adaptive = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP;
#endif

int main(void)
{
    int any = 0;

#ifdef PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP
    CHECK_EQ(pthread_mutex_lock(&recursive), 0);
    CHECK_EQ(pthread_mutex_lock(&recursive), 0);
    CHECK_EQ(pthread_mutex_unlock(&recursive), 0);
    CHECK_EQ(pthread_mutex_unlock(&recursive), 0);
    CHECK_EQ(pthread_mutex_unlock(&recursive), EPERM);
    any = 1;
#endif
#ifdef PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP
    CHECK_EQ(pthread_mutex_lock(&checking), 0);
    CHECK_EQ(pthread_mutex_lock(&checking), EDEADLK);
    CHECK_EQ(pthread_mutex_unlock(&checking), 0);
    CHECK_EQ(pthread_mutex_unlock(&checking), EPERM);
    any = 1;
#endif
#ifdef PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP
    CHECK_EQ(pthread_mutex_lock(&adaptive), 0);
    CHECK_EQ(pthread_mutex_trylock(&adaptive), EBUSY);
    CHECK_EQ(pthread_mutex_unlock(&adaptive), 0);
    any = 1;
#endif
    if (!any)
        TEST_SKIP("this header has none of them");
    return 0;
}
