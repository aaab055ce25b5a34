// Every node gets a table of listeners, which takes two fifths of a page's time; nobody listens.

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'linkedom',
  version: '0.18.15',
  row: 'add',
  gains: 'add of a page of 500 KB takes 1.15 × as long without it',
  file: 'worker.js',
  from: '    wm.set(this, new Map);',
  to: '',
};
