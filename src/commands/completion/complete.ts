// What may stand in the place of the word that is being typed, from the tables and the library.
import { QUERY_KEYS } from '../../core/query/query-keys.ts';
import { SETTING_NAMES, SETTINGS, type Setting } from '../../library/config/settings.ts';
import { ROW_FIELDS } from '../../library/finder/row-fields.ts';
import { readSavedQueries } from '../../library/place/saved-queries.ts';
import type { Call, Io } from '../call/call.ts';
import { FLAGS, type FlagName } from '../call/flags.ts';
import type { VerbName } from '../call/verb-names.ts';
import { globalFlags, VERBS, type Verb } from '../call/verbs.ts';
import {
  type Completion,
  type LibraryWords,
  libraryWords,
  MOST_COMPLETIONS,
} from './library-words.ts';
import { readTyped, type Typed } from './typed.ts';

/** Where there is no word, and no file either. */
const NOTHING: readonly Completion[] = [['', '']];

/**
 * The words that begin as the last one does; at most two hundred. Where there are none the shell
 * knows files; one that is empty says that those do not fit either.
 * @param typed the words behind the program's name; the last may be empty
 */
export async function complete(
  typed: readonly string[],
  call: Call,
  io: Io,
): Promise<readonly Completion[]> {
  const at = readTyped(typed);
  const library = libraryWords({ ...call, flags: at.library ? { library: [at.library] } : {} }, io);
  const found = await candidates(at, library, io);
  const fitting = found.filter(([value]) => value.startsWith(at.current));
  if (fitting.length === 0 && !mayBeFile(at)) return NOTHING;
  return fitting.slice(0, MOST_COMPLETIONS).map(([value, about]) => [at.lead + value, about]);
}

/** Whether the word may be the path of a file or a folder. */
function mayBeFile({ flag, verb, words }: Typed): boolean {
  const given = flag === null ? null : FLAGS[flag];
  if (given !== null || verb === null) return given?.isPath === true;
  const { takes }: Verb = VERBS[verb];
  return takes === 'articles' || takes === 'files' || (verb === 'feeds' && words[0] === 'import');
}

async function candidates(at: Typed, library: LibraryWords, io: Io) {
  if (at.flag !== null) return flagValues(at, at.flag, library);
  if (at.mayBeFlag && at.current.startsWith('-')) return flagNames(at.verb ?? 'read');
  if (at.verb === null) {
    const verbs = Object.entries<Verb>(VERBS).map(([name, one]): Completion => [name, one.summary]);
    // Hundreds of articles may begin as a verb does.
    const isVerb = verbs.some(([name]) => name.startsWith(at.current));
    return isVerb ? verbs : library.articles(at.current);
  }
  const { takes, choices = [] }: Verb = VERBS[at.verb];
  if (takes === 'articles') return library.articles(at.current);
  if (takes === 'query') return queryWords(at.current, library, io);
  const isFeed = takes === 'feeds' || (at.verb === 'feeds' && at.words[0] === 'remove');
  if (isFeed) return library.feeds(at.current);
  if (at.words.length > 0) return [];
  return [...choices, ...(at.verb === 'help' ? Object.keys(VERBS) : [])].map(plain);
}

function plain(value: string): Completion {
  return [value, ''];
}

function flagNames(verb: VerbName): readonly Completion[] {
  const { flags = [] }: Verb = VERBS[verb];
  return [...flags, ...globalFlags(verb)].map((name) => [`--${name}`, FLAGS[name].summary]);
}

async function flagValues({ verb, current }: Typed, name: FlagName, library: LibraryWords) {
  const { choices } = FLAGS[name];
  if (choices !== undefined) return choices.map(plain);
  switch (name) {
    case 'format': {
      const { formats = [] }: Verb = VERBS[verb ?? 'list'];
      return formats.map(plain);
    }
    case 'json': {
      const { fieldsOf } = await import('../print/output-schema.ts');
      return inList(current, fieldsOf(verb ?? 'list'));
    }
    case 'columns':
      return inList(current, [...ROW_FIELDS.keys()]);
    case 'tag':
    case 'untag':
      return library.tags(current);
    case 'folder':
      return library.folders();
    default:
      return settingChoices(name);
  }
}

/** What a flag takes that a setting takes, too. */
function settingChoices(name: FlagName): readonly Completion[] {
  const settings = SETTING_NAMES.map((one): Setting => SETTINGS[one]);
  return settings.find(({ flag }) => flag === name)?.choices?.map(plain) ?? [];
}

/** Names behind the last comma. */
function inList(current: string, names: readonly string[]): readonly Completion[] {
  const before = current.slice(0, current.lastIndexOf(',') + 1);
  return names.map((name) => plain(before + name));
}

async function queryWords(current: string, library: LibraryWords, io: Io) {
  const saved = readSavedQueries(io, 'queries').queries;
  const whole = saved.map(({ name, text }): Completion => [text, name]);
  const [lead = '', key = ''] = /^-?([a-z]+):/.exec(current) ?? [];
  if (lead === '') {
    const keys = Array.from(QUERY_KEYS, ([name, { takes }]): Completion => [`${name}:`, takes]);
    return [...keys, ...whole];
  }
  const values = await queryValues(key, current.slice(lead.length), library);
  return [...values.map(([value, about]): Completion => [lead + value, about]), ...whole];
}

/** What of the library completes the value of a key. */
const VALUES: ReadonlyMap<string, keyof LibraryWords> = new Map([
  ['tag', 'tags'],
  ['feed', 'feeds'],
  ['folder', 'folders'],
  ['story', 'articles'],
]);

async function queryValues(key: string, start: string, library: LibraryWords) {
  const words = VALUES.get(key);
  return words ? library[words](start) : (QUERY_KEYS.get(key)?.values?.map(plain) ?? []);
}
