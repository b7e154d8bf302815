/* SPDX-License-Identifier: MIT */
#include "program.h"

#include "say.h"
#include "system.h"

static bool is_gap(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\0';
}

/* The program that a script names in its first line, or the shell that would run it. "": the line is too
   long for the kernel, too. */
static const char *interpreter_of(const struct file *script, struct room *room)
{
    char *to = room_look(room, HEAD_SIZE), *p = to;
    size_t i = 2; /* behind the #! */
    while (i < script->head_size && (script->head[i] == ' ' || script->head[i] == '\t'))
        i++;
    while (i < script->head_size && !is_gap(script->head[i]))
        *p++ = script->head[i++];
    if (i == HEAD_SIZE)
        return "";
    return p == to ? "/bin/sh" : room_take(room, p);
}

static bool look_at(struct file *file, const char *path)
{
    long fd = file_open(path);
    if (fd < 0)
        return false;
    elf_begin(file, (int)fd);
    return true;
}

static const char *loader_of(struct file *file, struct room *room)
{
    char *to = room_look(room, PATH_SIZE);
    if (file->kind != KIND_ELF)
        return "";
    elf_interpreter(file, to, PATH_SIZE);
    return room_take(room, to + strlen(to));
}

/* It inherits the preload. What the kernel will say of it, is the kernel's to say. */
static const char *loader_of_interpreter(const struct file *script, struct room *room)
{
    struct file interpreter;
    const char *loader = "";
    if (look_at(&interpreter, interpreter_of(script, room))) {
        loader = loader_of(&interpreter, room);
        file_close(interpreter.fd);
    }
    return loader;
}

void program_look(struct program *program, struct room *room)
{
    if (!look_at(&program->file, program->path))
        die(STATUS_CANNOT_RUN, program->path, ": cannot be read", NULL);
    if (program->file.kind == KIND_OTHER)
        die(STATUS_CANNOT_RUN, program->path, ": neither an ELF program nor a script", NULL);
    if (program->file.kind == KIND_SCRIPT)
        program->loader = loader_of_interpreter(&program->file, room);
    else
        program->loader = loader_of(&program->file, room);
}

bool loader_is_musl(const char *loader)
{
    return find(loader, "/ld-musl");
}

bool loader_is_glibc(const char *loader)
{
    return find(loader, "/ld-linux") || find(loader, "/ld64") || find(loader, "/ld.so");
}
