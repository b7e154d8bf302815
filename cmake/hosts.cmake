# SPDX-License-Identifier: MIT
# Which hosts can be built with the tools that are present. Sets PTHIN_HOST_GLIBC,
# PTHIN_HOST_MUSL and PTHIN_HOST_NONE, and where the headers of each lie.
include(CheckCSourceCompiles)
# What installs a package here, for messages: Debian's name of it, and Alpine's.
find_program(PTHIN_APK NAMES apk DOC "Alpine's package tool")
mark_as_advanced(PTHIN_APK)
function(pthin_install_hint out debian alpine)
    if(PTHIN_APK)
        set(${out} "on Alpine: apk add ${alpine}" PARENT_SCOPE)
    else()
        set(${out} "on Debian: apt-get install ${debian}" PARENT_SCOPE)
    endif()
endfunction()

set(PTHIN_HOSTS "glibc;musl;none" CACHE STRING "Hosts to build, where their tools are present")

# The compiler's own freestanding headers (stddef.h and the like).
if(CMAKE_C_COMPILER_ID MATCHES "Clang")
    execute_process(COMMAND ${CMAKE_C_COMPILER} -print-resource-dir
                    OUTPUT_VARIABLE PTHIN_CC_INCLUDE OUTPUT_STRIP_TRAILING_WHITESPACE)
    string(APPEND PTHIN_CC_INCLUDE "/include")
