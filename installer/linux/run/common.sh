# shellcheck shell=sh disable=SC2034,SC2153,SC2154 # tools/shipping/run_file.py puts the files of this folder together
# What the installer and the uninstaller of the .run share.

REFUSED=1
WRONG_USE=2
RUNNING=3
quiet=
yes=
lock=

say() {
    [ -n "$quiet" ] || printf '%s\n' "$*"
}

have() {
    command -v "$1" >/dev/null 2>&1
}

# refuse TEXT [CODE]: say why not, and end.
refuse() {
    printf 'NextRep: %s\n' "$1" >&2
    tell_desktop "$1"
    exit "${2:-$REFUSED}"
}

# Whoever starts this from a file manager or a menu sees no terminal: the desktop shows the last word.
tell_desktop() {
    if [ -t 1 ] || [ -t 2 ] || [ -n "$quiet" ] || [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        return
    fi
    if have notify-send; then
        notify-send --app-name=NextRep NextRep "$1" &
    elif have zenity; then
        zenity --info --no-markup --timeout=30 --title=NextRep --text="$1" &
    elif have kdialog; then
        kdialog --title NextRep --passivepopup "$1" 30 &
    elif have xmessage; then
        xmessage -center -timeout 30 "$1" &
    fi >/dev/null 2>&1
}

# confirm QUESTION: ask on the terminal; where there is none, nobody is asked.
confirm() {
    if [ -n "$yes" ] || ! [ -t 0 ] || ! [ -t 1 ]; then
        return 0
    fi
    printf '%s [Y/n] ' "$1"
    read -r answer || answer=n
    case $answer in
        '' | [Yy]*) return 0 ;;
        *) return 1 ;;
    esac
}

# Where a person's programs lie: $home, $data (menus, icons, the profile), $bin (commands).
find_places() {
    home=${HOME:-}
    data=${XDG_DATA_HOME:-}
    case $home in
        /*) home=${home%/} ;;
        *) refuse "It is not known where your home folder is: the variable HOME does not name it." ;;
    esac
    case $data in
        /*) data=${data%/} ;;
        *) data=$home/.local/share ;; # as the XDG base directory specification has it
    esac
    bin=$home/.local/bin
    case $home$data in
        *"
"*) refuse "The name of your home folder has a line break in it. NextRep cannot be put there." ;;
    esac
}

# is_running PROGRAM: whether one of this person's processes was started from that file.
is_running() {
    for process in /proc/[0-9]*; do
        # shellcheck disable=SC3013 # dash, bash, ksh and busybox have -ef; it sees through links
        [ "$process/exe" -ef "$1" ] && return 0
    done
    return 1
}

# take_lock FILE: two installers at once would undo each other. The lock goes with the process that holds it.
take_lock() {
    (: >"$1") 2>/dev/null || refuse "'${1%/*}' cannot be written to. Nothing was changed."
    exec 9>"$1"
    if have flock && ! flock -n 9; then
        refuse "NextRep is just being installed or removed by another window. Nothing was changed." "$RUNNING"
    fi
    lock=$1
}

# remove_tree FOLDER: take away what an installation put there, and nothing else.
remove_tree() {
    while IFS= read -r path; do
        rm -f -- "$1/$path"
    done <"$1/installation/files"
    while IFS= read -r path; do # the deepest come first
        rmdir -- "$1/$path"
    done <"$1/installation/folders" 2>/dev/null
    for path in files folders menu packages version places made; do
        rm -f -- "$1/installation/$path"
    done
    rmdir -- "$1/installation" "$1" 2>/dev/null || return 0
}

# Tell the desktop's databases what came or went. Each tool exists only where something needs it.
refresh_databases() {
    if have update-desktop-database; then
        update-desktop-database -q "$data/applications"
    fi
    if have update-mime-database; then
        update-mime-database "$data/mime"
    fi
    touch "$data/icons/hicolor" # menus look at the time of this folder
    if [ -f "$data/icons/hicolor/icon-theme.cache" ] && have gtk-update-icon-cache; then
        gtk-update-icon-cache -q -t -f "$data/icons/hicolor"
    fi
} >/dev/null 2>&1
