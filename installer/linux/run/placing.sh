# shellcheck shell=sh disable=SC2034,SC2153,SC2154 # tools/shipping/run_file.py puts the files of this folder together
# Unpacks the new tree beside the old one, tries it, and puts it into its place; or takes all of it back.

# What an installation left that was cut off: the old tree comes back, a new one that was never used goes.
mend() {
    if [ ! -e "$target" ] && [ -d "$old" ]; then
        mv -- "$old" "$target"
        [ ! -f "$target/installation/version" ] || before=$(cat -- "$target/installation/version")
    fi
    if [ -f "$old/installation/files" ]; then
        remove_tree "$old"
    fi
    rm -rf -- "$new" "$new.trial"
}

# unpack FOLDER. xz comes along, because not every Linux has it.
unpack() {
    mkdir -- "$1/.unpack"
    tail -c "+$TOOLS_AT" -- "$file" | head -c "$TOOLS_SIZE" | tar -xf - -C "$1/.unpack" || refuse "There was no room in '$1'. Nothing was changed."
    if ! LD_LIBRARY_PATH=$1/.unpack "$1/.unpack/xz" --version >/dev/null 2>&1; then
        refuse "Programs may not be run from '$1'. Name another folder with --target. Nothing was changed."
    fi
    tail -c "+$PROGRAM_AT" -- "$file" | LD_LIBRARY_PATH=$1/.unpack "$1/.unpack/xz" -dc | tar -xf - -C "$1" \
        || refuse "It could not be unpacked into '$1'. Is there room? Nothing was changed."
    rm -r -- "$1/.unpack"
}

# A slow or very busy computer gets a second chance: by then its disk has what is needed at hand.
try_it() {
    trial=$new.trial
    if ! prove && ! { say "That did not go well; trying once more ..." && prove; }; then
        tail -n 5 -- "$trial/said" >&2
        sed -n 's/^ *"why": "\(..*\)",$/\1/p' "$trial/smoke/smoke.json" >&2 2>/dev/null
        refuse "NextRep does not run on this computer: what it said stands above. Nothing was changed."
    fi
    rm -r -- "$trial"
}

# The program proves itself, without a screen and away from what this person has.
prove() {
    rm -rf -- "$trial"
    mkdir -m 700 -- "$trial" || refuse "There is no room left. Nothing was changed."
    env -i PATH="$PATH" HOME="$trial" LANG="${LANG:-C.UTF-8}" QT_QPA_PLATFORM=offscreen \
        XDG_RUNTIME_DIR="$trial" DBUS_SESSION_BUS_ADDRESS=unix:path="$trial/none" \
        "$new/nextrep" --smoke "$trial/smoke" >"$trial/said" 2>&1
}

# Everything that could fail for room or rights comes before the program is changed.
stage() {
    while IFS= read -r path; do
        make_folder "$(dirname -- "$data/$path")"
        fill <"$new/share/$path" >"$data/$path.nextrep-new" || refuse "'$data' cannot be written to. Nothing was changed."
    done <"$new/installation/menu"
    rm -r -- "$new/share"
    make_folder "$bin"
    for command in nextrep nextrep-uninstall; do
        program=$target/nextrep
        [ "$command" = nextrep ] || program=$target/uninstall
        may_link "$command" "$program" || continue
        ln -sf -- "$program" "$bin/$command.nextrep-new" || refuse "'$bin' cannot be written to. Nothing was changed."
    done
    {
        [ ! -f "$target/installation/made" ] || cat -- "$target/installation/made"
        printf '%s' "$made"
    } | sort -ru >"$new/installation/made" || refuse "There is no room left. Nothing was changed."
    printf '%s\n' "$data" "$bin" >"$new/installation/places" || refuse "There is no room left. Nothing was changed."
}

# A command of that name which is not ours stays.
may_link() {
    if { [ ! -e "$bin/$1" ] && [ ! -L "$bin/$1" ]; } || [ "$(readlink -- "$bin/$1")" = "$2" ]; then
        return 0
    fi
    say "'$bin/$1' is something else and was left alone. Start this one from the menu, or as: $2"
    return 1
}

# The menu entry names the program by its full path, as the desktop entry specification quotes it.
fill() {
    case $path in
        *.desktop) ;;
        *)
            cat
            return
            ;;
    esac
    quoted=$(printf '%s' "$target" | sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g')
    while IFS= read -r line; do
        case $line in
            Exec=@PROGRAM@*) printf 'Exec="%s/nextrep"%s\n' "$quoted" "${line#Exec=@PROGRAM@}" ;;
            Exec=@UNINSTALL@*) printf 'Exec="%s/uninstall"%s\n' "$quoted" "${line#Exec=@UNINSTALL@}" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done
}

swap() {
    trap '' HUP INT TERM # from here on it is a matter of a moment
    rmdir -- "$target" 2>/dev/null # an empty folder that somebody made for it
    if [ -e "$target" ]; then
        [ ! -e "$old" ] || set_aside "$old"
        mv -- "$target" "$old" || refuse "'$target' cannot be renamed. Nothing was changed."
    fi
    mv -- "$new" "$target" || refuse "'$target' cannot be put there. Nothing was changed."
    made=
    while IFS= read -r path; do
        mv -f -- "$data/$path.nextrep-new" "$data/$path"
    done <"$target/installation/menu"
    for command in nextrep nextrep-uninstall; do
        [ ! -L "$bin/$command.nextrep-new" ] || mv -f -- "$bin/$command.nextrep-new" "$bin/$command"
    done
    refresh_databases
}

# The old tree goes by its own list; what somebody else put into it is kept.
tidy() {
    [ -d "$old" ] || return 0
    for list in files folders menu; do
        [ -f "$old/installation/$list" ] || { mkdir -p -- "$old/installation" && cp -- "$target/installation/$list" "$old/installation/"; }
    done
    while IFS= read -r path; do
        grep -qxF -- "$path" "$target/installation/menu" || rm -f -- "$data/$path"
    done <"$old/installation/menu"
    remove_tree "$old"
    [ ! -d "$old" ] || set_aside "$old"
}

set_aside() {
    number=1
    while [ -e "$target.kept-$number" ]; do number=$((number + 1)); done
    mv -- "$1" "$target.kept-$number"
    say "Files that are not NextRep's were in its folder. They are kept in '$target.kept-$number'."
}

clean_up() {
    code=$?
    trap - EXIT
    if [ -n "$lock" ]; then # without it, what lies there is another installer's
        take_back
        rm -f -- "$lock"
    fi
    printf '%s' "$made" | while IFS= read -r folder; do # only those that this call made, and only empty ones
        rmdir -- "$folder" 2>/dev/null
    done
    exit "$code"
}

take_back() {
    if [ ! -e "$target" ] && [ -d "$old" ]; then
        mv -- "$old" "$target"
    fi
    if [ -f "$new/installation/menu" ]; then
        while IFS= read -r path; do
            rm -f -- "$data/$path.nextrep-new"
        done <"$new/installation/menu"
        rm -f -- "$bin/nextrep.nextrep-new" "$bin/nextrep-uninstall.nextrep-new"
    fi
    rm -rf -- "$new" "$new.trial"
}