else()
    execute_process(COMMAND ${CMAKE_C_COMPILER} -print-file-name=include
                    OUTPUT_VARIABLE PTHIN_CC_INCLUDE OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()

# Where the compiler looks by itself: the kernel's headers (linux/, asm/) are there.
execute_process(COMMAND ${CMAKE_C_COMPILER} -E -v -xc /dev/null
                OUTPUT_QUIET ERROR_VARIABLE search)
string(REGEX MATCH "search starts here:\n(.*)End of search list" search "${search}")
string(REGEX MATCHALL "\n [^\n]+" search "${search}")
set(PTHIN_KERNEL_INCLUDES)
foreach(dir IN LISTS search)
    string(STRIP "${dir}" dir)
    if(EXISTS ${dir}/linux/futex.h OR EXISTS ${dir}/asm/unistd.h)
        list(APPEND PTHIN_KERNEL_INCLUDES ${dir})
    endif()
endforeach()
if(NOT PTHIN_KERNEL_INCLUDES)
    pthin_install_hint(hint linux-libc-dev linux-headers)
    message(FATAL_ERROR "${CMAKE_C_COMPILER} does not find the kernel's headers (linux/futex.h): ${hint}. "
                        "If it is musl-gcc, take gcc: the musl host needs no other.")
endif()

set(PTHIN_HAS_USDT OFF)
if(PTHIN_USDT)
    foreach(dir IN LISTS PTHIN_KERNEL_INCLUDES)
        if(EXISTS ${dir}/sys/sdt.h)
            set(PTHIN_HAS_USDT ON)
        endif()
    endforeach()
    if(NOT PTHIN_HAS_USDT)
        set(hint ", on Debian, for its own machine: apt-get install systemtap-sdt-dev")
        if(PTHIN_APK)
            set(hint)
        endif()
        message(STATUS "Left out: the probes for perf and bpftrace; ${CMAKE_C_COMPILER} finds no "
                       "sys/sdt.h${hint}.")
    endif()
endif()

foreach(host IN LISTS PTHIN_HOSTS)
    if(NOT host MATCHES "^(glibc|musl|none)$")
        message(FATAL_ERROR "PTHIN_HOSTS: there is no host '${host}', only glibc, musl and none.")
    endif()
endforeach()

set(PTHIN_HOST_NONE OFF)
if("none" IN_LIST PTHIN_HOSTS)
    set(PTHIN_HOST_NONE ON)
else()
    message(STATUS "Left out: the host with no libc, not in PTHIN_HOSTS.")
endif()

check_c_source_compiles("
    #include <features.h>
    #if !defined __GLIBC__ || !__GLIBC_PREREQ(2, 34)
    #error no glibc 2.34
    #endif
    int main(void) { return 0; }" PTHIN_GLIBC_FOUND)
# Where the libc of the system is musl, as on Alpine, the compiler makes programs for musl by itself.
execute_process(COMMAND ${CMAKE_C_COMPILER} -dumpmachine
                OUTPUT_VARIABLE machine OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
set(PTHIN_ON_MUSL OFF)
if(machine MATCHES "musl" AND NOT PTHIN_GLIBC_FOUND)
    set(PTHIN_ON_MUSL ON)
endif()
set(PTHIN_HOST_GLIBC OFF)
if(NOT "glibc" IN_LIST PTHIN_HOSTS)
    message(STATUS "Left out: the glibc host, not in PTHIN_HOSTS.")
elseif(NOT EXISTS ${PROJECT_SOURCE_DIR}/src/arch/${PTHIN_PORT}/arch_glibc.h)
    message(STATUS "Left out: the glibc host (libpthin.so); there is none for ${PTHIN_PORT}, build "
                   "static programs with the hosts musl and none.")
elseif(PTHIN_GLIBC_FOUND)
    set(PTHIN_HOST_GLIBC ON)
elseif(PTHIN_ON_MUSL)
    message(STATUS "Left out: the glibc host (libpthin.so); the libc of ${CMAKE_C_COMPILER} is musl.")
else()
    message(STATUS "Left out: the glibc host (libpthin.so); ${CMAKE_C_COMPILER} has no glibc 2.34 "
                   "or later.")
endif()

# For another machine it has to be given, if it is not the compiler; tools/port-musl makes one.
if(PTHIN_ON_MUSL)
    set(PTHIN_MUSL_GCC ${CMAKE_C_COMPILER} CACHE FILEPATH "The compiler for musl")
elseif(NOT CMAKE_CROSSCOMPILING)
    find_program(PTHIN_MUSL_GCC NAMES musl-gcc DOC "musl's compiler wrapper")
endif()
set(PTHIN_HOST_MUSL OFF)
if(PTHIN_MUSL_GCC AND EXISTS "${PTHIN_MUSL_GCC}" AND "musl" IN_LIST PTHIN_HOSTS)
    execute_process(COMMAND ${PTHIN_MUSL_GCC} -E -v -xc /dev/null
                    OUTPUT_QUIET ERROR_VARIABLE search)
    string(REGEX MATCH "search starts here:\n(.*)End of search list" search "${search}")
    string(REGEX MATCHALL "\n [^\n]+" search "${search}")
    foreach(dir IN LISTS search)
        string(STRIP "${dir}" dir)
        if(EXISTS ${dir}/bits/alltypes.h)
            set(PTHIN_MUSL_INCLUDE ${dir})
            set(PTHIN_HOST_MUSL ON)
        endif()
        if(EXISTS ${dir}/linux/futex.h)
            set(PTHIN_MUSL_HAS_KERNEL ON)
        endif()
    endforeach()
endif()

# Programs on musl want the kernel's headers, too, and musl-gcc leaves them out: they lie among those
# of glibc, which must not be found. So a folder has links to nothing but the kernel's. (scsi/ is not
# among them: that folder is both the kernel's and glibc's.)
if(PTHIN_HOST_MUSL AND NOT PTHIN_MUSL_HAS_KERNEL)
    set(PTHIN_KERNEL_LINKS ${CMAKE_BINARY_DIR}/include/pthin-kernel)
    file(MAKE_DIRECTORY ${PTHIN_KERNEL_LINKS})
    foreach(part linux asm asm-generic drm misc mtd rdma sound video xen)
        foreach(dir IN LISTS PTHIN_KERNEL_INCLUDES)
            if(EXISTS ${dir}/${part})
                get_filename_component(place ${dir}/${part} REALPATH)
                file(CREATE_LINK ${place} ${PTHIN_KERNEL_LINKS}/${part} SYMBOLIC)
                break() # as the compiler, which takes the first
            endif()
        endforeach()
    endforeach()
endif()
# A musl may be there for static programs only.
set(PTHIN_MUSL_DYNAMIC OFF)
if(PTHIN_HOST_MUSL)
    file(WRITE ${CMAKE_BINARY_DIR}/CMakeFiles/musl-dynamic.c "int main(void) { return 0; }\n")
    execute_process(COMMAND ${PTHIN_MUSL_GCC} -v -o ${CMAKE_BINARY_DIR}/CMakeFiles/musl-dynamic
                            ${CMAKE_BINARY_DIR}/CMakeFiles/musl-dynamic.c
                    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE log)
    # Its loader is its libc.
    if(NOT failed AND log MATCHES "-dynamic-linker\"? \"?([^ \"]*ld-musl-[^ \"]*)")
        set(PTHIN_MUSL_LOADER ${CMAKE_MATCH_1})
        set(PTHIN_MUSL_DYNAMIC ON)
    else()
        message(STATUS "Left out: dynamic musl programs (libpthin-musl.so); ${PTHIN_MUSL_GCC} makes "
                       "static ones only.")
    endif()
endif()
if(NOT "musl" IN_LIST PTHIN_HOSTS)
    message(STATUS "Left out: the musl host, not in PTHIN_HOSTS.")
elseif(CMAKE_CROSSCOMPILING AND NOT PTHIN_HOST_MUSL)
    message(STATUS "Left out: the musl host (libpthin-musl.a); PTHIN_MUSL_GCC is not a compiler "
                   "driver for musl on this port; tools/port-musl makes one, if Debian has a musl.")
elseif(PTHIN_ON_MUSL AND NOT PTHIN_HOST_MUSL)
    pthin_install_hint(hint musl-dev musl-dev)
    message(STATUS "Left out: the musl host; ${PTHIN_MUSL_GCC} does not find musl's headers, ${hint}.")
elseif(NOT PTHIN_HOST_MUSL AND EXISTS "${PTHIN_MUSL_GCC}")
    message(STATUS "Left out: the musl host (libpthin-musl.a); ${PTHIN_MUSL_GCC} does not find musl's "
                   "headers: it makes programs for another libc.")
elseif(NOT PTHIN_HOST_MUSL)
    pthin_install_hint(hint musl-tools musl-dev)
    message(STATUS "Left out: the musl host (libpthin-musl.a); musl-gcc is missing, ${hint}.")
endif()

set(built)
foreach(host none glibc musl)
    string(TOUPPER ${host} HOST)
    if(PTHIN_HOST_${HOST})
        list(APPEND built ${host})
    endif()
endforeach()
if(NOT built)
    message(FATAL_ERROR "No host is left to build: install what is missing, or name another in PTHIN_HOSTS.")
endif()
list(JOIN built ", " built)
message(STATUS "Building pthin for ${PTHIN_PORT}, hosts: ${built}")
