/* SPDX-License-Identifier: MIT */
#include <pthread.h>

#include "musl.h"
#include "own.h"

/* musl's leaves a request that came while cancellation was disabled to the next cancellation point,
   also if the type is asynchronous. */
PTHIN_EXPORT int pthread_setcancelstate(int new, int *old)
{
    int err = musl_own()->setcancelstate(new, old);
    if (err || new != PTHREAD_CANCEL_ENABLE || !musl_is_known)
        return err;
    if (musl_self()->cancel_async)
        pthread_testcancel();
    return 0;
}
