// The names of the verbs, in the order of the help: the launcher needs no more of them.

const VERB_NAMES = [
  'read',
  'list',
  'show',
  'add',
  'search',
  'mark',
  'remove',
  'undo',
  'trash',
  'feeds',
  'fetch',
  'sync',
  'export',
  'digest',
  'import',
  'check',
  'merge',
  'config',
  'json',
  'completion',
  'help',
] as const;

export type VerbName = (typeof VERB_NAMES)[number];

export function isVerb(word: string | undefined): word is VerbName {
  return VERB_NAMES.some((name) => name === word);
}
