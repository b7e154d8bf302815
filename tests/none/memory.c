/* SPDX-License-Identifier: MIT */
/*
 * The memory functions that a program with no libc has: every small size and alignment, overlap in
 * both directions, and nothing outside is touched.
 */
#include "test.h"

enum { MOST = 80, SPACE = 256 };

static unsigned char from[SPACE], to[SPACE], want[SPACE];

static void fill(void)
{
    for (int i = 0; i < SPACE; i++) {
        from[i] = (unsigned char)(i * 7 + 1);
        to[i] = want[i] = (unsigned char)(200 - i);
    }
}

static void same(void)
{
    for (int i = 0; i < SPACE; i++)
        CHECK_EQ(to[i], want[i]);
}

static int sign(int n)
{
    return (n > 0) - (n < 0);
}

int main(void)
{
    void *(*volatile copy)(void *, const void *, size_t) = memcpy;
    void *(*volatile move)(void *, const void *, size_t) = memmove;
    void *(*volatile set)(void *, int, size_t) = memset;
    int (*volatile compare)(const void *, const void *, size_t) = memcmp;
    size_t (*volatile length)(const char *) = strlen;

    for (size_t size = 0; size <= MOST; size++)
        for (size_t a = 0; a < 9; a++)
            for (size_t b = 0; b < 9; b++) {
                fill();
                for (size_t i = 0; i < size; i++)
                    want[32 + a + i] = from[16 + b + i];
                CHECK(copy(to + 32 + a, from + 16 + b, size) == to + 32 + a);
                same();
                CHECK_EQ(compare(to + 32 + a, from + 16 + b, size), 0);

                fill();
                for (size_t i = 0; i < size; i++)
                    want[32 + a + i] = (unsigned char)(200 - (int)(32 + b + i));
                CHECK(move(to + 32 + a, to + 32 + b, size) == to + 32 + a); /* overlapping */
                same();
            }
    for (size_t size = 0; size <= MOST; size++)
        for (size_t a = 0; a < 9; a++) {
            fill();
            for (size_t i = 0; i < size; i++)
                want[32 + a + i] = 0xab;
            CHECK(set(to + 32 + a, 0x5500 + 0xab, size) == to + 32 + a);
            same();
            fill();
            for (size_t at = 0; at < size; at++) {
                memcpy(to, from, SPACE);
                to[a + at]++;
                CHECK_EQ(sign(compare(to + a, from + a, size)), to[a + at] > from[a + at] ? 1 : -1);
            }
            memset(to, 'x', SPACE);
            to[a + size] = '\0';
            CHECK_EQ(length((char *)to + a), size);
        }
    return 0;
}
