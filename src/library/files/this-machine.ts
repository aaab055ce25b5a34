// What tells this machine from others, this run of it from earlier ones, and a process from all others.
import { readdirSync, readlinkSync } from 'node:fs';
import { tryOr } from '../../core/try-or.ts';
import { quickDigest } from './digest.ts';
import { tryReadText } from './read-text-file.ts';
import { unlessCode } from './system-error.ts';

/**
 * A digest of the machine's own id and of its name: copies of a disk have the one or the other.
 * @param more what it shall differ by as well
 */
export function machineKey(more: string): string {
  const id = tryReadText('/etc/machine-id') ?? tryReadText('/var/lib/dbus/machine-id') ?? '';
  return quickDigest(`${id.trim()} ${hostName()} ${more}`);
}

/** Loading the module takes a millisecond. */
function hostName(): string {
  const name = tryReadText('/proc/sys/kernel/hostname');
  return name?.trim() ?? process.getBuiltinModule('node:os').hostname();
}

/** Where processes have numbers of their own: the machine, or a container on it. */
export function processSpace(): string {
  return machineKey(spaceLink());
}

function spaceLink(): string {
  return tryOr(() => readlinkSync('/proc/self/ns/pid'), '');
}

/** The machine's own space, around those of all containers (Linux, `PROC_PID_INIT_INO`). */
const OUTERMOST = 'pid:[4026531836]';

/** Another one each time the machine is started; `-` where it does not say. */
export function bootId(): string {
  return tryReadText('/proc/sys/kernel/random/boot_id')?.trim() || '-';
}

/** When a process of this machine began; `-` where that is not to be known, `null` for one that has died. */
export function processStart(pid: number): string | null {
  const stat = tryReadText(`/proc/${pid}/stat`);
  if (stat === null) return isAlive(pid) ? '-' : null;
  // What stands before is the program's name, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : (fields[19] ?? '-');
}

/** Whether a process of this space that began then is still there; `null` where that is not to be known. */
export function isRunning(pid: string, start: string): boolean | null {
  const began = processStart(Number(pid));
  return began === '-' ? null : began === start;
}

/** The same for one of this run of the machine that has this number in a space of its own. */
export function isRunningInside(pid: string, start: string): boolean | null {
  // Elsewhere, and where others' processes are hidden, not all are to be seen.
  if (spaceLink() !== OUTERMOST || tryReadText('/proc/1/stat') === null) return null;
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name) || processStart(Number(name)) !== start) return false;
    return tryReadText(`/proc/${name}/status`)?.match(/^NSpid:.*\s(\d+)$/m)?.[1] === pid;
  });
}

function isAlive(pid: number): boolean {
  return tryOr(() => unlessCode('ESRCH', () => process.kill(pid, 0), false), true);
}
