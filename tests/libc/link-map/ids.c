/* SPDX-License-Identifier: MIT */
/* Names no thread function; changes of the user ID, which reach all threads. */
#include <stddef.h>
#include <sys/resource.h>
#include <unistd.h>

int main(void)
{
    struct rlimit limit;

    return setuid(getuid()) || setgid(getgid()) || getrlimit(RLIMIT_CORE, &limit) ||
           setrlimit(RLIMIT_CORE, &limit);
}
