/* SPDX-License-Identifier: MIT */
/* Names no thread function; processes. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t pid = fork();
    FILE *stream;
    int status;

    if (pid == 0)
        _exit(3);
    if (waitpid(pid, &status, 0) != pid || status != 3 << 8)
        return 1;
    stream = popen("true", "r");
    return !stream || pclose(stream) || system("true");
}
