// Ink awaits its devtools, and what tells them its version, at the top of a module.

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'ink',
  version: '6.8.0',
  gains: 'the build: its chunks are CommonJS, which knows no await at the top',
  file: 'build/reconciler.js',
  from: /if \(isDev\(\)\) \{\n {4}try \{\n {8}await import[\s\S]*?\n\}\n([\s\S]*?\n)const packageJson = [\s\S]*?;\n/g,
  to: '$1const packageJson = {};\n',
};
