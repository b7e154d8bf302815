/* SPDX-License-Identifier: MIT */
/*
 * thrd_error if the request cannot be honoured: the thread is detached already (C11: undefined). It
 * cannot be joined either.
 */
#include "pthin-alone.h"

#include <threads.h>

int main(void)
{
    thrd_t thread = (thrd_t)alone_detached();

    CHECK_EQ(thrd_detach(thread), thrd_error);
    CHECK_EQ(thrd_join(thread, NULL), thrd_error);
    alone_detached_end();
    return 0;
}
