/* SPDX-License-Identifier: MIT */
/* Linked with -z execstack: says that it will run code on the stack. */
int plugin_is_there(void);

int plugin_is_there(void)
{
    return 1;
}
