/* SPDX-License-Identifier: MIT */
#include "library.h"

#include "place.h"
#include "say.h"
#include "system.h"

static const char *const names[] = {"libpthin.so." PTHIN_SOVERSION,
                                    "libpthin-musl.so." PTHIN_SOVERSION};

static bool is_there(const struct library *library, struct room *room)
{
    return file_exists(room_join(room, library->folder, "/", library->name, NULL));
}

/* Of static programs and others that cannot be started, either of the two tells what it is to tell. */
static bool find_library(struct library *library, const char *loader, bool quick,
                         const char *started_as, struct room *room)
{
    int last = !loader[0] || loader_is_musl(loader);
    for (int on_musl = loader_is_musl(loader); on_musl <= last; on_musl++) {
        library->on_musl = on_musl;
        library->folder = library_folder(on_musl, quick, started_as, room);
        library->name = names[on_musl];
        if (is_there(library, room))
            return true;
    }
    return false;
}

struct library library_for(const struct program *program, const char *started_as, struct room *room)
{
    struct library library;
    for (int quick = 1; quick >= 0; quick--)
        if (find_library(&library, program->loader, quick, started_as, room))
            return library;
    bool on_musl = loader_is_musl(program->loader);
    die(STATUS_FAILED, library_folder(on_musl, false, started_as, room), "/", names[on_musl],
        " is missing: build or install pthin with host ", on_musl ? "musl" : "glibc",
        " (see its README)", NULL);
}

const char *library_path(bool on_musl, bool quick, const char *started_as, struct room *room)
{
    const char *folder = library_folder(on_musl, quick, started_as, room);
    return room_join(room, folder, "/", names[on_musl], NULL);
}

void library_check(const struct library *library, const struct program *program)
{
    const char *path = program->path, *loader = program->loader;
    switch (program->file.kind) {
    case KIND_FOREIGN:
        die(STATUS_CANNOT_RUN, path, ": is for another kind of machine than ", library->folder, "/",
            library->name, NULL);
    case KIND_DAMAGED:
        die(STATUS_CANNOT_RUN, path, ": is damaged, its ELF headers cannot be right", NULL);
    case KIND_ELF:
        break;
    default:
        return; /* whatever a script needs, its interpreter finds out */
    }
    if (!loader[0])
        die(STATUS_CANNOT_RUN, path,
            ": is static, nothing can be preloaded; build it with pthin-cc --host=musl", NULL);
    if (library->on_musl ? !loader_is_musl(loader) : !loader_is_glibc(loader))
        die(STATUS_CANNOT_RUN, path,
            ": uses neither glibc nor musl, or one that pthin was not built for", NULL);
}
