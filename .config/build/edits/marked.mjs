// Half of marked's hundred patterns belong to dialects nobody asked for: each is put together, and
// compiled, when it is first used.

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'marked',
  version: '18.2.1',
  row: 'show',
  gains: 'show takes 1.14 × as long without it',
  file: 'lib/marked.esm.js',
  from: /(?<=function \w+\(l,e=""\)\{)let t=typeof l=="string"[^}]*\},getRegex:\(\)=>new RegExp\(t,e\)\};return n(?=\})/g,
  to: 'return patternBuilder(l,e)',
  imports: { patternBuilder: '.config/build/modules/lazy-pattern.ts' },
};
