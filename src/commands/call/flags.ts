// The table of flags: parsing, checks, completion, the help and the manual page all read it.
import { SORT_KEYS } from '../../core/article/article-order.ts';
import flags from './flags.json' with { type: 'json' };

interface Flag {
  readonly short?: string;
  /** The value's name in the help; a flag without one is a switch. */
  readonly value?: string;
  /** It may stand without its value, which follows a `=` or has a comma in it. */
  readonly isOptional?: boolean;
  /** The value is a file or a folder. */
  readonly isPath?: boolean;
  /** What the value is one of. */
  readonly choices?: readonly string[];
  readonly summary: string;
}

/** What flags take that take some words only. */
export const CHOICES = {
  color: ['auto', 'always', 'never'],
  sort: SORT_KEYS,
  as: ['text', 'html', 'markdown', 'feed'],
  links: ['footnote', 'inline', 'none'],
} as const;

export type FlagName = keyof typeof flags;

/** Every flag by its name; the first group is understood by every verb. */
export const FLAGS: Readonly<Record<FlagName, Flag>> = {
  ...flags,
  color: { ...flags.color, choices: CHOICES.color },
  sort: { ...flags.sort, choices: CHOICES.sort },
  as: { ...flags.as, choices: CHOICES.as },
  links: { ...flags.links, choices: CHOICES.links },
};

const GLOBAL = 'library color theme bidi width format json quiet no-motion help version';

/** The flags that every verb understands, in the order of the help. */
export const GLOBAL_FLAGS = /* @__PURE__ */ GLOBAL.split(' ').filter(isFlag);

export function isFlag(name: string): name is FlagName {
  return Object.hasOwn(FLAGS, name);
}

/** What was given for each flag, in order; a switch that was given is `[]`. */
export type FlagValues = { readonly [Name in FlagName]?: readonly string[] };

/** How a flag is written: `-f, --format F`. */
export function formatFlag(name: FlagName): string {
  const { short, value, isOptional } = FLAGS[name];
  const taken = isOptional ? `[=${value}]` : value === undefined ? '' : ` ${value}`;
  return `${short === undefined ? '' : `-${short}, `}--${name}${taken}`;
}
