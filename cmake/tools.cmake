# SPDX-License-Identifier: MIT
# The tools find headers and libraries from their own place, so they are configured with the way
# from there: once for the build tree, once for an installed one. Sets PTHIN_BUILD_BINDIR.

set(PTHIN_BUILD_BINDIR ${CMAKE_BINARY_DIR}/bin)
set(PTHIN_INSTALL_TOOLS_DIR ${CMAKE_BINARY_DIR}/install-tools)

# The compilers that pthin-cc drives if nothing else is said: in a cross build the cross compilers.
set(PTHIN_DEFAULT_CC cc)
set(PTHIN_DEFAULT_CXX c++)
set(PTHIN_DEFAULT_MUSL_GCC musl-gcc)
set(PTHIN_MUSL_PACKAGE musl-tools)
# A C++ compiler for musl beside the system's own, by the name that is usual for one.
set(PTHIN_MUSL_CROSS_CXX ${PTHIN_PORT}-linux-musl-g++)
if(PTHIN_PORT STREQUAL "x86")
    set(PTHIN_MUSL_CROSS_CXX i686-linux-musl-g++)
elseif(PTHIN_PORT STREQUAL "arm")
    set(PTHIN_MUSL_CROSS_CXX arm-linux-musleabihf-g++)
endif()
set(PTHIN_DEFAULT_HOST glibc)
if(PTHIN_ON_MUSL)
    # Plain cc where it is musl's, and else the compiler for musl with which pthin is built.
    set(PTHIN_DEFAULT_MUSL_GCC ${PTHIN_MUSL_GCC})
    execute_process(COMMAND cc -dumpmachine OUTPUT_VARIABLE machine ERROR_QUIET)
    if(machine MATCHES "musl")
        set(PTHIN_DEFAULT_MUSL_GCC cc)
        set(PTHIN_MUSL_PACKAGE gcc)
    endif()
    # A program is dynamic there unless -static says otherwise.
    if(PTHIN_MUSL_DYNAMIC)
        set(PTHIN_DEFAULT_HOST musl-dynamic)
    else()
        set(PTHIN_DEFAULT_HOST musl)
    endif()
endif()
if(CMAKE_CROSSCOMPILING)
    set(PTHIN_DEFAULT_CC ${CMAKE_C_COMPILER})
    string(REGEX REPLACE "gcc$" "g++" PTHIN_DEFAULT_CXX ${CMAKE_C_COMPILER})
    set(PTHIN_DEFAULT_MUSL_GCC ${PTHIN_MUSL_GCC})
endif()

function(pthin_configure_tools destination bindir libdir musl_libdir includedir)
    file(RELATIVE_PATH PTHIN_REL_LIBDIR ${bindir} ${libdir})
    file(RELATIVE_PATH PTHIN_REL_MUSL_LIBDIR ${bindir} ${musl_libdir})
    file(RELATIVE_PATH PTHIN_REL_INCLUDEDIR ${bindir} ${includedir})
    set(executable FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                   WORLD_READ WORLD_EXECUTE)
    # One source, two names: it knows by its own name which compiler it drives.
    foreach(tool pthin-cc pthin-c++)
        configure_file(tools/pthin-cc.in ${destination}/${tool} @ONLY ${executable})
    endforeach()
endfunction()

# A program with no libc that is none of a user's.
function(pthin_small_program target)
    pthin_object_options(${target} none)
    pthin_no_libc_options(${target})
    target_compile_options(${target} PRIVATE $<${PTHIN_OPTIMISED}:-O2> -fno-pie -fno-unwind-tables
                                             -fno-asynchronous-unwind-tables)
    target_compile_definitions(${target} PRIVATE PTHIN_VERSION="${PROJECT_VERSION}")
    target_link_options(${target} PRIVATE -nostdlib -static -Wl,-no-pie,--gc-sections
        -Wl,-z,noexecstack -Wl,-z,noseparate-code -Wl,-z,norelro)
    target_link_libraries(${target} PRIVATE gcc)
endfunction()

