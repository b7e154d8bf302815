# SPDX-License-Identifier: MIT
# Which folder of src/arch belongs to the machine we build for. Sets PTHIN_PORT and what that
# folder's sources.cmake sets.
set(PTHIN_PORT)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|amd64|AMD64)$")
    # The compiler may be told to make 32-bit programs (-m32).
    if(CMAKE_SIZEOF_VOID_P EQUAL 8)
        set(PTHIN_PORT x86_64)
    else()
        set(PTHIN_PORT x86)
    endif()
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86|i[3-6]86)$")
    set(PTHIN_PORT x86)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$" AND CMAKE_SIZEOF_VOID_P EQUAL 8)
    set(PTHIN_PORT aarch64)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "^(arm|aarch64|arm64)")
    set(PTHIN_PORT arm)
elseif(CMAKE_SYSTEM_PROCESSOR STREQUAL "riscv64" AND CMAKE_SIZEOF_VOID_P EQUAL 8)
    set(PTHIN_PORT riscv64)
endif()
if(NOT PTHIN_PORT OR NOT EXISTS ${PROJECT_SOURCE_DIR}/src/arch/${PTHIN_PORT}/sources.cmake)
    message(FATAL_ERROR "pthin has no port for ${CMAKE_SYSTEM_PROCESSOR} yet; see src/arch/arch.h "
                        "for what one consists of.")
endif()
if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
    message(FATAL_ERROR "pthin runs on Linux only.")
endif()
include(src/arch/${PTHIN_PORT}/sources.cmake)
