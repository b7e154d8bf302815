/* SPDX-License-Identifier: MIT */
/*
 * What the POSIX layer sees of the engine: threads and their handles, the tid of the caller, and
 * the limits of this build. It includes neither host nor port headers itself.
 */
#ifndef PTHIN_CORE_ENGINE_H
#define PTHIN_CORE_ENGINE_H

#include "thread.h"

#include "host/host.h"

#endif
