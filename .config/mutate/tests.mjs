// Asks a process of its own to run tests, and ends it where they take too long.
import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sandboxEnv } from './sandbox.mjs';

const HOST = fileURLToPath(new URL('host.mjs', import.meta.url));
const TICK_MS = 1500;
/** What one unit of the kernel's times is; it has been a hundredth of a second for long. */
const JIFFY_MS = 10;

/** One process that runs tests of one copy, made anew whenever it had to be ended. */
export class TestHost {
  #copy;
  #child;

  constructor(copy) {
    this.#copy = copy;
    process.prependListener('exit', () => this.end());
  }

  /**
   * @param {{ changed: readonly string[], tests: readonly object[], isWhole?: boolean }} asked
   * @param {number} limitMs of work: a busy machine or a pause of this process takes nothing off
   * @returns {Promise<object | undefined>} the host's answer, undefined where it took longer
   */
  async run(asked, limitMs) {
    this.#child ??= await this.#start();
    const child = this.#child;
    const before = workOf(child.pid) ?? 0;
    let ticks = 0;
    return new Promise((resolve, reject) => {
      const timer = setInterval(() => {
        ticks += 1;
        const work = workOf(child.pid);
        if ((work === undefined ? ticks * TICK_MS : work - before) < limitMs) return;
        this.end();
        finish(() => resolve(undefined));
      }, TICK_MS);
      const finish = (settle) => {
        clearInterval(timer);
        child.removeAllListeners();
        settle();
      };
      child.once('message', (answer) => finish(() => resolve(answer)));
      child.once('exit', (code) => {
        this.#child = undefined;
        finish(() => reject(endedWith(code)));
      });
      child.send(asked);
    });
  }

  /** Ends the process and those it started: they are a group of their own. */
  end() {
    const child = this.#child;
    this.#child = undefined;
    if (child?.pid === undefined) return;
    child.removeAllListeners();
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }

  async #start() {
    const child = fork(HOST, [this.#copy], {
      cwd: this.#copy,
      env: sandboxEnv(this.#copy),
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(endedWith(code)));
    });
    child.removeAllListeners();
    return child;
  }
}

function endedWith(code) {
  return new Error(`the process that runs the tests ended with ${code}`);
}

/**
 * The time that a group of processes has kept a core busy.
 * @param {number} group
 * @returns {number | undefined} milliseconds; undefined where the system does not tell
 */
function workOf(group) {
  try {
    let ticks = 0;
    for (const name of readdirSync('/proc')) {
      if (/^\d+$/.test(name)) ticks += ticksOf(name, group);
    }
    return ticks * JIFFY_MS;
  } catch {
    return undefined;
  }
}

function ticksOf(pid, group) {
  try {
    // After the name in brackets: state, parent, group, … with the times at 11 and 12.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(fields[2]) === group ? Number(fields[11]) + Number(fields[12]) : 0;
  } catch {
    return 0;
  }
}
