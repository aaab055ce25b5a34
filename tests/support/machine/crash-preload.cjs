// Kills its process at one of the calls that change the disk or say so, or has that call fail:
// `node -r crash-preload.cjs program`.
// NEWSPRINT_CRASH_AT is the call's number from 1. NEWSPRINT_CRASH_HOW is `torn`, where half of a
// write is done and nothing of any other call, or `after`, where all of it is, or `unended`, where a
// write lacks its last byte; `short`, where half of every write is done and said to be; or the code of
// the error that the call fails with, as do all after it where the disk is full or read-only.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const at = Number(process.env.NEWSPRINT_CRASH_AT);
const how = process.env.NEWSPRINT_CRASH_HOW;
const isTorn = how === 'torn';
const isKill = ['torn', 'unended', 'after'].includes(how);
const stays = how === 'ENOSPC' || how === 'EROFS';
const tell = fs.writeSync;
let calls = 0;
let isWithin = false;

const WRITES = ['writeSync', 'writeFileSync', 'appendFileSync'];
const MAKES = ['mkdirSync', 'linkSync', 'renameSync', 'copyFileSync'];
const OTHERS =
  'unlinkSync rmSync rmdirSync fsyncSync ftruncateSync chmodSync fchmodSync utimesSync';

for (const name of comingToIt()) {
  const call = fs[name];
  fs[name] = (...args) => {
    // What Node's own calls are made of is a part of them.
    if (isWithin || !counts(name, args[0], args[1])) return call(...args);
    isWithin = true;
    try {
      return reach(name, call, args);
    } finally {
      isWithin = false;
    }
  };
}

const { fsync } = fs;
fs.fsync = (file, done) => {
  const verdict = ['short', 'unended'].includes(how) ? 'passes' : next('fsync');
  if (verdict === 'passes') return fsync(file, done);
  if (!isKill) return process.nextTick(done, refusal());
  if (isTorn) return die();
  return fsync(file, die);
};
syncBuiltinESMExports();

/** A full disk can be removed from; to be short is for writes. */
function comingToIt() {
  if (how === 'short') return ['writeSync'];
  if (how === 'unended') return WRITES;
  if (how === 'EMFILE') return ['openSync', 'writeFileSync', 'copyFileSync'];
  if (how === 'ENOSPC') return [...WRITES, ...MAKES, 'openSync', 'fsyncSync'];
  return [...WRITES, ...MAKES, ...OTHERS.split(' '), ...(isKill ? [] : ['openSync'])];
}

/** What a program that is killed has said counts; a message that cannot be written is lost. */
function counts(name, target, flags) {
  if (target === 2) return isKill;
  if (name !== 'openSync') return true;
  if (typeof flags !== 'number') return flags !== undefined && flags !== 'r';
  return (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR | fs.constants.O_CREAT)) !== 0;
}

function reach(name, call, args) {
  if (how === 'short') return call(args[0], first(args));
  if (next(name) === 'passes') return call(...args);
  const isWrite = WRITES.includes(name);
  if (!isKill) {
    // The system says how much there was room for, and fails the next time.
    const isHalf = how === 'ENOSPC' && isWrite && calls === at;
    const written = isHalf ? call(args[0], first(args)) : 0;
    if (written > 0) return written;
    throw refusal();
  }
  // A call that the system refuses changes nothing, and the process dies all the same.
  try {
    if (how === 'after') call(...args);
    else if (isWrite) call(args[0], first(args));
  } catch {}
  return die();
}

function next(name) {
  calls += 1;
  if (calls < at || (calls > at && !stays)) return 'passes';
  if (!isKill && calls === at) tell(2, `fault injected: ${name}\n`);
  return 'is the one';
}

function refusal() {
  return Object.assign(new Error(`${how}: as the test wants it`), { code: how });
}

function die() {
  process.kill(process.pid, 'SIGKILL');
}

/** The first of the bytes that are to be written; `writeSync` may start within its buffer. */
function first([, data, offset]) {
  const bytes = Buffer.from(data).subarray(typeof offset === 'number' ? offset : 0);
  const count = how === 'unended' ? bytes.length - 1 : Math.floor(bytes.length / 2);
  return bytes.subarray(0, Math.max(1, count));
}
