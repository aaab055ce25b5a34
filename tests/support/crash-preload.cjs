// Kills its process at one of the calls that change the disk: `node -r crash-preload.cjs program`.
// NEWSPRINT_CRASH_AT is the call's number from 1. NEWSPRINT_CRASH_HOW is `torn`, where half of a
// write is done and nothing of any other call, or `after`, where all of it is.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const at = Number(process.env.NEWSPRINT_CRASH_AT);
const isTorn = process.env.NEWSPRINT_CRASH_HOW === 'torn';
let calls = 0;

const NAMES = [
  'writeSync',
  'writeFileSync',
  'appendFileSync',
  'renameSync',
  'linkSync',
  'unlinkSync',
  'rmSync',
  'rmdirSync',
  'mkdirSync',
  'fsyncSync',
  'ftruncateSync',
  'copyFileSync',
];

for (const name of NAMES) {
  const call = fs[name];
  fs[name] = (...args) => {
    if (args[0] === 1 || args[0] === 2) return call(...args);
    calls += 1;
    if (calls !== at) return call(...args);
    // A call that the system refuses changes nothing, and the process dies all the same.
    try {
      if (!isTorn) call(...args);
      else if (name.startsWith('write') || name === 'appendFileSync') call(args[0], half(args));
    } catch {}
    return process.kill(process.pid, 'SIGKILL');
  };
}

const { fsync } = fs;
fs.fsync = (file, done) => {
  calls += 1;
  if (calls !== at) return fsync(file, done);
  if (isTorn) return process.kill(process.pid, 'SIGKILL');
  return fsync(file, () => process.kill(process.pid, 'SIGKILL'));
};
syncBuiltinESMExports();

/** The first half of what is to be written; `writeSync` may start within its buffer. */
function half([, data, offset]) {
  const bytes = Buffer.from(data).subarray(typeof offset === 'number' ? offset : 0);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}
