// The settings of a call: a flag wins over an environment variable, and that over config.toml.
import { firstProblem } from '../../core/errors.ts';
import { readConfig } from '../../library/config/config-file.ts';
import {
  areSettings,
  type Config,
  isKnownTheme,
  isValueOf,
  LONG_TABLES,
  type LongTable,
  NO_CONFIG,
  SETTING_NAMES,
  SETTINGS,
  type Setting,
  type SettingName,
  type Settings,
  takenBy,
} from '../../library/config/settings.ts';
import { type Call, flagValue, hasFlag, type Io, parseCount, usageError } from './call.ts';
import { isFlag } from './flags.ts';
import type { VerbName } from './verb-names.ts';

/** Verbs that need no settings. */
const WITHOUT: readonly VerbName[] = ['remove', 'undo', 'merge', 'completion'];

/** The long tables of config.toml that each verb needs. */
const TABLES: Readonly<Partial<Record<VerbName, readonly LongTable[]>>> = {
  read: LONG_TABLES,
  config: LONG_TABLES,
  help: ['keys', 'commands'],
  add: ['hooks'],
  mark: ['hooks'],
  fetch: ['hooks', 'sync'],
  sync: ['hooks', 'sync'],
};

/** As much of config.toml as the call needs. */
export async function callConfig(call: Call, host: Pick<Io, 'env' | 'platform'>): Promise<Config> {
  const isNeeded = !WITHOUT.includes(call.verb) && !hasFlag(call, 'version');
  return isNeeded ? readConfig(host, TABLES[call.verb] ?? []) : NO_CONFIG;
}

/** Warns of config.toml's first problem; the reader and `config` report problems themselves. */
export function warnOfConfig(
  { verb }: Pick<Call, 'verb'>,
  { config, warn }: Pick<Io, 'config' | 'warn'>,
): void {
  const text = firstProblem(config.problems, ': newsprint config');
  if (text !== null && verb !== 'read' && verb !== 'config') warn(text);
}

/** What settings depend on, beside the call's flags. */
type Decided = Pick<Io, 'env' | 'config'>;

/** The value of a flag; `undefined` where it is not given. */
function valueOfFlag(call: Call, { flag = '', default: usual }: Setting): unknown {
  if (!isFlag(flag) || !hasFlag(call, flag)) return undefined;
  // A switch means the opposite of the default.
  const text = flagValue(call, flag);
  if (text === undefined) return !usual;
  return typeof usual === 'number' ? (parseCount(text) ?? text) : text;
}

/**
 * The value of a setting, and where it comes from: `--theme`, `$BROWSER`, `config.toml:3`, `default`.
 * @throws NewsprintError `usage` where a flag has a value that it does not take
 */
export function decided<Name extends SettingName>(
  call: Call,
  { env, config }: Decided,
  name: Name,
): { readonly value: Settings[Name]; readonly from: string } {
  const known: Setting = SETTINGS[name];
  const given = valueOfFlag(call, known);
  const isUnknown = name === 'theme' && !isKnownTheme(given, config.themes);
  if (isValueOf(name, given) && !isUnknown) return { value: given, from: `--${known.flag}` };
  if (given !== undefined) {
    throw usageError(`bad value '${given}' for --${known.flag}`, takenBy(known));
  }
  for (const [variable, read] of Object.entries(known.variables ?? {})) {
    const text = env[variable];
    const value = text?.trim() ? read(text) : undefined;
    if (isValueOf(name, value)) return { value, from: `$${variable}` };
  }
  const set = config.values.get(name);
  if (set !== undefined && isValueOf(name, set.value)) {
    return { value: set.value, from: `config.toml:${set.line}` };
  }
  return { value: defaultOf(name), from: 'default' };
}

function defaultOf<Name extends SettingName>(name: Name): Settings[Name] {
  const { default: usual }: Setting = SETTINGS[name];
  if (isValueOf(name, usual)) return usual;
  throw new TypeError(`the default of ${name} is no value of it`);
}

export function setting<Name extends SettingName>(
  call: Call,
  by: Decided,
  name: Name,
): Settings[Name] {
  return decided(call, by, name).value;
}

/** The styles of the user's own theme, if one is set, overruled by the setting `styles`. */
export function ownStyles(call: Call, by: Decided): Settings['styles'] {
  return { ...by.config.themes.get(setting(call, by, 'theme')), ...setting(call, by, 'styles') };
}

/** All of them. @throws NewsprintError `usage` as `decided` does */
export function allSettings(call: Call, by: Decided): Settings {
  const all = Object.fromEntries(SETTING_NAMES.map((name) => [name, setting(call, by, name)]));
  if (areSettings(all)) return { ...all, styles: ownStyles(call, by) };
  throw new TypeError('a setting has no value');
}
