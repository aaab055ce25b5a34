// Stands for the bundle of packages that meow ships, by the letters it knows them under. Theirs
// evaluates at every start what normalises a package.json, with a table of all licences, and knows
// every alphabet to change the case of flags, whose names are ASCII.
import parse from 'yargs-parser/browser';

export { default as b } from 'minimist-options';
export { camelCaseKeys as c, decamelizeKey as e, decamelizeKeys as d, parse as y };

type Flags = Readonly<Record<string, unknown>>;

function decamelizeKey(key: string): string {
  return parse.decamelize(key);
}

function decamelizeKeys(flags: Flags): Flags {
  return withKeys(flags, decamelizeKey);
}

/** A single letter is a short flag and stays. */
function camelCaseKeys(flags: Flags): Flags {
  return withKeys(flags, (key) => {
    const name = parse.camelCase(key);
    return key.length === 1 ? key : name.charAt(0).toLowerCase() + name.slice(1);
  });
}

function withKeys(flags: Flags, change: (key: string) => string): Flags {
  return Object.fromEntries(Object.entries(flags).map(([key, value]) => [change(key), value]));
}

/** Finds a package.json and normalises it, trims and indents a help text: meow is handed both. */
export { neverAsked as a, neverAsked as n, neverAsked as r, neverAsked as t };

function neverAsked(): never {
  throw new Error('meow asks for what it was handed');
}
