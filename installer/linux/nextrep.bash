# Completes what can be asked of nextrep on the command line, in bash.

_nextrep()
{
    local cur prev words cword
    _init_completion || return

    case $prev in
        --profile) _filedir -d; return ;;
        --passphrase-file | --password-file) _filedir; return ;;
        --smoke | --from | --to | --entries | --start | --week | --weeks | --seed | --size | --text-scale | --name | --include)
            return ;;
        --unit) COMPREPLY=($(compgen -W 'kg lb' -- "$cur")); return ;;
        --format) COMPREPLY=($(compgen -W 'csv json' -- "$cur")); return ;;
        --paper) COMPREPLY=($(compgen -W 'a4 letter' -- "$cur")); return ;;
        --theme) COMPREPLY=($(compgen -W 'light dark' -- "$cur")); return ;;
        --unknown) COMPREPLY=($(compgen -W 'own out' -- "$cur")); return ;;
        --overlap) COMPREPLY=($(compgen -W 'take-over after' -- "$cur")); return ;;
    esac

    # The command is the first word that is neither an option nor what belongs to one.
    local command='' action='' at=1
    while ((at < cword)); do
        case ${words[at]} in
            --profile | --passphrase-file | --smoke) ((at++)) ;;
            -*) ;;
            *)
                if [[ -z $command ]]; then
                    command=${words[at]}
                elif [[ $command == program && -z $action ]]; then
                    action=${words[at]}
                fi
                ;;
        esac
        ((at++))
    done

    local options='--help --profile --passphrase-file' files=''
    case $command$action in
        '')
            COMPREPLY=($(compgen -W 'import export report companion sheet program calendar demo screens backup restore check
                --version --smoke '"$options" -- "$cur"))
            [[ $cur == -* ]] || _filedir nextrep
            return
            ;;
        import) options+=' --unit --dry-run --json --drop-repeats' files=any ;;
        export) options+=' --format' files=any ;;
        report)
            options+=' --from --to --without-questionnaires --include --entries --paper --grey --password-file' files=pdf
            ;;
        companion)
            options+=' --from --to --without-questionnaires --include --entries --name --with-body-weight' files=any
            ;;
        sheet) options+=' --week --to --paper --weights --no-dates' files=pdf ;;
        program) COMPREPLY=($(compgen -W "export open $options" -- "$cur")); return ;;
        programexport) options+=' --weights --no-notes --no-times' files=nextrep ;;
        programopen) options+=' --start --on-that-day --unknown --overlap' files=nextrep ;;
        calendar) options+=' --names --exercises' files=ics ;;
        demo) options+=' --weeks --seed' ;;
        screens) options+=' --theme --size --text-scale' files=any ;;
        backup) files=any ;;
        restore) options+=' --dry-run' files=any ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
    elif [[ $files == any ]]; then
        _filedir
    elif [[ -n $files ]]; then
        _filedir "$files"
    fi
} &&
    complete -F _nextrep nextrep
