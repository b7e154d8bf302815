/* SPDX-License-Identifier: MIT */
/* A host for the locks alone (src/host/host.h): glibc's own threads run them. */
#ifndef PTHIN_HOST_CONFIG_H
#define PTHIN_HOST_CONFIG_H

#define HOST_HAS_FOREIGN         0
#define HOST_LIBC_SHARED         0
#define HOST_LIBC_DROPS_BARRIERS 0
#define HOST_OWN_CANCEL          0
#define HOST_CANCEL_MASKED       0

uint32_t host_self_tid(void);

/* Or there would be nothing for ThreadSanitizer to look at. */
static inline bool host_single_threaded(void)
{
    return false;
}

static inline struct robust_head *host_robust_registered(void)
{
    struct robust_head *head = &thread_self()->robust;
    return head->next ? head : NULL;
}

static inline uintptr_t host_self_handle(void)
{
    return (uintptr_t)thread_self();
}

#endif
