// Which terminal it is, as far as its variables tell.

/** By what each sets; the first that fits, for one started in another has the variables of both. */
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

/** Programs between this one and a terminal that is not known. */
const BETWEEN = ['TMUX', 'STY'];

/** `null` for one that is not known. */
export function knownTerminal(
  env: Readonly<Record<string, string | undefined>>,
): KnownTerminal | null {
  if (BETWEEN.some((name) => env[name])) return null;
  return SIGNS.find(([, variable, value]) => value.test(env[variable] ?? ''))?.[0] ?? null;
}

/** True where it is on another machine. */
export function isRemote(env: Readonly<Record<string, string | undefined>>): boolean {
  return Boolean(env['SSH_CONNECTION'] || env['SSH_TTY']);
}
