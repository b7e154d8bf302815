/* SPDX-License-Identifier: MIT */
#include "sanitizers.h"

#include "preload.h"

#define NAME_SIZE 256
#define MOST      8 /* a program has one or two */

static bool is_runtime(const char *name)
{
    static const char beginnings[][14] = {"libasan.so",   "libtsan.so",  "liblsan.so",
                                          "libhwasan.so", "libubsan.so", ""};
    for (size_t i = 0; beginnings[i][0]; i++)
        if (after(name, beginnings[i]))
            return true;
    /* clang's, with the architecture in their names or without */
    const char *rest = after(name, "libclang_rt.");
    return rest && find(rest, ".so");
}

const char *sanitizer_runtimes(struct file *program, const char *preloaded, struct room *room)
{
    struct elf_needed at = {0};
    const char *list = NULL;
    char name[NAME_SIZE];
    for (int n = 0; n < MOST && elf_needed(program, &at, name, sizeof name);) {
        if (!is_runtime(name) || (preloaded && preload_has(preloaded, name, true)))
            continue;
        list = list ? room_join(room, list, ":", name, NULL) : room_join(room, name, NULL);
        n++;
    }
    return list;
}
