# shellcheck shell=sh disable=SC2034,SC2153,SC2154 # tools/shipping/run_file.py puts the files of this folder together
# Removes the NextRep that this lies in: what its lists name, and nothing else. The profile stays.

usage() {
    cat <<END
nextrep-uninstall [--yes] [--quiet]

Removes the NextRep in $here.
What you wrote in NextRep stays where it is, and a NextRep that is installed later finds it.
END
}

main() {
    here=$(dirname -- "$(readlink -f -- "$0")")
    on_desktop=
    for word in "$@"; do
        case $word in
            --yes | -y) yes=1 ;;
            --quiet | -q) quiet=1 yes=1 ;;
            --ask) on_desktop=1 ;; # from the menu
            --help | -h)
                usage
                exit 0
                ;;
            *) refuse "'$word' is no option; --help lists them." "$WRONG_USE" ;;
        esac
    done
    remove
}

remove() {
    { [ -f "$here/installation/files" ] && [ -f "$here/installation/places" ]; } \
        || refuse "'$here' is no whole installation. Install NextRep once more, then remove it."
    { read -r data && read -r bin; } <"$here/installation/places"
    if is_running "$here/nextrep"; then
        refuse "NextRep is open. Close it, then remove it. Nothing was changed." "$RUNNING"
    fi
    if [ -n "$on_desktop" ]; then
        ask_on_desktop "Remove NextRep from this computer? What you wrote in it stays." || exit "$REFUSED"
    fi
    confirm "Remove NextRep from $here? What you wrote in it stays." || refuse "Nothing was changed."
    take_lock "$here.lock"
    trap 'rm -f -- "$lock"' EXIT
    made=$(cat -- "$here/installation/made")
    for command in nextrep nextrep-uninstall; do
        case $(readlink -- "$bin/$command") in
            "$here"/*) rm -f -- "$bin/$command" ;;
        esac
    done
    while IFS= read -r path; do
        rm -f -- "$data/$path"
    done <"$here/installation/menu"
    remove_tree "$here"
    refresh_databases
    rm -f -- "$lock"
    remove_made
    say_removed
}

# The folders that installing made go where nothing is in them; what the desktop's tools wrote there goes along.
remove_made() {
    if was_made "$data/mime" && rmdir -- "$data/mime/packages" 2>/dev/null; then
        empty_mime
    fi
    if was_made "$data/applications" && [ "$(ls -A -- "$data/applications")" = mimeinfo.cache ]; then
        rm -f -- "$data/applications/mimeinfo.cache"
    fi
    printf '%s\n' "$made" | while IFS= read -r folder; do
        [ -z "$folder" ] || rmdir -- "$folder" 2>/dev/null
    done
}

empty_mime() {
    for path in aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version XMLnamespaces; do
        rm -f -- "$data/mime/$path"
    done
    rmdir -- "$data/mime/application" 2>/dev/null || return 0
}

was_made() {
    printf '%s\n' "$made" | grep -qxF -- "$1"
}

ask_on_desktop() {
    if have zenity; then
        zenity --question --no-markup --title=NextRep --text="$1"
    elif have kdialog; then
        kdialog --title NextRep --yesno "$1"
    elif have xmessage; then
        xmessage -center -buttons Keep:1,Remove:0 "$1"
    else
        refuse "To remove NextRep, open a terminal and type: $here/uninstall"
    fi
}

say_removed() {
    text="NextRep is removed."
    [ ! -d "$here" ] || text="$text '$here' stays, because files are in it that are not NextRep's."
    [ ! -d "$data/NextRep" ] || text="$text What you wrote in it is still in '$data/NextRep'."
    say "$text"
    tell_desktop "$text"
}
