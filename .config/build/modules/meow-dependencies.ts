// Stands for the bundle of packages that meow ships, by the letters it knows them under. Theirs
// evaluates at every start what normalises a package.json, with a table of all licences.

export { default as c } from 'camelcase-keys';
export { default as e } from 'decamelize';
export { default as d } from 'decamelize-keys';
export { default as b } from 'minimist-options';
export { default as y } from 'yargs-parser';

/** Finds a package.json and normalises it, trims and indents a help text: meow is handed both. */
export { neverAsked as a, neverAsked as n, neverAsked as r, neverAsked as t };

function neverAsked(): never {
  throw new Error('meow asks for what it was handed');
}
