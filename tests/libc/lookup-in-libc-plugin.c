/* SPDX-License-Identifier: MIT */
/* Loaded with RTLD_DEEPBIND: finds the functions in the libraries that it was linked with. */
#define _GNU_SOURCE
#include "lookup-in-libc.h"

#define MEMBER(function) .function = function,
struct functions plugin_functions = {FUNCTIONS(MEMBER)};
