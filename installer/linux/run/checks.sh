# shellcheck shell=sh disable=SC2034,SC2153,SC2154 # tools/shipping/run_file.py puts the files of this folder together
# What must be so before the installer writes anything.

# The first two lines of the file are the program's name and the checksum of all that follows.
check_whole() {
    for tool in sha256sum tail head tar sed sort df readlink; do
        have "$tool" || refuse "The command '$tool' is missing here, and this file needs it."
    done
    [ -r "$file" ] || refuse "Save this as a file, then run it: sh $PACKED_AS"
    found=$(tail -c +80 -- "$file" | sha256sum)
    [ "${found%% *}" = "$SUM" ] || refuse "This file is damaged or not complete. Please download it again. Nothing was changed."
}

check_person() {
    [ "$(id -u)" -ne 0 ] || refuse "This installs NextRep for one person and needs no administrator. Run it again as yourself, without sudo. For everyone on a computer there is the Debian package: apt install ./$PACKAGE_FOR_ALL"
}

check_machine() {
    machine=$(uname -m)
    [ "$machine" = x86_64 ] || refuse "This file is for computers with an Intel or AMD processor (x86_64). This one is $machine. Nothing was changed."
    [ "$(getconf LONG_BIT 2>/dev/null)" != 32 ] || refuse "This file is for a Linux of 64 bits, and this one has 32. Nothing was changed."
    glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null) || glibc=
    glibc=${glibc#glibc }
    [ -n "$glibc" ] || refuse "This Linux does not have the C library that NextRep is made for (glibc $GLIBC or newer). Nothing was changed."
    if older "$glibc" "$GLIBC"; then
        refuse "This Linux is too old for NextRep: it has glibc $glibc, and $GLIBC or newer is needed (Debian 12, Ubuntu 24.04, Fedora 37, or newer). Nothing was changed."
    fi
}

# older A B: whether version A comes before version B.
older() {
    [ "$1" != "$2" ] && [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

check_not_running() {
    if is_running "$target/nextrep" || is_running "$old/nextrep"; then
        refuse "NextRep is open. Close it, then run this again. Nothing was changed." "$RUNNING"
    fi
}

# check_room FOLDER KILOBYTES
check_room() {
    place=$1
    while ! [ -d "$place" ]; do
        place=$(dirname -- "$place")
    done
    free=$(df -Pk -- "$place" 2>/dev/null | sed -n '2s/^.* [0-9]\{1,\} \{1,\}[0-9]\{1,\} \{1,\}\([0-9]\{1,\}\) \{1,\}[0-9-]\{1,\}%\{0,1\} .*$/\1/p')
    if [ -n "$free" ] && [ "$free" -lt "$2" ]; then
        refuse "There is not enough room in '$place': $(($2 / 1000 + 1)) MB are needed for the time of installing, and $((free / 1000)) MB are free. Nothing was changed."
    fi
}

# What the window needs of the desktop; NextRep brings what many desktops lack.
check_libraries() {
    plugins=$new/_internal/PySide6/Qt/plugins/platforms
    lacking=$(lacking "$plugins/libqxcb.so")
    if [ -z "$lacking" ] || { [ "${XDG_SESSION_TYPE:-}" = wayland ] && [ -z "$(lacking "$plugins/libqwayland.so")" ]; }; then
        return
    fi
    # shellcheck disable=SC2086 # names of libraries and packages have no spaces
    libraries=$(printf '%s ' $lacking)
    advice=
    # shellcheck disable=SC2086
    if have apt-get; then
        packages=$(for library in $lacking; do sed -n "s/^$library //p" "$new/installation/packages"; done | sort -u)
        advice=" This brings it: sudo apt install $(printf '%s ' $packages)"
    elif have dnf; then
        advice=" This brings it: sudo dnf install $(printf "'%s()(64bit)' " $lacking)"
    fi
    refuse "This Linux lacks what a window needs: ${libraries% }.${advice% }${advice:+, then run this file again.} Nothing was changed."
}

# lacking FILE: the names of the libraries that it needs and that are not here.
lacking() {
    LD_LIBRARY_PATH=$new/_internal ldd "$1" 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u
}
