# SPDX-License-Identifier: MIT
# Which folder of src/arch belongs to the machine we build for.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|amd64|AMD64)$" AND CMAKE_SIZEOF_VOID_P EQUAL 8)
    set(PTHIN_PORT x86_64)
else()
    message(FATAL_ERROR "pthin has no port for ${CMAKE_SYSTEM_PROCESSOR} yet; see src/arch/arch.h "
                        "for what one consists of.")
endif()
if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
    message(FATAL_ERROR "pthin runs on Linux only.")
endif()
include(src/arch/${PTHIN_PORT}/sources.cmake)
