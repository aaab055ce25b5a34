// Every node gets a table of listeners, which takes two fifths of a page's time; nobody listens.

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'linkedom',
  version: '0.18.15',
  gains: 'add: two fifths of a page',
  changes: [['worker.js', '    wm.set(this, new Map);', '']],
};
