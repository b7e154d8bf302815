# SPDX-License-Identifier: MIT
# How a test program is built for one of the implementations, and run.
#
# pthin-glibc, pthin-musl, pthin-none   by pthin-cc, as a user would; a warning is an error
# pthin-musl-dynamic                    the same: a dynamic program on musl
# plain-glibc, plain-musl               the libc alone, for comparison
# plain-glibc-static                    as plain-glibc, static (benchmarks only)
# plain-musl-dynamic                    as plain-musl, dynamic; only to be preloaded
# floor                                 as pthin-none; its sources have threads of their own
#                                       (benchmarks only)
# preload                               the plain-glibc program under pthin-run
# preload-musl                          the plain-musl-dynamic program under pthin-run
# fallback                              the pthin-glibc program with PTHIN_DISABLE=1
# fallback-musl                         the pthin-musl-dynamic program with PTHIN_DISABLE=1

set(PTHIN_CC ${PTHIN_BUILD_BINDIR}/pthin-cc)
set(PTHIN_CXX ${PTHIN_BUILD_BINDIR}/pthin-c++)
set(PTHIN_RUN ${PTHIN_BUILD_BINDIR}/pthin-run)
set(TEST_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/scripts)
set(TEST_INCLUDE ${CMAKE_CURRENT_LIST_DIR}/conformance)
set(TEST_BINARIES ${CMAKE_CURRENT_BINARY_DIR}/bin)

# There are thousands of programs, and to compile them takes longer than to run them: twice as long with
# -O2. For the ports, where nobody debugs them, -g is left out, too.
set(TEST_FLAGS -std=gnu11 -O1 -g -Wall -Wextra)
if(CMAKE_CROSSCOMPILING)
    list(REMOVE_ITEM TEST_FLAGS -g)
endif()

# What runs a program for another machine, if this one cannot.
set(TEST_EMULATOR ${CMAKE_CROSSCOMPILING_EMULATOR})
if(TEST_EMULATOR)
    list(POP_FRONT TEST_EMULATOR program)
    find_program(PTHIN_TEST_EMULATOR NAMES ${program} NO_CMAKE_FIND_ROOT_PATH)
    if(NOT PTHIN_TEST_EMULATOR)
        message(FATAL_ERROR "The tests need ${program}, on Debian: apt-get install qemu-user; or "
                            "configure with -DPTHIN_TESTS=OFF.")
    endif()
    list(PREPEND TEST_EMULATOR ${PTHIN_TEST_EMULATOR})
    # Programs that start themselves again need it, too.
    list(JOIN TEST_EMULATOR "\",\"" words)
    list(APPEND TEST_FLAGS -DTEST_EMULATOR="${words}")
