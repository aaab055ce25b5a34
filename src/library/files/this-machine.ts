// What tells this machine from others, this run of it from earlier ones, and a process from all others.
import { readlinkSync } from 'node:fs';
import { tryOr } from '../../core/try-or.ts';
import { quickDigest } from './digest.ts';
import { tryReadText } from './read-text-file.ts';
import { systemCode } from './system-error.ts';

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
  return machineKey(tryOr(() => readlinkSync('/proc/self/ns/pid'), ''));
}

/** Another one each time the machine is started; `-` where it does not say. */
export function bootId(): string {
  return tryReadText('/proc/sys/kernel/random/boot_id')?.trim() || '-';
}

/** When a process of this machine began; `-` where that is not to be known, `null` for one that has died. */
export function processStart(pid: number): string | null {
  const stat = tryReadText(`/proc/${pid}/stat`);
  if (stat === null) return isRunning(pid) ? '-' : null;
  // What stands before is the program's name, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : (fields[19] ?? '-');
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}
