/* SPDX-License-Identifier: MIT */
/* Included before the programs of the manual pages; so it must include nothing itself. */
__attribute__((noreturn)) void errc(int status, int error, const char *format, ...);
