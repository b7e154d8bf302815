# SPDX-License-Identifier: MIT
# How the engine, the POSIX layer and a host become a library.

# The linker of GNU binutils, which need not be the one that the compiler uses.
set(PTHIN_LD ${CMAKE_LINKER})
if(PTHIN_LD MATCHES "lld")
    find_program(PTHIN_GNU_LD NAMES ld.bfd ld DOC "GNU ld, for the static libraries" REQUIRED)
    set(PTHIN_LD ${PTHIN_GNU_LD})
endif()

set(PTHIN_LIBDIR ${CMAKE_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR})
file(MAKE_DIRECTORY ${PTHIN_LIBDIR})

include(CheckCCompilerFlag)

# Absolute paths of sources given relative to src/.
function(pthin_sources out)
    set(paths ${ARGN})
    list(TRANSFORM paths PREPEND ${PROJECT_SOURCE_DIR}/src/)
    set(${out} ${paths} PARENT_SCOPE)
endfunction()

# Hot sources (PTHIN_*_HOT_SOURCES) are compiled for speed, all others for size. Only where the build
# is an optimised one: a debug build stays as it is. They call their slow paths by jumps, also where the
# library's other sources do not (see pthin_glibc_library): their fast paths need no stack then. Hot waits
# (PTHIN_POSIX_HOT_WAITS) have no such fast path and stay, so that a debugger finds them.
# gcc has a word for "smaller than -Os at any price". clang's, which has the same name, also moves pieces
# of functions into functions of its own making, which a backtrace would show. gcc is also kept from
# putting the unlikely blocks of hot functions elsewhere: the jumps there and the unwind tables of each
# piece are more than the piece. What is long and unlikely is a function of its own, marked SLOW. Nor does
# gcc align what jumps lead to: that filled 600 bytes, and what it was worth was less than the noise of
# the benchmarks. Functions that are short and called often begin at a cache line (PTHIN_FAST).
set(PTHIN_FOR_SIZE -Os)
set(PTHIN_WHOLE_FUNCTIONS)
set(PTHIN_UNALIGNED)
if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
    check_c_compiler_flag(-Oz PTHIN_HAS_OZ)
    if(PTHIN_HAS_OZ)
        set(PTHIN_FOR_SIZE -Oz)
    endif()
    set(PTHIN_WHOLE_FUNCTIONS -fno-reorder-blocks-and-partition)
    set(PTHIN_UNALIGNED -fno-align-jumps -fno-align-loops -fno-align-labels)
