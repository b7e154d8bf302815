/* SPDX-License-Identifier: MIT */
/* Nothing at all. */
int main(void)
{
    return 0;
}
