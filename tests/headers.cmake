# SPDX-License-Identifier: MIT
# The public headers: headers/*, each compiled in many ways by scripts/headers.sh.

function(pthin_header_test source host)
    get_filename_component(test ${source} NAME_WE)
    pthin_test(pthin-${host}/headers/${test} LABELS pthin-${host} headers
               COMMAND ${CMAKE_COMMAND} -E env PTHIN_BIN=${PTHIN_BUILD_BINDIR}
                       PTHIN_MUSL_GCC=${PTHIN_MUSL_GCC} sh ${TEST_SCRIPTS}/headers.sh ${source} ${host}
               TIMEOUT 300)
endfunction()

foreach(host glibc musl none)
    string(TOUPPER ${host} HOST)
    if(PTHIN_HOST_${HOST})
        foreach(source orders.c layout.c functions.c api.c initialisers.c cleanup.c)
            pthin_header_test(${source} ${host})
        endforeach()
        if(host STREQUAL "none")
            pthin_header_test(none.c none)
        else()
            pthin_header_test(constants.c ${host})
        endif()
    endif()
endforeach()
if(PTHIN_HOST_GLIBC)
    pthin_header_test(cxx.cc glibc)
    pthin_header_test(names.cc glibc)
endif()
