/* SPDX-License-Identifier: MIT */
/*
 * The libc's resolver and its databases, in several threads at once: each has the answer to its own
 * question. Asked for is what needs no network: addresses as numbers, and localhost if /etc/hosts
 * tells it.
 */
#include "test.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>

enum { THREADS = 4, TURNS = 200 };

static int hosts_tells;

static void look(void)
{
    char line[256];
    FILE *hosts = fopen("/etc/hosts", "r");

    while (hosts && fgets(line, sizeof line, hosts))
        if (strncmp(line, "127.0.0.1", 9) == 0 && strstr(line, "localhost"))
            hosts_tells = 1;
    if (hosts)
        CHECK_EQ(fclose(hosts), 0);
}

static void ask(const char *name, const char *service, in_addr_t address, int port)
{
    struct addrinfo hints = {0}, *found = NULL;
    struct sockaddr_in *in;
    char host[64], number[16];

    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_STREAM;
    CHECK_EQ(getaddrinfo(name, service, &hints, &found), 0);
    CHECK(found != NULL && found->ai_addrlen == sizeof *in);
    in = (struct sockaddr_in *)(void *)found->ai_addr;
    CHECK_EQ(in->sin_addr.s_addr, address);
    CHECK_EQ(ntohs(in->sin_port), port);
    CHECK_EQ(getnameinfo(found->ai_addr, found->ai_addrlen, host, sizeof host, number,
                         sizeof number, NI_NUMERICHOST | NI_NUMERICSERV),
             0);
    CHECK_EQ(inet_addr(host), address);
    CHECK_EQ(atoi(number), port);
    freeaddrinfo(found);
}

static void *routine(void *arg)
{
    int me = (int)(intptr_t)arg;

    for (int i = 0; i < TURNS; i++) {
        char name[32], service[16];
        int port = 1000 * (me + 1) + i;

        snprintf(name, sizeof name, "10.%d.%d.1", me, i);
        snprintf(service, sizeof service, "%d", port);
        ask(name, service, inet_addr(name), port);
        if (hosts_tells && i % 8 == 0)
            ask("localhost", service, htonl(INADDR_LOOPBACK), port);
    }
    return arg;
}

int main(void)
{
    pthread_t thread[THREADS];

    look();
    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(routine, (void *)(intptr_t)i);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    return 0;
}
