/* SPDX-License-Identifier: MIT */
/* Names no thread function; the resolver. */
#include <netdb.h>
#include <stddef.h>

int main(void)
{
    struct addrinfo *list;

    /* Reads /etc/hosts, if the machine has one. */
    if (getaddrinfo("localhost", "80", NULL, &list) == 0)
        freeaddrinfo(list);
    if (getaddrinfo("127.0.0.1", "80", NULL, &list))
        return 1;
    freeaddrinfo(list);
    return 0;
}