endif()
file(GLOB TEST_HEADERS CONFIGURE_DEPENDS ${TEST_INCLUDE}/*.h)
file(GLOB_RECURSE public CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/*.h
     ${PROJECT_SOURCE_DIR}/src/host/*/include/*.h)
set(TEST_PUBLIC_HEADERS ${public} ${PTHIN_CC})

# What starts dynamic programs on musl. For another machine it lies beside the compiler driver
# (tools/port-musl), and the programs name it there.
set(TEST_MUSL_DYNAMIC ${PTHIN_MUSL_DYNAMIC})
set(TEST_MUSL_LOADER ${PTHIN_MUSL_LOADER})
if(PTHIN_MUSL_DYNAMIC)
    if(CMAKE_CROSSCOMPILING)
        get_filename_component(folder ${PTHIN_MUSL_GCC} DIRECTORY)
        set(TEST_MUSL_LOADER ${folder}${PTHIN_MUSL_LOADER})
    endif()
    if(NOT EXISTS ${TEST_MUSL_LOADER})
        set(TEST_MUSL_DYNAMIC OFF)
        message(STATUS "Left out: the tests of dynamic musl programs; there is no ${TEST_MUSL_LOADER}.")
    endif()
endif()

set(TEST_IMPLEMENTATIONS)
foreach(host none musl glibc)
    string(TOUPPER ${host} HOST)
    if(PTHIN_HOST_${HOST})
        list(APPEND TEST_IMPLEMENTATIONS pthin-${host})
        if(host STREQUAL "musl" AND TEST_MUSL_DYNAMIC)
            list(APPEND TEST_IMPLEMENTATIONS pthin-musl-dynamic)
        endif()
        # The libcs alone are tried once.
        if(NOT host STREQUAL "none" AND NOT CMAKE_CROSSCOMPILING)
            list(APPEND TEST_IMPLEMENTATIONS plain-${host})
        endif()
    endif()
endforeach()

# pthin_test_program(<output variable> <implementation> <name> <source> [flags...])
# A rule for a program; the caller puts the returned file into a target's DEPENDS.
function(pthin_test_program out implementation name source)
    set(binary ${TEST_BINARIES}/${implementation}/${name})
    get_filename_component(folder ${binary} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})

    set(flags ${TEST_FLAGS} -I ${TEST_INCLUDE} ${ARGN})
    get_filename_component(folder ${source} DIRECTORY)
    file(GLOB beside ${folder}/*.h)
    set(needs ${source} ${beside} ${TEST_HEADERS})
    set(before)
    if(implementation MATCHES "^(pthin-(.*)|floor)$")
        set(host ${CMAKE_MATCH_2})
        if(implementation STREQUAL "floor")
            set(host none)
        endif()
        set(command ${PTHIN_CC} --host=${host})
        if(NOT CMAKE_CROSSCOMPILING) # there it drives that compiler by itself
            list(PREPEND command ${CMAKE_COMMAND} -E env PTHIN_REALCC=${CMAKE_C_COMPILER})
        endif()
        list(APPEND flags -Werror)
        list(APPEND needs ${TEST_PUBLIC_HEADERS})
        if(host STREQUAL "glibc")
            # A shared library: a change in it is seen without linking again.
            list(APPEND needs pthin)
        elseif(host STREQUAL "musl-dynamic")
            list(APPEND needs pthin-musl-so)
            if(CMAKE_CROSSCOMPILING)
                list(APPEND flags -Wl,-dynamic-linker,${TEST_MUSL_LOADER})
            endif()
        else()
            list(APPEND needs pthin-${host} ${PTHIN_LIBDIR}/libpthin-${host}.a)
        endif()
        if(host STREQUAL "none")
            list(APPEND needs pthin-start ${PTHIN_LIBDIR}/pthin-start.o)
            list(APPEND flags -DTEST_HOST_NONE)
        endif()
    elseif(implementation STREQUAL "plain-glibc")
        set(command sh ${TEST_SCRIPTS}/build-reference.sh ${CMAKE_C_COMPILER})
        list(APPEND flags -pthread)
    elseif(implementation STREQUAL "plain-glibc-static")
        set(command ${CMAKE_C_COMPILER} -static)
        list(APPEND flags -pthread)
    elseif(implementation STREQUAL "plain-musl")
        set(command sh ${TEST_SCRIPTS}/build-reference.sh ${PTHIN_MUSL_GCC} -static)
    elseif(implementation STREQUAL "plain-musl-dynamic")
        set(command sh ${TEST_SCRIPTS}/build-reference.sh ${PTHIN_MUSL_GCC})
        list(APPEND needs pthin-musl-so)
    endif()
    add_custom_command(
        OUTPUT ${binary}
        COMMAND ${command} ${flags} -o ${binary} ${source}
        DEPENDS ${needs}
        COMMENT "Test ${implementation}/${name}"
        VERBATIM)
    set(${out} ${binary} PARENT_SCOPE)
endfunction()

# The tables of tests: an entry's last word runs to the end of the line. A `*` stands for any
# requirement.
function(read_table file columns out)
    file(STRINGS ${file} lines ENCODING UTF-8)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    set(entries)
    foreach(line IN LISTS lines)
        if(line MATCHES "^#" OR line STREQUAL "")
            continue()
        endif()
        string(REPEAT "([^ ]+) +" ${columns} pattern)
        # A semicolon would make two elements of the list.
        if(NOT line MATCHES "^${pattern}([^;]+)$")
            message(FATAL_ERROR "${file}: not an entry: ${line}")
        endif()
        list(APPEND entries "${line}")
    endforeach()
    set(${out} "${entries}" PARENT_SCOPE)
endfunction()

# The reason of the entry for this test, or an empty string. key: what the first of two columns has
# to be, or an empty string where there is one column.
function(find_reason out entries key test)
    set(${out} "" PARENT_SCOPE)
    foreach(entry IN LISTS entries)
        if(key STREQUAL "")
            string(REGEX MATCH "^([^ ]+) +(.+)$" _ "${entry}")
            set(pattern ${CMAKE_MATCH_1})
            set(reason "${CMAKE_MATCH_2}")
        else()
            string(REGEX MATCH "^([^ ]+) +([^ ]+) +(.+)$" _ "${entry}")
            if(NOT CMAKE_MATCH_1 STREQUAL key)
                continue()
            endif()
            set(pattern ${CMAKE_MATCH_2})
            set(reason "${CMAKE_MATCH_3}")
        endif()
        string(REPLACE "*" "[^/]*" pattern "${pattern}")
        if(test MATCHES "^${pattern}$")
            set(${out} "${reason}" PARENT_SCOPE)
            return()
        endif()
    endforeach()
endfunction()

# not-for-ports.txt, as far as it is about this port.
set(TEST_NOT_HERE)
if(CMAKE_CROSSCOMPILING)
    read_table(${CMAKE_CURRENT_LIST_DIR}/not-for-ports.txt 2 entries)
    foreach(entry IN LISTS entries)
        string(REGEX MATCH "^([^ ]+) +([^ ]+) +(.+)$" _ "${entry}")
        string(REPLACE "," ";" ports ${CMAKE_MATCH_1})
        if(PTHIN_PORT IN_LIST ports OR (ports STREQUAL "qemu" AND TEST_EMULATOR))
            list(APPEND TEST_NOT_HERE "${CMAKE_MATCH_2} ${CMAKE_MATCH_3}")
        endif()
    endforeach()
endif()

# pthin_program_test(<name> LABELS <labels...> COMMAND <program> [arguments...] [TIMEOUT <seconds>])
# A test whose command is a program for the machine that we build for.
function(pthin_program_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "LABELS;COMMAND" ${ARGN})
    if(arg_TIMEOUT)
        set(timeout TIMEOUT ${arg_TIMEOUT})
    endif()
    string(REGEX MATCH "^[^/]*/(.*)$" _ ${name})
    set(test ${CMAKE_MATCH_1})
    find_reason(reason "${TEST_NOT_HERE}" "" ${test})
    if(NOT reason)
        find_reason(reason "${TEST_NOT_HERE}" "" ${name})
    endif()
    if(reason)
        set(arg_COMMAND sh -c "echo \"$1\" && exit 77" sh "${reason}")
    else()
        list(PREPEND arg_COMMAND ${TEST_EMULATOR})
    endif()
    pthin_test(${name} LABELS ${arg_LABELS} COMMAND ${arg_COMMAND} ${timeout})
endfunction()

# pthin_test(<name> LABELS <labels...> COMMAND <command...> [TIMEOUT <seconds>])
function(pthin_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "LABELS;COMMAND" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    add_test(NAME ${name} COMMAND ${arg_COMMAND})
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" SKIP_RETURN_CODE 77
                                            TIMEOUT ${arg_TIMEOUT})
endfunction()
