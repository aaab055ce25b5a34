# Completes newsprint's words in fish: newsprint completion fish | source
function __newsprint_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l answers (command newsprint completion fish -- $words "$current" 2> /dev/null)
    if set -q answers[1]
        string match --invert -- \t $answers
    else
        __fish_complete_path "$current"
    end
end
complete --command newsprint --no-files --keep-order --arguments '(__newsprint_complete)'
