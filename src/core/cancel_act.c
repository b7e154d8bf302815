/* SPDX-License-Identifier: MIT */
/* By itself, because on the host none every thread looks there when it begins (create.c), also in
   programs that contain nothing else of cancellation. */
#include "cancel.h"

long (*_Atomic cancel_act)(void);
