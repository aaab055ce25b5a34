# Completes newsprint's words in bash: eval "$(newsprint completion bash)"
_newsprint() {
  local line=${COMP_LINE:0:COMP_POINT} current cut='' value about
  local -a words
  IFS=$' \t' read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  current=${words[${#words[@]} - 1]}
  # Readline takes what follows a : or a = for a word of its own.
  [[ $COMP_WORDBREAKS == *=* && $current == *=* ]] && cut=${current%"${current##*=}"}
  [[ $COMP_WORDBREAKS == *:* && $current == *:* ]] && cut=${current%"${current##*:}"}
  COMPREPLY=()
  while IFS=$'\t' read -r value about; do
    # A line without a word: there is none, and files are none either.
    [[ -z $value ]] && compopt +o default && continue
    # What is put on the line is read by bash again.
    [[ $value == *[^[:alnum:]_.:=,/@%+-]* ]] && printf -v value %q "$value"
    value=${value#"$cut"}
    # What is listed after a second Tab is put nowhere.
    [[ $COMP_TYPE == 63 && -n $about ]] && value="$value  ($about)" && value=${value:0:${COLUMNS:-80} - 1}
    COMPREPLY+=("$value")
  done < <(command newsprint completion bash -- "${words[@]:1}" 2> /dev/null)
  [[ ${#COMPREPLY[@]} == 1 && $COMPREPLY == *[:=,] ]] && compopt -o nospace
  return 0
}
complete -o default -F _newsprint newsprint
