// Which terminal this is, by its environment variables.

/** By variables that each sets. The first match counts: a terminal started in another has both sets. */
const SIGNS = [
  ['vte', 'VTE_VERSION', /./],
  ['konsole', 'KONSOLE_VERSION', /./],
  ['ghostty', 'TERM_PROGRAM', /^ghostty$/],
  ['wezterm', 'TERM_PROGRAM', /^WezTerm$/],
  ['iterm', 'TERM_PROGRAM', /^iTerm\.app$/],
  ['kitty', 'KITTY_WINDOW_ID', /./],
  ['kitty', 'TERM', /kitty/],
  ['foot', 'TERM', /^foot/],
  ['alacritty', 'ALACRITTY_WINDOW_ID', /./],
  ['alacritty', 'TERM', /^alacritty/],
  ['windows', 'WT_SESSION', /./],
  ['windows', 'ConEmuANSI', /^ON$/],
  ['xterm', 'XTERM_VERSION', /./],
] as const satisfies readonly (readonly [name: string, variable: string, value: RegExp])[];

export type KnownTerminal = (typeof SIGNS)[number][0];

/** Multiplexers, behind which the terminal is unknown. */
const BETWEEN = ['TMUX', 'STY'];

/** `null` where it is unknown. */
export function knownTerminal(
  env: Readonly<Record<string, string | undefined>>,
): KnownTerminal | null {
  if (BETWEEN.some((name) => env[name])) return null;
  return SIGNS.find(([, variable, value]) => value.test(env[variable] ?? ''))?.[0] ?? null;
}

/** Whether the terminal is on another machine. */
export function isRemote(env: Readonly<Record<string, string | undefined>>): boolean {
  return Boolean(env['SSH_CONNECTION'] || env['SSH_TTY']);
}
