/* SPDX-License-Identifier: MIT */
#include <pthread.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

extern int arguments_seen;

static void *print(void *text)
{
    return (void *)(intptr_t)write(1, text, strlen(text));
}

int main(int argc, char **argv)
{
    pthread_t thread;
    if (argc != arguments_seen)
        return 1;
    for (int i = 1; i < argc; i++) {
        if (pthread_create(&thread, NULL, print, argv[i]) != 0 || pthread_join(thread, NULL) != 0)
            return 1;
        print("\n");
    }
    return 0;
}
