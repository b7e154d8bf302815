/* SPDX-License-Identifier: MIT */
/* Included before all else: our locks beside glibc's, under names of their own; and, to see that
   ThreadSanitizer does look, without an order of memory that they rely on. */
#include <stdatomic.h>

#include "core/base.h"

/* No second names. */
#undef PTHIN_ALIAS
#define PTHIN_ALIAS(old, new) _Static_assert(1, "")
#undef PTHIN_OLD_NAME
#define PTHIN_OLD_NAME(old, id, symbol) _Static_assert(1, "")

#ifdef WITHOUT_ACQUIRE
#    define memory_order_acquire memory_order_relaxed
#endif
#ifdef WITHOUT_RELEASE
#    define memory_order_release memory_order_relaxed
#endif

#include "function_names.h" /* CMakeLists.txt makes it */
