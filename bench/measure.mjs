// Times things beside a baseline, alternating, so that a slow minute hits both alike.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';

/** The allowance of rows that the disk decides. */
export const OF_THE_DISK = 1.5;

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** The value that a share of the values does not pass. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/**
 * Runs every subject in each round and returns each one's times in ms, the first round left out.
 * @param {Record<string, () => number | Promise<number>>} subjects each returns ms
 * @param {number} rounds
 * @returns {Promise<Record<string, number[]>>}
 */
export async function alternate(subjects, rounds) {
  const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(subjects)) {
      const time = await run();
      if (round > 0) times[name].push(time);
    }
  }
  return times;
}

/** The milliseconds a function takes. */
export function timed(run) {
  const began = performance.now();
  run();
  return performance.now() - began;
}

/**
 * The environment of every program that is timed: no NODE_EXTRA_CA_CERTS, which costs Node 20 35 ms,
 * no NODE_OPTIONS, no CI, and a home of its own.
 * @param {string} home
 */
export function cleanEnv(home) {
  const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, CI, NO_COLOR, FORCE_COLOR, ...env } = process.env;
  const own = { HOME: home, XDG_CACHE_HOME: `${home}/cache`, TERM: 'xterm-256color' };
  return { ...env, ...own, LC_ALL: 'en_GB.UTF-8', TZ: 'UTC' };
}

/**
 * The milliseconds from spawn to exit; throws where the program fails.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @param {string} [input] written to standard input
 */
export function timedSpawn(file, args, env, input) {
  let result;
  const time = timed(() => {
    const stdio = [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'];
    result = spawnSync(file, args, { env, input, stdio, maxBuffer: 1 << 30 });
  });
  if (result.status === 0) return time;
  throw new Error(`${file} ${args.join(' ')}: ${result.error ?? result.stderr}`);
}

/** The most memory that a process has had so far, in MB; NaN where the system does not tell. */
export function peakSoFar(pid) {
  return memoryOf(pid, 'VmHWM');
}

/** A field of what the system tells of a process's memory, such as `VmRSS`, in MB; NaN where it does not. */
export function memoryOf(pid, field) {
  const status = `/proc/${pid}/status`;
  const told = existsSync(status) ? readFileSync(status, 'utf8') : '';
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(told)?.[1]) / 1024;
}

/** So often a program is asked for its peak, which only grows, in ms. */
const OFTEN = 10;

/**
 * A program of Node's as its user runs it, with nothing loaded beside it: the milliseconds from spawn
 * to exit, and the most memory it had, in MB; throws where it fails.
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
export async function timedPeak(args, env) {
  const began = performance.now();
  const program = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let memory = Number.NaN;
  const timer = setInterval(() => {
    // Of one that has ended nothing is told.
    const peak = peakSoFar(program.pid);
    if (peak > 0) memory = peak;
  }, OFTEN);
  const [[status], said] = await Promise.all([once(program, 'exit'), text(program.stderr)]);
  const time = performance.now() - began;
  clearInterval(timer);
  if (status !== 0) throw new Error(`${args.join(' ')}: ${said}`);
  return { time, memory };
}

/** The most memory that a program of Node's had, in MB. */
export async function peakMemory(args, env) {
  return (await timedPeak(args, env)).memory;
}
