# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# Completion in bash for pthin-run, pthin-cc and pthin-c++. Which options there are, and which words may
# follow an option's =, is read from what --help says.

# _pthin_words TOOL: each option, and each option with a word after =, on a line of its own; FILE stands
# for a file.
_pthin_words() {
    local option words word
    "$1" --help 2>/dev/null | grep -oE -- '--[a-z][a-z-]*(=[A-Za-z|:-]+)?' | sort -u |
        while IFS='=' read -r option words; do
            [ -n "$words" ] || printf '%s\n' "$option"
            while [ -n "$words" ]; do
                word=${words%%|*}
                printf '%s=%s\n' "$option" "$word"
                [ "$word" != "$words" ] || break
                words=${words#*|}
            done
        done
    printf '%s\n' --help --version
}

# _pthin_option TOOL WORD: completes WORD as an option of the tool's.
_pthin_option() {
    local line seen=
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
        "${2%%=*}=FILE")
            # bash takes what stands after = for a word of its own.
            [ "$2" = "${2%%=*}" ] || {
                mapfile -t COMPREPLY < <(compgen -f -- "${2#*=}")
                return
            }
            ;;
        esac
        case $line in
        *=[A-Z]*) line=${line%%=*}= ;;
        esac
        case $line in
        "$2"*)
            [ "$2" = "${2%%=*}" ] || line=${line#*=}
            # One word until =, however many there are after it.
            [ "$2" != "${2%%=*}" ] || [ "$line" = "${line%%=*}" ] || line=${line%%=*}=
            case $seen in
            *" $line "*) ;;
            *) COMPREPLY+=("$line") ;;
            esac
            seen="$seen $line "
            ;;
        esac
    done < <(_pthin_words "$1")
    case ${COMPREPLY[*]} in
    *=) compopt -o nospace 2>/dev/null || true ;;
    esac
}

# The word before the cursor, which for bash ends at each =.
_pthin_word() {
    local line=${COMP_LINE:0:COMP_POINT}
    printf '%s' "${line##*[[:space:]]}"
}

_pthin_cc() {
    local word
    word=$(_pthin_word)
    COMPREPLY=()
    case $word in
    --*) _pthin_option "$1" "$word" ;;
    esac # all else is the compiler's, or a file
}

_pthin_run() {
    local word line at
    word=$(_pthin_word)
    # Where is the program? Behind the options, one of which may have been taken apart at its =.
    for ((at = 1; at < COMP_CWORD; at++)); do
        case ${COMP_WORDS[at]} in
        -- | =) ;;
        -*) ;;
        *) [ "${COMP_WORDS[at - 1]}" = "=" ] || break ;;
        esac
    done
    COMPREPLY=()
    line=${COMP_WORDS[*]:1:COMP_CWORD-1}
    if [ "$at" -lt "$COMP_CWORD" ]; then # among the arguments of the program
        ! declare -F _command_offset >/dev/null || _command_offset "$at"
    elif [[ $word == -* && " $line " != *" -- "* ]]; then
        _pthin_option "$1" "$word"
    else
        mapfile -t COMPREPLY < <(compgen -c -- "$word")
    fi
}

complete -o bashdefault -o default -F _pthin_cc pthin-cc pthin-c++
complete -o bashdefault -o default -F _pthin_run pthin-run
