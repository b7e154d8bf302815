/* SPDX-License-Identifier: MIT */
/* The headers of include/pthin compile alone and in any standard, as C and as C++, and every
 * function has the prototype that is written here and is in the library. */
#include <pthin/thread.h>
#include <pthin/signal.h>
#include <pthin/program.h>

typedef void end_function(void *);

/* name, result, parameters */
#define FUNCTIONS(F)                                                                               \
    F(pthin_thread_create, int,                                                                    \
      (pthin_thread **, pthin_thread_start *, void *const *, size_t, size_t, size_t))              \
    F(pthin_thread_join, int, (pthin_thread *, void **))                                           \
    F(pthin_thread_detach, int, (pthin_thread *))                                                  \
    F(pthin_thread_at_exit, int, (end_function *, void *))                                         \
    F(pthin_thread_current, pthin_thread *, (void))                                                \
    F(pthin_thread_current_id, int, (void))                                                        \
    F(pthin_thread_id, int, (pthin_thread *))                                                      \
    F(pthin_thread_stack, int, (pthin_thread *, void **, size_t *, size_t *))                      \
    F(pthin_thread_yield, void, (void))                                                            \
    F(pthin_thread_default_stack_size, size_t, (void))                                             \
    F(pthin_thread_default_guard_size, size_t, (void))                                             \
    F(pthin_thread_tls_address, void *, (size_t, size_t))                                          \
    F(pthin_program_at_exit, int, (end_function *, void *))                                        \
    F(pthin_program_exit, void, (int))                                                             \
    F(pthin_program_immediate_exit, void, (int))                                                   \
    F(pthin_program_trap, void, (void))                                                            \
    F(pthin_getauxval, uintptr_t, (unsigned long))                                                 \
    F(pthin_sigaction, int, (int, const struct pthin_sigaction *, struct pthin_sigaction *))       \
    NO_LIBC(F)

#ifdef __PTHIN_NO_LIBC
#    define NO_LIBC(F)                                                                             \
        F(pthin_thread_after_fork, void, (void))                                                   \
        F(pthin_program_start, void, (uintptr_t *, const void *))
#else
#    define NO_LIBC(F)
#endif

#define POINTER(name, result, parameters) result(*volatile name##_pointer) parameters = name;
FUNCTIONS(POINTER)

#define MISSING(name, result, parameters) +!name##_pointer

int main(void)
{
    return 0 FUNCTIONS(MISSING);
}
