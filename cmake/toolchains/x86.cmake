# SPDX-License-Identifier: MIT
# Debian's cross compiler for x86, package gcc-i686-linux-gnu; an x86_64 kernel runs its programs
# itself, unless it was built or started without that (as where a virtual machine's memory is encrypted):
# then the tests are left out. Not under qemu-user, which has another idea of segments.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR i686)
set(CMAKE_C_COMPILER i686-linux-gnu-gcc)
set(CMAKE_FIND_ROOT_PATH /usr/i686-linux-gnu)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(PTHIN_KERNEL_MAY_REFUSE ON)
