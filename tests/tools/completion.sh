#!/bin/sh
# SPDX-License-Identifier: MIT
# What a shell offers when the tab key is pressed, in bash and zsh, where they are there.
. "${0%/*}/common.sh"

PATH=$PTHIN_BIN:$PATH
tools=pthin-cc
[ ! -e "$PTHIN_BIN/pthin-run" ] || tools="pthin-cc pthin-run"

# --- bash: the function is called as bash calls it. What it offers stands between commas.
cat >ask.bash <<'END_OF_ASK'
set -u
source "$1"
COMP_LINE=$2
COMP_POINT=${#COMP_LINE}
# In the way of COMP_WORDBREAKS, = is a word of its own.
read -ra COMP_WORDS <<<"${COMP_LINE//=/ = }"
[[ $COMP_LINE != *[\ =] ]] || [[ $COMP_LINE == *= ]] || COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
spec=$(complete -p "${COMP_WORDS[0]}")
function=${spec#*-F }
COMPREPLY=()
"${function%% *}" "${COMP_WORDS[0]}" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf ',%s' "${COMPREPLY[@]+"${COMPREPLY[@]}"}"
echo ,
END_OF_ASK

# offers LINE WORD...: all of these, when tab is pressed at the end of LINE.
offers() {
    line=$1
    shift
    bash ask.bash "$PTHIN_SOURCE/completions/pthin.bash" "$line" >out 2>err || fail "bash: '$line': $(cat err)"
    [ ! -s err ] || fail "bash: '$line': $(cat err)"
    for word; do
        grep -qF -e ",$word," out || fail "bash: '$line' does not offer '$word' but $(cat out)"
    done
}
offers_not() {
    ! grep -qF -e ",$1," out || fail "bash: '$line' offers '$1'"
}

if command -v bash >found; then
    offers 'pthin-cc --' --host= --help --version
    offers 'pthin-c++ --ho' --host=
    offers_not --help
    offers 'pthin-cc --host=' glibc musl musl-dynamic none
    offers 'pthin-cc -O2 --host=mu' musl musl-dynamic
    offers_not glibc
    offers 'pthin-cc thr' # the shell's own: files
    [ "$(cat out)" = ,, ] || fail "bash: 'pthin-cc thr' offers $(cat out)"
    case $tools in
    *run)
        offers 'pthin-run --' --help --version
        # Each option that --help tells of.
        for option in $(pthin-run --help | grep -oE -- '--[a-z][a-z-]*' | sort -u); do
            bash ask.bash "$PTHIN_SOURCE/completions/pthin.bash" "pthin-run $option" >out
            grep -qE -e ",$option=?," out || fail "bash: nothing is offered for pthin-run $option"
        done
        offers 'pthin-run --stats=thr' thread.c
        offers 'pthin-run --tool=' helgrind drd memcheck
        offers 'pthin-run --verbose prin' printf
        offers 'pthin-run --stats=FILE --verb' --verbose
        offers 'pthin-run -- prin' printf
        offers 'pthin-run ls --verb'
        offers_not --verbose
        ;;
    esac
else
    echo "Left out: bash, which is not there."
fi

# --- zsh: a shell in a terminal, in which the keys are pressed. Instead of the tool it runs one that writes
# down its arguments.
if command -v zsh >found && zsh -fc 'zmodload zsh/zpty' 2>found; then
    mkdir stand-in
    for tool in $tools; do
        cat >stand-in/"$tool" <<END
#!/bin/sh
[ "\$1" != --help ] || exec "$PTHIN_BIN/$tool" --help
echo "\$*" >"$work/pressed"
END
        chmod +x stand-in/"$tool"
    done
    mkdir functions
    cp "$PTHIN_SOURCE/completions/_pthin" functions
    cat >press.zsh <<'END'
zmodload zsh/zpty
zpty shell "PS1= TERM=dumb zsh -fi"
zpty -w shell "path=('$PWD/stand-in' \$path) fpath=('$PWD/functions' \$fpath)"
zpty -w shell "cd '$PWD'; autoload -Uz compinit; compinit -D -u; bindkey '^I' complete-word; : >ready"
for ((i = 0; i < 300; i++)); do [[ -e ready ]] && break; sleep 0.1; done
zpty -w -n shell "$1"$'\t\n'
for ((i = 0; i < 300; i++)); do [[ -s pressed ]] && break; sleep 0.1; done
zpty -d shell
END
    # becomes KEYS ARGUMENTS: what the tool is given, after tab and return
    becomes() {
        rm -f pressed ready
        zsh -f press.zsh "$1" >out 2>&1 || fail "zsh: $1: $(cat out)"
        [ "$(cat pressed 2>/dev/null)" = "$2" ] || fail "zsh: '$1' became '$(cat pressed)', not '$2'"
    }
    becomes 'pthin-cc --host=musl-d' '--host=musl-dynamic'
    becomes 'pthin-cc -o x thr' '-o x thread.c'
    case $tools in
    *run)
        becomes 'pthin-run --verb' '--verbose'
        becomes 'pthin-run --stats=thr' '--stats=thread.c'
        becomes 'pthin-run --tool=hel' '--tool=helgrind'
        ;;
    esac
else
    echo "Left out: zsh, which is not there."
fi
finish