endif()
set(PTHIN_OPTIMISED $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
function(pthin_hot_sources)
    pthin_sources(hot ${ARGN})
    pthin_sources(waits ${PTHIN_POSIX_HOT_WAITS})
    set_property(SOURCE ${hot} PROPERTY COMPILE_OPTIONS
                 "$<${PTHIN_OPTIMISED}:-O2;${PTHIN_UNALIGNED};-foptimize-sibling-calls>")
    set_property(SOURCE ${waits} PROPERTY COMPILE_OPTIONS "$<${PTHIN_OPTIMISED}:-O2;${PTHIN_UNALIGNED}>")
endfunction()

# Options that every object gets. The engine is its own runtime: no stack protector (the canary
# may not be set up), no calls into sanitizer runtimes from code that runs before or after them.
function(pthin_object_options target host)
    # By -Oz gcc loads constants on x86_64 by a push and a pop, of which unwind tables say nothing. On glibc
    # a thread may be cancelled in between (wait_async in host/glibc/cancel.c), and is unwound from there.
    set(for_size ${PTHIN_FOR_SIZE})
    if(host STREQUAL "glibc")
        set(for_size -Os)
    endif()
    target_compile_options(${target} PRIVATE
        $<$<COMPILE_LANGUAGE:C>:-std=gnu11> $<${PTHIN_OPTIMISED}:${for_size}>
        ${PTHIN_WHOLE_FUNCTIONS}
        -fvisibility=hidden -ffunction-sections -fdata-sections
        -fno-strict-aliasing -fno-stack-protector ${PTHIN_ARCH_FLAGS}
        -Wall -Wextra -Wshadow -Wpointer-arith -Wvla -Wundef
        $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition>
        $<$<BOOL:${PTHIN_WERROR}>:-Werror>)
    # In a static program the notes of the probes would keep code that it does not use.
    set(usdt ${PTHIN_HAS_USDT})
    if(NOT target MATCHES "^pthin(-musl-so-objects)?$" AND NOT PTHIN_TRACE)
        set(usdt OFF)
    endif()
    target_compile_definitions(${target} PRIVATE PTHIN_USDT=$<BOOL:${usdt}>
                                                 PTHIN_TRACE=$<BOOL:${PTHIN_TRACE}>)
    target_include_directories(${target} PRIVATE
        ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/src/host/${host}
        ${PROJECT_SOURCE_DIR}/src/arch/${PTHIN_PORT}
        ${PROJECT_SOURCE_DIR}/src/host/${host}/include ${PROJECT_SOURCE_DIR}/include)
endfunction()

# libpthin.so: linked or preloaded into a dynamic glibc program. The file is libpthin.so.0, which is also
# the soname (docs/versions.md says when the number changes); libpthin.so is a link, for who compiles.
set(PTHIN_SOVERSION 0)
include(cmake/exports.cmake)
function(pthin_glibc_library)
    pthin_sources(sources ${PTHIN_ARCH_SOURCES} ${PTHIN_CORE_SOURCES} ${PTHIN_POSIX_SOURCES}
                  ${PTHIN_POSIX_LIBC_SHARED_SOURCES} ${PTHIN_API_SOURCES} ${PTHIN_API_AT_EXIT_SOURCES}
                  ${PTHIN_HOST_GLIBC_SOURCES})
    set(script ${CMAKE_BINARY_DIR}/exports.map)
    set(older ${CMAKE_BINARY_DIR}/older_versions.S)
    pthin_exports(${script} ${older})
    pthin_hot_sources(${PTHIN_CORE_HOT_SOURCES} ${PTHIN_POSIX_HOT_SOURCES}
                      ${PTHIN_HOST_GLIBC_HOT_SOURCES})
    add_library(pthin SHARED ${sources} ${older})
    pthin_object_options(pthin glibc)
    target_compile_definitions(pthin PRIVATE _GNU_SOURCE PTHIN_STATIC=0)
    # Unwinding passes through our frames: forced by pthread_exit and cancellation, or from a
    # routine of pthread_once that throws.
    # A debugger shows by which function a program's thread waits: it must not have left by a jump
    # (sibling call). Hot sources do; the names of what they jump to, and wait in, begin with the function's.
    target_compile_options(pthin PRIVATE -fPIC -ftls-model=initial-exec
        $<$<COMPILE_LANGUAGE:C>:-fno-optimize-sibling-calls>
        $<$<COMPILE_LANGUAGE:C>:-fexceptions -fasynchronous-unwind-tables>)
    # now: no lazy binding in a thread that already left libc. nodelete: threads run our code.
    # Bsymbolic-functions: what the library calls of its own is not another's of that name.
    # noseparate-code: a segment less to map for every program, for what is read stands beside the code.
    target_link_options(pthin PRIVATE -Wl,-z,now -Wl,-z,noseparate-code -Wl,-z,nodelete
        -Wl,-z,defs -Wl,-z,noexecstack
        -Wl,--gc-sections
        -Wl,--version-script,${script} -Wl,-Bsymbolic-functions)
    set_property(TARGET pthin APPEND PROPERTY LINK_DEPENDS ${script})
    target_link_libraries(pthin PRIVATE ${CMAKE_DL_LIBS})
    set_target_properties(pthin PROPERTIES
        LIBRARY_OUTPUT_DIRECTORY ${PTHIN_LIBDIR}
        VERSION ${PTHIN_SOVERSION}
        SOVERSION ${PTHIN_SOVERSION}
        OUTPUT_NAME pthin)
endfunction()

# For objects of a program with no libc: no headers but the compiler's and the kernel's.
function(pthin_no_libc_options target)
    # Loops must not become calls of the memory functions that they implement.
    target_compile_options(${target} PRIVATE -nostdinc -ffreestanding
        $<$<C_COMPILER_ID:GNU>:-fno-tree-loop-distribute-patterns>
        "SHELL:-isystem ${PTHIN_CC_INCLUDE}")
    foreach(dir IN LISTS PTHIN_KERNEL_INCLUDES)
        target_compile_options(${target} PRIVATE "SHELL:-idirafter ${dir}")
    endforeach()
    target_compile_definitions(${target} PRIVATE PTHIN_STATIC=1)
endfunction()

# A member of libpthin-<host>.a: one relocatable object made of these sources. Hidden symbols become
# local: a program may use their names. --unique: static functions of one name in two files would
# otherwise share a section, and each bring in all that the other needs.
function(pthin_static_member member host)
    pthin_sources(sources ${ARGN})
    set(objects ${member}-objects)
    add_library(${objects} OBJECT ${sources})
    pthin_object_options(${objects} ${host})
    target_compile_options(${objects} PRIVATE -fPIE -ftls-model=local-exec)
    if(host STREQUAL "musl")
        # Programs may be in C++ where there is a libc.
        target_compile_definitions(${objects} PRIVATE _GNU_SOURCE PTHIN_STATIC=1 PTHIN_EXCEPTIONS)
        target_compile_options(${objects} PRIVATE -nostdinc "SHELL:-isystem ${PTHIN_MUSL_INCLUDE}"
                                                  "SHELL:-isystem ${PTHIN_CC_INCLUDE}")
        foreach(dir IN LISTS PTHIN_KERNEL_INCLUDES)
            target_compile_options(${objects} PRIVATE "SHELL:-idirafter ${dir}")
        endforeach()
    else()
        pthin_no_libc_options(${objects})
    endif()
    add_custom_command(
        OUTPUT ${CMAKE_BINARY_DIR}/${member}.o
        # Groups are the compiler's helper functions, of which the program may have its own.
        COMMAND ${PTHIN_LD} -r --unique --force-group-allocation -o ${CMAKE_BINARY_DIR}/${member}.o
                $<TARGET_OBJECTS:${objects}>
        COMMAND ${CMAKE_OBJCOPY} --localize-hidden ${CMAKE_BINARY_DIR}/${member}.o
        DEPENDS ${objects} $<TARGET_OBJECTS:${objects}>
        COMMAND_EXPAND_LISTS VERBATIM
        COMMENT "Making ${member}.o")
endfunction()

# libpthin-<host>.a: one member, so that it comes into a program whole or not at all, whatever the
# order of archives; --gc-sections then drops what is not used. Beside a libc there is a second one,
# which nothing but the program asks for.
function(pthin_static_library host)
    string(TOUPPER ${host} HOST)
    set(sources ${PTHIN_ARCH_SOURCES} ${PTHIN_CORE_SOURCES} ${PTHIN_CORE_OWN_CANCEL_SOURCES}
                ${PTHIN_POSIX_SOURCES} ${PTHIN_POSIX_OWN_CANCEL_SOURCES} ${PTHIN_POSIX_STATIC_SOURCES}
                ${PTHIN_API_SOURCES} ${PTHIN_HOST_${HOST}_SOURCES})
    set(members ${CMAKE_BINARY_DIR}/pthin-${host}.o)
    if(host STREQUAL "musl")
        list(APPEND sources ${PTHIN_POSIX_OWN_FORK_SOURCES})
        pthin_static_member(pthin-${host}-at-exit ${host} ${PTHIN_API_AT_EXIT_SOURCES}
                            ${PTHIN_HOST_MUSL_AT_EXIT_SOURCES})
        list(APPEND members ${CMAKE_BINARY_DIR}/pthin-${host}-at-exit.o)
    else()
        list(APPEND sources ${PTHIN_POSIX_NO_LIBC_SOURCES} ${PTHIN_ARCH_NO_LIBC_SOURCES}
                            ${PTHIN_API_AT_EXIT_SOURCES})
    endif()
    pthin_hot_sources(${PTHIN_CORE_HOT_SOURCES} ${PTHIN_POSIX_HOT_SOURCES}
                      ${PTHIN_HOST_${HOST}_HOT_SOURCES})
    pthin_static_member(pthin-${host} ${host} ${sources})

    set(archive ${PTHIN_LIBDIR}/libpthin-${host}.a)
    add_custom_command(
        OUTPUT ${archive}
        COMMAND ${CMAKE_COMMAND} -E rm -f ${archive}
        COMMAND ${CMAKE_AR} rcs ${archive} ${members}
        DEPENDS ${members}
        VERBATIM
        COMMENT "Making ${CMAKE_INSTALL_LIBDIR}/libpthin-${host}.a")
    add_custom_target(pthin-${host} ALL DEPENDS ${archive})
endfunction()

# libpthin-musl.so: linked or preloaded into a dynamic musl program. musl has no versions of symbols.
function(pthin_musl_shared_library)
    pthin_sources(sources ${PTHIN_ARCH_SOURCES} ${PTHIN_CORE_SOURCES} ${PTHIN_POSIX_SOURCES}
                  ${PTHIN_POSIX_OWN_FORK_SOURCES} ${PTHIN_API_SOURCES} ${PTHIN_API_AT_EXIT_SOURCES}
                  ${PTHIN_HOST_MUSL_DYNAMIC_SOURCES})
    set(script ${CMAKE_BINARY_DIR}/exports-musl.map)
    pthin_musl_exports(${script})
    pthin_hot_sources(${PTHIN_CORE_HOT_SOURCES} ${PTHIN_POSIX_HOT_SOURCES})
    set(objects pthin-musl-so-objects)
    add_library(${objects} OBJECT ${sources})
    pthin_object_options(${objects} musl)
    target_compile_options(${objects} PRIVATE -nostdinc -fPIC -ftls-model=initial-exec
        $<$<COMPILE_LANGUAGE:C>:-fno-optimize-sibling-calls>
        $<$<COMPILE_LANGUAGE:C>:-fasynchronous-unwind-tables>)
    target_compile_definitions(${objects} PRIVATE _GNU_SOURCE PTHIN_STATIC=0)
    target_compile_options(${objects} PRIVATE "SHELL:-isystem ${PTHIN_MUSL_INCLUDE}"
                                              "SHELL:-isystem ${PTHIN_CC_INCLUDE}")
    foreach(dir IN LISTS PTHIN_KERNEL_INCLUDES)
        target_compile_options(${objects} PRIVATE "SHELL:-idirafter ${dir}")
    endforeach()
    set(library ${PTHIN_LIBDIR}/libpthin-musl.so.${PTHIN_SOVERSION})
    # As libpthin.so. By the compiler of musl, which knows where its libc.so is. eh-frame-hdr: musl-gcc
    # leaves it out, and without it no unwinder finds our tables.
    add_custom_command(
        OUTPUT ${library}
        COMMAND ${PTHIN_MUSL_GCC} -shared -o ${library} $<TARGET_OBJECTS:${objects}>
                -Wl,-z,now -Wl,-z,noseparate-code -Wl,-z,nodelete -Wl,-z,defs -Wl,-z,noexecstack
                -Wl,-soname,libpthin-musl.so.${PTHIN_SOVERSION} -Wl,--gc-sections -Wl,--eh-frame-hdr
                -Wl,--version-script,${script} -Wl,-Bsymbolic-functions
        # The ABI version, byte 8 of the file, which musl does not look at. glibc refuses a library
        # with one that it does not know: a glibc program that a preloaded musl program starts says
        # that it ignores the preload, and runs.
        COMMAND printf \\377 | dd of=${library} bs=1 seek=8 conv=notrunc status=none
        COMMAND ${CMAKE_COMMAND} -E create_symlink libpthin-musl.so.${PTHIN_SOVERSION}
                ${PTHIN_LIBDIR}/libpthin-musl.so
        DEPENDS ${objects} $<TARGET_OBJECTS:${objects}> ${script}
        COMMAND_EXPAND_LISTS VERBATIM
        COMMENT "Making ${CMAKE_INSTALL_LIBDIR}/libpthin-musl.so")
    add_custom_target(pthin-musl-so ALL DEPENDS ${library})
    add_dependencies(pthin-musl pthin-musl-so) # who builds the libraries of a host gets both
endfunction()

# pthin-start.o: _start, apart from the library so that a program may have its own.
function(pthin_start_object)
    pthin_sources(source ${PTHIN_ARCH_START})
    add_library(pthin-start-object OBJECT ${source})
    target_compile_definitions(pthin-start-object PRIVATE PTHIN_STATIC=1)
    target_include_directories(pthin-start-object PRIVATE
        ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/src/arch/${PTHIN_PORT})
    set(object ${PTHIN_LIBDIR}/pthin-start.o)
    add_custom_command(OUTPUT ${object}
        COMMAND ${CMAKE_COMMAND} -E copy $<TARGET_OBJECTS:pthin-start-object> ${object}
        DEPENDS pthin-start-object $<TARGET_OBJECTS:pthin-start-object>
        COMMAND_EXPAND_LISTS VERBATIM
        COMMENT "Making ${CMAKE_INSTALL_LIBDIR}/pthin-start.o")
    add_custom_target(pthin-start ALL DEPENDS ${object})
    add_dependencies(pthin-none pthin-start)
endfunction()
