# shellcheck shell=sh disable=SC2034,SC2153,SC2154 # tools/shipping/run_file.py puts the files of this folder together
# Installs NextRep for the person who runs this: a new tree beside the old one, tried, then renamed into its place.

usage() {
    cat <<END
NextRep $VERSION for Linux (x86_64): installs it for you alone, without an administrator.

sh ${file##*/} [OPTIONS]

  --yes               ask nothing; so it is where no terminal is
  --quiet             ask nothing and say only what went wrong
  --target DIR        put the program into DIR, not into ~/.local/lib/nextrep
  --uninstall         remove the program; what you wrote in it stays
  --check             only look whether this file is whole
  --extract-only DIR  only unpack the program into the new folder DIR
  --help              this text

Run a newer file to update. Exit codes: 0 done, 1 not done (the reason is said), 2 wrong options, 3 NextRep is open.
END
}

read_options() {
    action=install
    wanted=
    while [ $# -gt 0 ]; do
        case $1 in
            --yes | -y) yes=1 ;;
            --quiet | -q) quiet=1 yes=1 ;;
            --uninstall) action=uninstall ;;
            --check) action=check ;;
            --help | -h) action=help ;;
            --target | --extract-only)
                [ -n "${2:-}" ] || refuse "$1 takes the name of a folder." "$WRONG_USE"
                [ "$1" = --target ] || action=extract
                wanted=$2
                shift
                ;;
            *) refuse "'$1' is no option of this file; --help lists them." "$WRONG_USE" ;;
        esac
        shift
    done
    case $wanted in
        '' | /*) ;;
        *) wanted=$PWD/$wanted ;;
    esac
    while [ "${wanted%/}" != "$wanted" ]; do wanted=${wanted%/}; done
}

main() {
    file=$0
    read_options "$@"
    case $action in
        help) usage ;;
        check)
            check_whole
            say "This file is whole: NextRep $VERSION."
            ;;
        extract) extract_only ;;
        uninstall) uninstall ;;
        install) install ;;
    esac
}

extract_only() {
    check_machine
    check_whole
    [ ! -e "$wanted" ] || refuse "'$wanted' is there already. Name a new folder."
    check_room "$wanted" "$NEEDED_KB"
    mkdir -p -- "$wanted" || refuse "'$wanted' cannot be made."
    unpack "$wanted"
    say "Unpacked into '$wanted'. Start it with: $wanted/nextrep"
}

uninstall() {
    find_places
    target=${wanted:-$(standing)}
    [ -f "$target/uninstall" ] || refuse "No NextRep that this file put there was found${target:+ in $target}."
    set -- ${yes:+--yes} ${quiet:+--quiet}
    exec sh "$target/uninstall" "$@"
}

install() {
    check_person
    check_machine
    find_places
    check_whole
    choose_target
    check_not_running
    check_room "$target" "$NEEDED_KB"
    check_room "$data" 2000
    if [ -n "$before" ] && older "$VERSION" "$before"; then
        say "$(downgrade_note)"
    fi
    confirm "$(offer)" || refuse "Nothing was changed."
    made=
    trap clean_up EXIT
    trap 'exit 1' HUP INT TERM
    make_folder "${target%/*}"
    take_lock "$target.lock"
    mend
    say "Unpacking NextRep $VERSION ..."
    mkdir -- "$new" 2>/dev/null || refuse "'${new%/*}' cannot be written to. Nothing was changed."
    unpack "$new"
    check_libraries
    say "Trying it, for some seconds ..."
    try_it
    stage
    check_not_running
    swap
    tidy
    say_done
}

# The folder of the NextRep that stands here, or nothing.
standing() {
    for place in "$(readlink -- "$bin/nextrep")" "$(readlink -- "$bin/nextrep-uninstall")" "$home/.local/lib/nextrep/"; do
        place=${place%/*}
        if [ -n "$place" ] && { is_ours "$place" || is_ours "$place.old"; }; then
            printf '%s\n' "$place"
            return
        fi
    done
}

is_ours() {
    [ -d "$1/installation" ]
}

choose_target() {
    there=$(standing)
    target=${wanted:-${there:-$home/.local/lib/nextrep}}
    [ ! -L "$target" ] || target=$(readlink -f -- "$target")
    if [ -n "$there" ] && [ -n "$wanted" ] && [ "$there" != "$target" ]; then
        refuse "NextRep is installed in '$there' already. Leave --target out to update it, or remove it first: nextrep-uninstall"
    fi
    case $target/ in
        / | "$home/" | "$data/" | "$bin/" | "$data/NextRep/"*) refuse "'$target' is no place for the program. Name a folder of its own." ;;
    esac
    # A damaged NextRep may have lost its lists.
    if [ -e "$target" ] && ! is_ours "$target" && [ ! -d "$target/_internal" ] && [ -n "$(ls -A -- "$target")" ]; then
        refuse "There is something else in '$target'. Name another folder with --target."
    fi
    new=$target.new
    old=$target.old
    before=
    [ ! -f "$target/installation/version" ] || before=$(cat -- "$target/installation/version")
}

offer() {
    if [ -z "$before" ]; then
        printf 'NextRep %s goes into %s (%s MB), with an entry in your menu.' "$VERSION" "$target" "$INSTALLED_MB"
    elif [ "$before" = "$VERSION" ]; then
        printf 'NextRep %s is installed already; it is put there anew.' "$VERSION"
    elif older "$VERSION" "$before"; then
        printf 'NextRep %s takes the place of the newer %s.' "$VERSION" "$before"
    else
        printf 'NextRep %s takes the place of %s. What you wrote stays.' "$VERSION" "$before"
    fi
    printf ' Go on?'
}

downgrade_note() {
    printf 'NextRep %s is newer than this %s. A profile that the newer one has changed may not open in the older; it says so then, and changes nothing.' "$before" "$VERSION"
}

# Make a folder and those above it, and remember which ones were not there.
make_folder() {
    [ -d "$1" ] && return
    make_folder "$(dirname -- "$1")"
    mkdir -- "$1" 2>/dev/null || refuse "'$1' cannot be made. Nothing was changed."
    made="$1
$made"
}

say_done() {
    start=nextrep
    case :$PATH: in
        *":$bin:"*) [ "$(readlink -- "$bin/nextrep")" = "$target/nextrep" ] || start=$target/nextrep ;;
        *) start=$bin/nextrep ;;
    esac
    done="NextRep $VERSION is installed. Open it from the menu, or as: $start"
    say "$done"
    say "To remove it: $bin/nextrep-uninstall. What you write in NextRep is no part of that."
    [ ! -e /usr/bin/nextrep ] || say "A NextRep for everyone on this computer is there too; your menu starts the one that you installed just now."
    tell_desktop "$done"
}
