/* SPDX-License-Identifier: MIT */
/*
 * thrd_error when there are no more keys; a deleted one can be had again, with NULL everywhere.
 */
#include "test.h"

#include <threads.h>

enum { MOST = 5000 };

int main(void)
{
    static tss_t keys[MOST];
    int n = 0;

    while (n < MOST && tss_create(&keys[n], NULL) == thrd_success) {
        CHECK(tss_get(keys[n]) == NULL);
        CHECK_EQ(tss_set(keys[n], &keys[n]), thrd_success);
        n++;
    }
    CHECK(n >= 100 && n < MOST);
    CHECK_EQ(tss_create(&keys[n], NULL), thrd_error);
    for (int i = 0; i < n; i++)
        CHECK(tss_get(keys[i]) == &keys[i]);
    tss_delete(keys[n / 2]);
    CHECK_EQ(tss_create(&keys[n / 2], NULL), thrd_success);
    CHECK(tss_get(keys[n / 2]) == NULL);
    return 0;
}
