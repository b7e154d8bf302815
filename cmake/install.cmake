# SPDX-License-Identifier: MIT
# cmake --install: the tools, the libraries and headers of the hosts that were built, and what
# find_package(pthin) and pkg-config read.
include(CMakePackageConfigHelpers)

install(PROGRAMS ${PTHIN_INSTALL_TOOLS_DIR}/pthin-cc ${PTHIN_INSTALL_TOOLS_DIR}/pthin-c++
        DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/pthin)

if(PTHIN_HOST_GLIBC OR PTHIN_MUSL_DYNAMIC)
    install(PROGRAMS ${PTHIN_INSTALL_TOOLS_DIR}/pthin-run DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(PROGRAMS ${CMAKE_BINARY_DIR}/libexec/pthin/doctor
            DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/pthin)
endif()
if(PTHIN_HOST_GLIBC)
    install(TARGETS pthin LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
    # As files: helgrind needs names that --strip would take away.
    install(FILES ${PTHIN_LIBDIR}/pthin/valgrind/libpthin.so.${PTHIN_SOVERSION}
                  ${PTHIN_LIBDIR}/pthin/valgrind/pthin.supp
            DESTINATION ${CMAKE_INSTALL_LIBDIR}/pthin/valgrind)
    install(DIRECTORY src/host/glibc/include/
            DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/pthin-glibc)
endif()
if(PTHIN_HOST_MUSL)
    install(FILES ${PTHIN_LIBDIR}/libpthin-musl.a DESTINATION ${PTHIN_INSTALL_MUSL_LIBDIR})
    if(PTHIN_MUSL_DYNAMIC)
        install(PROGRAMS ${PTHIN_LIBDIR}/libpthin-musl.so.${PTHIN_SOVERSION}
                         ${PTHIN_LIBDIR}/libpthin-musl.so
                DESTINATION ${PTHIN_INSTALL_MUSL_LIBDIR})
    endif()
    install(DIRECTORY src/host/musl/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/pthin-musl)
    if(PTHIN_KERNEL_LINKS)
        install(DIRECTORY ${PTHIN_KERNEL_LINKS} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
    endif()
endif()
if(PTHIN_HOST_NONE)
    install(FILES ${PTHIN_LIBDIR}/libpthin-none.a ${PTHIN_LIBDIR}/pthin-start.o
            DESTINATION ${CMAKE_INSTALL_LIBDIR})
    install(DIRECTORY src/host/none/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/pthin-none)
endif()

# Completion in bash, which looks for a file of the command's name, and in zsh.
set(PTHIN_INSTALL_ZSHDIR ${CMAKE_INSTALL_DATADIR}/zsh/site-functions CACHE STRING
    "Where zsh looks for functions")
foreach(tool pthin-run pthin-cc pthin-c++)
    install(FILES completions/pthin.bash RENAME ${tool}
            DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
endforeach()
install(FILES completions/_pthin DESTINATION ${PTHIN_INSTALL_ZSHDIR})

# gdb's printers of locks. gdb loads them by itself with a library of which there is, below its folder for such
# scripts, a file with the library's full name and -gdb.py. That name is known when it is installed.
# pthin/gdb/pthin.py is for programs that have no such library, or where gdb does not look.
install(FILES tools/gdb/pthin.py DESTINATION ${CMAKE_INSTALL_DATADIR}/pthin/gdb)
set(PTHIN_GDB_FOR)
if(PTHIN_HOST_GLIBC)
    list(APPEND PTHIN_GDB_FOR ${CMAKE_INSTALL_LIBDIR}/libpthin.so.${PTHIN_SOVERSION})
endif()
if(PTHIN_MUSL_DYNAMIC)
    list(APPEND PTHIN_GDB_FOR ${PTHIN_INSTALL_MUSL_LIBDIR}/libpthin-musl.so.${PTHIN_SOVERSION})
endif()
foreach(library IN LISTS PTHIN_GDB_FOR)
    install(CODE "
        get_filename_component(prefix \"\${CMAKE_INSTALL_PREFIX}\" ABSOLUTE)
        get_filename_component(data \"${CMAKE_INSTALL_DATADIR}\" ABSOLUTE BASE_DIR \"\${prefix}\")
        get_filename_component(library \"${library}\" ABSOLUTE BASE_DIR \"\${prefix}\")
        get_filename_component(name \"\${library}\" NAME)
        get_filename_component(folder \"\${library}\" DIRECTORY)
        get_filename_component(folder \"\${folder}\" REALPATH)
        file(INSTALL \"${PROJECT_SOURCE_DIR}/tools/gdb/pthin.py\" RENAME \"\${name}-gdb.py\"
             DESTINATION \"\${data}/gdb/auto-load\${folder}\")")
endforeach()

# pkg-config speaks of the libc that the machine's own dynamic programs have.
set(PTHIN_PC_LIBC)
if(PTHIN_HOST_GLIBC)
    set(PTHIN_PC_LIBC glibc)
    set(PTHIN_PC_LIBRARY pthin)
elseif(PTHIN_ON_MUSL AND PTHIN_MUSL_DYNAMIC)
    set(PTHIN_PC_LIBC musl)
    set(PTHIN_PC_LIBRARY pthin-musl)
endif()
if(PTHIN_PC_LIBC)
    file(RELATIVE_PATH PTHIN_REL_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig
         ${CMAKE_INSTALL_PREFIX})
    configure_file(cmake/pthin.pc.in pthin.pc @ONLY)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/pthin.pc
            DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endif()

set(PTHIN_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/pthin)
configure_package_config_file(
    cmake/pthinConfig.cmake.in pthinConfig.cmake
    INSTALL_DESTINATION ${PTHIN_CMAKE_DIR}
    PATH_VARS CMAKE_INSTALL_LIBDIR PTHIN_INSTALL_MUSL_LIBDIR CMAKE_INSTALL_INCLUDEDIR)
write_basic_package_version_file(pthinConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/pthinConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/pthinConfigVersion.cmake
        DESTINATION ${PTHIN_CMAKE_DIR})
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs examples DESTINATION ${CMAKE_INSTALL_DOCDIR})
