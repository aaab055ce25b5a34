// A command line that is being typed: what its last word stands for.
import { FLAGS, type Flag, type FlagName, isFlag } from '../call/flags.ts';
import { isVerb, type VerbName } from '../call/verbs.ts';

export interface Typed {
  /** `null` where none was typed yet. */
  readonly verb: VerbName | null;
  /** Words beside flags, behind the verb and before the last. */
  readonly words: readonly string[];
  /** The last word, or of `--flag=value` the value. */
  readonly current: string;
  /** What stands before that in the last word: `--flag=`. */
  readonly lead: string;
  /** The flag whose value it is. */
  readonly flag: FlagName | null;
  /** Whether it may be a flag. */
  readonly mayBeFlag: boolean;
  /** The library that was named. */
  readonly library: string | undefined;
}

/** @param typed the words behind the program's name; the last may be empty */
export function readTyped(typed: readonly string[]): Typed {
  const before = typed.slice(0, -1);
  const last = typed.at(-1) ?? '';
  const words: string[] = [];
  let library: string | undefined;
  let waiting: FlagName | null = null;
  let isEnded = false;
  for (const word of before) {
    if (waiting !== null) {
      if (waiting === 'library') library = word;
      waiting = null;
    } else if (isEnded || !word.startsWith('-') || word === '-') words.push(word);
    else if (word === '--') isEnded = true;
    else if (word.startsWith('--library=')) library = word.slice('--library='.length);
    else waiting = flagInNeed(word);
  }
  const [lead, name = ''] = (!isEnded && /^--([a-z-]+)=/.exec(last)) || [''];
  const verb = words.find(isVerb) ?? null;
  // A word with a comma behind it names fields, any other is looked for.
  const isFields = !isEnded && before.at(-1) === '--json' && last.includes(',');
  return {
    verb,
    words: verb === null ? words : words.slice(words.indexOf(verb) + 1),
    current: last.slice(lead.length),
    lead,
    flag: isFlag(name) ? name : isFields ? 'json' : waiting,
    mayBeFlag: !isEnded && waiting === null,
    library,
  };
}

/** The flag that takes the next word as its value. */
function flagInNeed(word: string): FlagName | null {
  const names = Object.keys(FLAGS).filter(isFlag);
  const isMeant = (name: FlagName): boolean => {
    const { short }: Flag = FLAGS[name];
    return word === `--${name}` || (short !== undefined && word === `-${short}`);
  };
  const name = names.find(isMeant);
  if (name === undefined) return null;
  const { value, isOptional }: Flag = FLAGS[name];
  return value === undefined || isOptional ? null : name;
}
