/* SPDX-License-Identifier: MIT */
/*
 * A program that is loaded anywhere puts its own addresses right before it uses them: single ones,
 * long rows, and rows with holes; and then what need not be written any more is read-only.
 */
#include "test.h"

#define ROW 200

static int targets[ROW];

#define FOUR(n)    &targets[n], &targets[(n) + 1], &targets[(n) + 2], &targets[(n) + 3]
#define TWENTY(n)  FOUR(n), FOUR((n) + 4), FOUR((n) + 8), FOUR((n) + 12), FOUR((n) + 16)
#define HUNDRED(n) TWENTY(n), TWENTY((n) + 20), TWENTY((n) + 40), TWENTY((n) + 60), TWENTY((n) + 80)

static int *row[ROW] = {HUNDRED(0), HUNDRED(100)};
static int *holes[ROW] = {[3] = targets, [70] = targets + 70, [71] = targets + 71, [199] = targets};
static int *alone = targets + 5;
/* Constant but for its address: .data.rel.ro */
static int *const constant[] = {targets + 1, targets + 2};

static void check(void)
{
    int *const *c = LAUNDER(&constant[0]);
    int **h = LAUNDER(&holes[0]), **r = LAUNDER(&row[0]);

    for (int i = 0; i < ROW; i++)
        CHECK_EQ(r[i], targets + i);
    for (int i = 0; i < ROW; i++)
        CHECK_EQ(h[i], i == 3 || i == 199 ? targets : i == 70 || i == 71 ? targets + i : NULL);
    CHECK_EQ(alone, targets + 5);
    CHECK_EQ(c[0], targets + 1);
    CHECK_EQ(c[1], targets + 2);
}

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1) {
        *LAUNDER((int **)&constant[0]) = NULL;
        return 0;
    }
    check();
    CHECK_EQ(test_run("write to a constant").signal, SIGSEGV);
    return 0;
}
