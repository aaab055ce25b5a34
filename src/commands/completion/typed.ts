// A command line that is being typed: what its last word stands for.
import { FLAGS, type FlagName, isFlag } from '../call/flags.ts';
import { isVerb, type VerbName } from '../call/verb-names.ts';

export interface Typed {
  /** `null` where none was typed yet. */
  readonly verb: VerbName | null;
  /** Words beside flags, behind the verb and before the last. */
  readonly words: readonly string[];
  /** The last word, or of `--flag=value` the value. */
  readonly current: string;
  /** What stands before that in the last word: `--flag=`. */
  readonly lead: string;
  readonly flag: FlagName | null;
  readonly mayBeFlag: boolean;
  readonly library: string | undefined;
}

/** @param typed the words behind the program's name; the last may be empty */
export function readTyped(typed: readonly string[]): Typed {
  const last = typed.at(-1) ?? '';
  const { waiting, isEnded, ...before } = readBefore(typed.slice(0, -1));
  if (isEnded) return { ...before, current: last, lead: '', flag: null, mayBeFlag: false };
  const [lead, name = ''] = /^--([a-z-]+)=/.exec(last) ?? [''];
  // A word with a comma behind it names fields, any other is looked for.
  const isFields = typed.at(-2) === '--json' && last.includes(',');
  const asked = isFields ? 'json' : waiting;
  const flag = isFlag(name) ? name : asked;
  return { ...before, current: last.slice(lead.length), lead, flag, mayBeFlag: waiting === null };
}

/** What stands before the last word, and whether a flag is waiting for that or flags are over. */
function readBefore(typed: readonly string[]) {
  const words: string[] = [];
  const values: { [Name in FlagName]?: string } = {};
  let waiting: FlagName | null = null;
  let isEnded = false;
  for (const word of typed) {
    if (waiting !== null) {
      values[waiting] = word;
      waiting = null;
    } else if (isEnded || !word.startsWith('-') || word === '-') words.push(word);
    else if (word === '--') isEnded = true;
    else if (word.startsWith('--library=')) values.library = word.slice('--library='.length);
    else waiting = flagInNeed(word);
  }
  const at = words.findIndex(isVerb);
  return {
    verb: words.find(isVerb) ?? null,
    words: words.slice(at + 1),
    library: values.library,
    waiting,
    isEnded,
  };
}

/** The flag that takes the next word as its value. */
function flagInNeed(word: string): FlagName | null {
  const names = Object.keys(FLAGS).filter(isFlag);
  const isMeant = (name: FlagName): boolean => {
    const { short } = FLAGS[name];
    return word === `--${name}` || (short !== undefined && word === `-${short}`);
  };
  const name = names.find(isMeant);
  if (name === undefined) return null;
  const { value, isOptional } = FLAGS[name];
  return value === undefined || isOptional ? null : name;
}
