/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "core/base.h"

static _Thread_local int value;

PTHIN_EXPORT int *__errno_location(void)
{
    return &value;
}
