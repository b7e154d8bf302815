/* SPDX-License-Identifier: MIT */
/*
 * The one header by which the POSIX layer sees threads, their handles (thread_of), the tid of the
 * caller (host_self_tid) and the limits of this build (HOST_...). The host behind these is chosen
 * when the library is built: files of the POSIX layer name no host.
 */
#ifndef PTHIN_CORE_ENGINE_H
#define PTHIN_CORE_ENGINE_H

#include "thread.h"

#include "host/host.h"

#endif
