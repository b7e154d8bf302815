/* SPDX-License-Identifier: MIT */
/* The library that dlopen-tls.c loads: thread-local variables of both models. */
static _Thread_local int initial __attribute__((tls_model("initial-exec"))) = 77;
static _Thread_local long dynamic[100] = {88};

int *plugin_initial(void);
long *plugin_dynamic(void);

int *plugin_initial(void)
{
    return &initial;
}

long *plugin_dynamic(void)
{
    return dynamic;
}
