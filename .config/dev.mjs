// Runs the program while it is worked on: `npm run dev -- [WORDS…]`, by default the reader.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.length > 2 ? process.argv.slice(2) : ['--library', 'articles'];
/** Editors write a file in several steps, and a change of branch is many files (ms). */
const QUIET = 100;
const INTERRUPTED = 130;

let program = null;
let isBuilding = false;
let isStale = false;
let timer;

function run(file, args) {
  return spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' });
}

/** @returns {Promise<number | null>} the exit code of a process, `null` after a signal */
const end = (child) => new Promise((resolve) => child.once('exit', resolve));

/** Builds and starts the program in the place of the one that runs; what does not build stays out. */
async function rebuild() {
  if (isBuilding) {
    isStale = true;
    return;
  }
  isBuilding = true;
  do {
    isStale = false;
    const old = program;
    program = null;
    // The reader gives the terminal back before anything else writes to it.
    if (old?.kill()) await end(old);
    if ((await end(run('.config/build.mjs', []))) === 0 && !isStale) start();
  } while (isStale);
  isBuilding = false;
}

function start() {
  const started = run('dist/newsprint.cjs', words);
  program = started;
  started.once('exit', (code) => {
    if (code === INTERRUPTED) process.exit(code);
    if (program !== started) return;
    program = null;
    console.error(`ended with ${code}; a change in src/ starts it anew, Ctrl-C leaves`);
  });
}

watch(join(root, 'src'), { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(rebuild, QUIET);
});
await rebuild();
