#compdef newsprint
# Completes newsprint's words in zsh: eval "$(newsprint completion zsh)"
_newsprint() {
  local line value
  local -a values shown open_values open_shown
  while IFS= read -r line; do
    value=${line%%$'\t'*}
    [[ -z $value ]] && return 1
    if [[ $value == *[:=,] ]]; then
      open_values+=("$value")
      open_shown+=("${line/$'\t'/  }")
    else
      values+=("$value")
      shown+=("${line/$'\t'/  }")
    fi
  done < <(command newsprint completion zsh -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2> /dev/null)
  (( $#values + $#open_values )) || { _files; return }
  (( $#values )) && compadd -l -V newsprint -d shown -a values
  (( $#open_values )) && compadd -l -V keys -S '' -d open_shown -a open_values
}
if [[ $funcstack[1] == _newsprint ]]; then
  _newsprint "$@"
else
  compdef _newsprint newsprint
fi
