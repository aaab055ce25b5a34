// Stands for node-emoji, a table of all emoji: marked-terminal is told to leave `:smile:` as it is.

export function get(name: string): string {
  return name;
}
