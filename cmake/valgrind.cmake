# SPDX-License-Identifier: MIT
# lib/pthin/valgrind/libpthin.so.0: libpthin.so for valgrind's helgrind and DRD alone, linked from the same
# objects. These tools watch the functions of libraries by the soname libpthread.so.0, and helgrind takes
# some of the functions only where their names in .symtab have a version behind them. So both are as in
# glibc's libpthread, and nothing but a run under these tools is given this library.

set(PTHIN_VALGRIND_DIR ${PTHIN_LIBDIR}/pthin/valgrind)
set(PTHIN_VERSIONED_NAMES
    pthread_create pthread_cond_init pthread_cond_destroy pthread_cond_signal pthread_cond_broadcast
    pthread_cond_wait pthread_cond_timedwait sem_init sem_destroy sem_post sem_wait)

set(names)
foreach(name IN LISTS PTHIN_VERSIONED_NAMES)
    string(APPEND names "${name} ${name}@@PTHIN\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/valgrind-names.txt CONTENT "${names}" @ONLY)
configure_file(cmake/pthin.supp.in ${PTHIN_VALGRIND_DIR}/pthin.supp @ONLY)

add_library(pthin-valgrind SHARED $<TARGET_OBJECTS:pthin>)
target_link_options(pthin-valgrind PRIVATE $<TARGET_PROPERTY:pthin,LINK_OPTIONS>
                                           -Wl,-soname,libpthread.so.0)
target_link_libraries(pthin-valgrind PRIVATE ${CMAKE_DL_LIBS})
set_property(TARGET pthin-valgrind APPEND PROPERTY LINK_DEPENDS ${CMAKE_BINARY_DIR}/exports.map)
set_target_properties(pthin-valgrind PROPERTIES
    LINKER_LANGUAGE C
    NO_SONAME ON
    LIBRARY_OUTPUT_DIRECTORY ${PTHIN_VALGRIND_DIR}
    OUTPUT_NAME pthin
    SUFFIX .so.${PTHIN_SOVERSION})
add_custom_command(TARGET pthin-valgrind POST_BUILD
    COMMAND ${CMAKE_OBJCOPY} --redefine-syms=${CMAKE_BINARY_DIR}/valgrind-names.txt
            $<TARGET_FILE:pthin-valgrind>
    VERBATIM)
