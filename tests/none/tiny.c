/* SPDX-License-Identifier: MIT */
/* The smallest program: no thread function is named, so none may be in it. */
int main(void)
{
    return 0;
}
