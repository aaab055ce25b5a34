// Half of marked's hundred patterns belong to dialects nobody asked for: each is compiled when it
// is first used.
const FILE = 'lib/marked.esm.js';

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'marked',
  version: '18.2.1',
  gains: 'show: 0.5 × node',
  changes: [
    [FILE, 'getRegex:()=>new RegExp(t,e)', 'getRegex:()=>new LazyPattern(t,e)'],
    [
      FILE,
      /^/g,
      `class LazyPattern {
        constructor(source, flags) { this.source = source; this.flags = flags; this.made = undefined; }
        get it() { return (this.made ??= new RegExp(this.source, this.flags)); }
        get lastIndex() { return this.it.lastIndex; }
        set lastIndex(at) { this.it.lastIndex = at; }
        get global() { return this.flags.includes('g'); }
        get unicode() { return this.flags.includes('u'); }
        exec(text) { return this.it.exec(text); }
        test(text) { return this.it.test(text); }
        [Symbol.match](text) { return this.it[Symbol.match](text); }
        [Symbol.matchAll](text) { return this.it[Symbol.matchAll](text); }
        [Symbol.replace](text, by) { return this.it[Symbol.replace](text, by); }
        [Symbol.search](text) { return this.it[Symbol.search](text); }
        [Symbol.split](text, limit) { return this.it[Symbol.split](text, limit); }
      }
      `,
    ],
  ],
};
