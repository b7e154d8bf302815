/* SPDX-License-Identifier: MIT */
#include <pthin/program.h>

/* Nothing has been set up, and nothing is needed to end the process. */
void _start(void)
{
    pthin_program_immediate_exit(0);
}
