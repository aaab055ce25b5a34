// Half of marked's hundred patterns belong to dialects nobody asked for: each is compiled when it
// is first used.

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'marked',
  version: '18.2.1',
  row: 'show',
  gains: 'show takes 1.14 × as long without it',
  file: 'lib/marked.esm.js',
  from: 'getRegex:()=>new RegExp(t,e)',
  to: 'getRegex:()=>new LazyPattern(t,e)',
  imports: { LazyPattern: '.config/build/modules/lazy-pattern.ts' },
};