# pthin-run: a program with no libc (tools/pthin-run/run.c says why), at a fixed address and in one segment.
# -fno-*unwind-tables: nothing unwinds it. The libraries of the hosts bring it with them.
function(pthin_run_program target destination bindir libdir musl_libdir libexecdir)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/pthin-run/*.c)
    file(RELATIVE_PATH doctor ${bindir} ${libexecdir}/pthin/doctor)
    pthin_sources(shared ${PTHIN_ARCH_START} ${PTHIN_ARCH_SYSCALL_SOURCES}
                  ${PTHIN_ARCH_NO_LIBC_SOURCES} core/text.c host/none/memory.c)
    file(RELATIVE_PATH way ${bindir} ${libdir})
    file(RELATIVE_PATH musl_way ${bindir} ${musl_libdir})
    add_executable(${target} ${sources} ${shared})
    pthin_small_program(${target})
    target_compile_definitions(${target} PRIVATE PTHIN_DOCTOR_FROM_BINDIR="${doctor}"
                                                 PTHIN_SOVERSION="${PTHIN_SOVERSION}"
                                                 PTHIN_LIBDIR_FROM_BINDIR="${way}"
                                                 PTHIN_MUSL_LIBDIR_FROM_BINDIR="${musl_way}")
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${destination}
                                               OUTPUT_NAME pthin-run)
endfunction()

# What pthin-run --doctor starts, in a file of its own for the sake of pthin-run's size.
function(pthin_doctor_program)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/pthin-doctor/*.c)
    set(of_run environment.c output.c raise.c say.c system.c text.c)
    list(TRANSFORM of_run PREPEND ${PROJECT_SOURCE_DIR}/tools/pthin-run/)
    pthin_sources(shared ${PTHIN_ARCH_START} ${PTHIN_ARCH_SYSCALL_SOURCES}
                  ${PTHIN_ARCH_NO_LIBC_SOURCES} core/text.c host/none/memory.c)
    add_executable(pthin-doctor ${sources} ${of_run} ${shared})
    pthin_small_program(pthin-doctor)
    target_include_directories(pthin-doctor PRIVATE ${PROJECT_SOURCE_DIR}/tools)
    set_target_properties(
        pthin-doctor PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/libexec/pthin
                                OUTPUT_NAME doctor)
endfunction()

GNUInstallDirs_get_absolute_install_dir(PTHIN_INSTALL_FULL_MUSL_LIBDIR PTHIN_INSTALL_MUSL_LIBDIR
                                        LIBDIR)
pthin_configure_tools(${PTHIN_BUILD_BINDIR} ${PTHIN_BUILD_BINDIR} ${PTHIN_LIBDIR} ${PTHIN_LIBDIR}
                      ${CMAKE_BINARY_DIR}/include)
pthin_configure_tools(
    ${PTHIN_INSTALL_TOOLS_DIR} ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR}
    ${PTHIN_INSTALL_FULL_MUSL_LIBDIR} ${CMAKE_INSTALL_FULL_INCLUDEDIR})

if(PTHIN_HOST_GLIBC OR PTHIN_MUSL_DYNAMIC)
    pthin_run_program(pthin-run ${PTHIN_BUILD_BINDIR} ${PTHIN_BUILD_BINDIR} ${PTHIN_LIBDIR}
                      ${PTHIN_LIBDIR} ${CMAKE_BINARY_DIR}/libexec)
    pthin_run_program(pthin-run-installed ${PTHIN_INSTALL_TOOLS_DIR} ${CMAKE_INSTALL_FULL_BINDIR}
                      ${CMAKE_INSTALL_FULL_LIBDIR} ${PTHIN_INSTALL_FULL_MUSL_LIBDIR}
                      ${CMAKE_INSTALL_FULL_LIBEXECDIR})
    pthin_doctor_program()
    add_dependencies(pthin-run pthin-doctor)
    add_dependencies(pthin-run-installed pthin-doctor)
    # Who builds the libraries gets what preloads them.
    add_dependencies(pthin-libraries pthin-run-installed) # with these alone, it can be installed
    if(PTHIN_HOST_GLIBC)
        add_dependencies(pthin pthin-run)
    endif()
    if(PTHIN_MUSL_DYNAMIC)
        add_dependencies(pthin-musl-so pthin-run)
    endif()
endif()
