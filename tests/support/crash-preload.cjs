// Kills its process at one of the calls that change the disk, or has that call fail:
// `node -r crash-preload.cjs program`.
// NEWSPRINT_CRASH_AT is the call's number from 1. NEWSPRINT_CRASH_HOW is `torn`, where half of a
// write is done and nothing of any other call, or `after`, where all of it is; `short`, where half of
// a write is done and said to be; or the code of the error that the call fails with.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const at = Number(process.env.NEWSPRINT_CRASH_AT);
const how = process.env.NEWSPRINT_CRASH_HOW;
const isTorn = how === 'torn';
const isKill = isTorn || how === 'after';
const refusal = () => Object.assign(new Error(`${how}: as the test wants it`), { code: how });
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
  ...(isKill ? [] : ['openSync']),
];

for (const name of NAMES) {
  const call = fs[name];
  fs[name] = (...args) => {
    if (args[0] === 1 || args[0] === 2) return call(...args);
    if (name === 'openSync' && !isForWriting(args[1])) return call(...args);
    calls += 1;
    if (calls !== at) return call(...args);
    if (!isKill) fs.writeSync(2, 'fault injected\n');
    if (how === 'short') return name === 'writeSync' ? call(args[0], half(args)) : call(...args);
    if (!isKill) throw refusal();
    // A call that the system refuses changes nothing, and the process dies all the same.
    try {
      if (!isTorn) call(...args);
      else if (name.startsWith('write') || name === 'appendFileSync') call(args[0], half(args));
    } catch {}
    return process.kill(process.pid, 'SIGKILL');
  };
}

/** What cannot be read is named, and the rest is done: that is no change. */
function isForWriting(flags) {
  if (typeof flags !== 'number') return flags !== undefined && flags !== 'r';
  return (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR | fs.constants.O_CREAT)) !== 0;
}

const { fsync } = fs;
fs.fsync = (file, done) => {
  calls += 1;
  if (calls !== at || how === 'short') return fsync(file, done);
  if (!isKill) fs.writeSync(2, 'fault injected\n');
  if (!isKill) return process.nextTick(done, refusal());
  if (isTorn) return process.kill(process.pid, 'SIGKILL');
  return fsync(file, () => process.kill(process.pid, 'SIGKILL'));
};
syncBuiltinESMExports();

/** The first half of what is to be written; `writeSync` may start within its buffer. */
function half([, data, offset]) {
  const bytes = Buffer.from(data).subarray(typeof offset === 'number' ? offset : 0);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}
