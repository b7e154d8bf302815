# SPDX-License-Identifier: MIT
# How a test program is built for one of the implementations, and run.
#
# pthin-glibc, pthin-musl, pthin-none   by pthin-cc, as a user would; a warning is an error
# plain-glibc, plain-musl               the libc alone, for comparison
# plain-glibc-static                    as plain-glibc, static (benchmarks only)
# floor                                 as pthin-none; its sources have threads of their own
#                                       (benchmarks only)
# preload                               the plain-glibc program under pthin-run
# fallback                              the pthin-glibc program with PTHIN_DISABLE=1

set(PTHIN_CC ${PTHIN_BUILD_BINDIR}/pthin-cc)
set(PTHIN_CXX ${PTHIN_BUILD_BINDIR}/pthin-c++)
set(PTHIN_RUN ${PTHIN_BUILD_BINDIR}/pthin-run)
set(TEST_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/scripts)
set(TEST_INCLUDE ${CMAKE_CURRENT_LIST_DIR}/conformance)
set(TEST_BINARIES ${CMAKE_CURRENT_BINARY_DIR}/bin)

set(TEST_FLAGS -std=gnu11 -O2 -g -Wall -Wextra)
file(GLOB TEST_HEADERS CONFIGURE_DEPENDS ${TEST_INCLUDE}/*.h)
file(GLOB_RECURSE public CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/*.h
     ${PROJECT_SOURCE_DIR}/src/host/*/include/*.h)
set(TEST_PUBLIC_HEADERS ${public} ${PTHIN_CC})

set(TEST_IMPLEMENTATIONS)
foreach(host none musl glibc)
    string(TOUPPER ${host} HOST)
    if(PTHIN_HOST_${HOST})
        list(APPEND TEST_IMPLEMENTATIONS pthin-${host})
        if(NOT host STREQUAL "none")
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
    set(needs ${source} ${TEST_HEADERS})
    set(before)
    if(implementation MATCHES "^(pthin-(.*)|floor)$")
        set(host ${CMAKE_MATCH_2})
        if(implementation STREQUAL "floor")
            set(host none)
        endif()
        set(command ${CMAKE_COMMAND} -E env PTHIN_REALCC=${CMAKE_C_COMPILER} ${PTHIN_CC}
                    --host=${host})
        list(APPEND flags -Werror)
        list(APPEND needs ${TEST_PUBLIC_HEADERS})
        if(host STREQUAL "glibc")
            # A shared library: a change in it is seen without linking again.
            list(APPEND needs pthin)
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
    endif()
    add_custom_command(
        OUTPUT ${binary}
        COMMAND ${command} ${flags} -o ${binary} ${source}
        DEPENDS ${needs}
        COMMENT "Test ${implementation}/${name}"
        VERBATIM)
    set(${out} ${binary} PARENT_SCOPE)
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
