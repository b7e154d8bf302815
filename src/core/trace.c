/* SPDX-License-Identifier: MIT */
/* The lines of PTHIN_TRACE: one write each, no libc. */
#include "trace.h"

#include <stdarg.h>

#include "host/host.h"
#include "text.h"

struct line {
    size_t used;
    char text[200];
};

static void put(struct line *line, const char *s)
{
    while (*s && line->used < sizeof line->text)
        line->text[line->used++] = *s++;
}

static void put_number(struct line *line, unsigned long n, unsigned base)
{
    char digits[TEXT_DIGITS_MOST + 1];
    *text_append_number(digits, n, base) = '\0';
    put(line, digits);
}

static bool wanted(void)
{
    enum { UNKNOWN, NO, YES };
    static atomic_int answer; /* relaxed: racing first callers find the same */
    int a = atomic_load_explicit(&answer, memory_order_relaxed);
    if (a == UNKNOWN) {
        const char *value = host_environment("PTHIN_TRACE");
        a = value && value[0] == '1' ? YES : NO;
        atomic_store_explicit(&answer, a, memory_order_relaxed);
    }
    return a == YES;
}

void trace_line(const char *step, ...)
{
    struct line line = {0};
    const char *name;
    va_list values;
    if (!wanted())
        return;
    put(&line, "pthin[");
    put_number(&line, (unsigned long)sys_gettid(), 10);
    put(&line, "] ");
    put(&line, step);
    va_start(values, step);
    while ((name = va_arg(values, const char *)) != NULL) {
        bool hex = name[__builtin_strlen(name) - 1] == 'x';
        put(&line, " ");
        put(&line, name);
        put_number(&line, va_arg(values, unsigned long), hex ? 16 : 10);
    }
    va_end(values);
    put(&line, "\n");
    sys_write(2, line.text, line.used);
}
