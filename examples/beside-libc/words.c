/* SPDX-License-Identifier: MIT */
/* Counts the letters of each argument in a thread of its own. */
#include <pthin/thread.h>
#include <stdio.h>
#include <string.h>

static void goodbye(void *word)
{
    printf("done with '%s'\n", (const char *)word);
}

/* args: the word, and where its length goes */
static void *count(size_t n, void **args)
{
    (void)n;
    pthin_thread_at_exit(goodbye, args[0]);
    *(size_t *)args[1] = strlen(args[0]);
    return NULL;
}

int main(int argc, char **argv)
{
    size_t total = 0;
    for (int i = 1; i < argc; i++) {
        size_t length = 0;
        void *args[] = {argv[i], &length};
        pthin_thread *thread;
        int err = pthin_thread_create(&thread, count, args, 2, pthin_thread_default_stack_size(),
                                      pthin_thread_default_guard_size());
        if (!err)
            err = pthin_thread_join(thread, NULL);
        if (err) {
            fprintf(stderr, "words: %s\n", strerror(err));
            return 1;
        }
        total += length;
    }
    printf("%zu letters\n", total);
    return total == 0;
}
