/* SPDX-License-Identifier: MIT */
/*
 * uselocale sets the locale of one thread; a new thread starts with the global locale, whatever its
 * creator uses, and whatever the thread used whose memory it gets.
 */
#include "test.h"

#include <langinfo.h>
#include <locale.h>

static locale_t utf8;

static void *routine(void *arg)
{
    CHECK(uselocale(NULL) == LC_GLOBAL_LOCALE);
    uselocale(utf8);
    CHECK(uselocale(NULL) == utf8);
    CHECK(test_same(nl_langinfo(CODESET), "UTF-8"));
    return arg; /* ends without setting it back */
}

int main(void)
{
    utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    CHECK(utf8 != NULL);
    for (int i = 0; i < 5; i++) {
        pthread_t one = test_start(routine, NULL), two = test_start(routine, NULL);

        test_finish(one);
        test_finish(two);
        CHECK(uselocale(NULL) == LC_GLOBAL_LOCALE);
    }
    uselocale(utf8);
    test_finish(test_start(routine, NULL));
    return 0;
}
