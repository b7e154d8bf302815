#!/bin/sh
# SPDX-License-Identifier: MIT
#
# build-reference.sh COMPILER ARGS... -o OUTPUT SOURCE
# Builds a test for a libc alone. A libc may lack a function; then OUTPUT becomes a test that says
# so and fails, because that is a result and not an error of the build.
set -u

output=
previous=
for arg; do
    [ "$previous" != -o ] || output=$arg
    previous=$arg
done

rm -f "$output"
if messages=$("$@" 2>&1); then
    exit 0
fi
{
    echo '#!/bin/sh'
    echo 'echo "does not build:"'
    echo "cat <<'END'"
    printf '%s\n' "$messages" | grep -E 'error|undefined reference' | head -n 5
    echo END
    echo 'exit 1'
} >"$output"
chmod +x "$output"
