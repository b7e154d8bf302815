/* SPDX-License-Identifier: MIT */
/* Names no thread function; the resolver. */
#include <netdb.h>
#include <stddef.h>

int main(void)
{
    struct addrinfo *list;

    if (getaddrinfo("localhost", "80", NULL, &list))
        return 1;
    freeaddrinfo(list);
    return 0;
}
