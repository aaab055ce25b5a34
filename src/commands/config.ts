// `newsprint config`: the settings in force, and the file that they are written in.
import { formatProblem, NewsprintError } from '../core/errors.ts';
import { formatJson, isObject } from '../core/json.ts';
import { listOf } from '../core/json-schema.ts';
import { USUAL_KEYS } from '../core/keys/bindings.ts';
import { keyLabel } from '../core/keys/key-names.ts';
import { KEY_SETS } from '../core/keys/key-sets.ts';
import { KEY_PLACES } from '../core/keys/key-table.ts';
import { configPath, createConfig, readConfig } from '../library/config/config-file.ts';
import {
  type Hook,
  type OwnCommand,
  programSchemas,
  type Written,
} from '../library/config/programs.ts';
import {
  SETTING_NAMES,
  SETTINGS,
  type Setting,
  type SettingName,
  takenBy,
} from '../library/config/settings.ts';
import { STYLED } from '../text/themes.ts';
import { type Call, hasFlag, type Io, usageError } from './call/call.ts';
import type { FlagName } from './call/flags.ts';
import { decided, setting } from './call/setting.ts';

/** Edits a file on the terminal. @returns what went wrong; `null` where nothing did */
type EditFile = (path: string, host: Pick<Io, 'env' | 'platform'>) => Promise<string | null>;

const ACTIONS: readonly FlagName[] = ['init', 'edit', 'schema'];

/**
 * Prints what is in force, makes or edits the file, or prints its schema.
 * @throws NewsprintError `usage`; `failed` where there is a file to make already, or no home for one
 */
export async function config(call: Call, io: Io, edit: EditFile): Promise<void> {
  const [word] = call.words;
  if (word !== undefined) throw usageError(`config takes no '${word}'`);
  const [action, other] = ACTIONS.filter((name) => hasFlag(call, name));
  if (other !== undefined) throw usageError(`--${action} and --${other} exclude each other`);
  if (action === 'schema') return io.out(`${formatJson(configSchema(), 2)}\n`);
  if (action === undefined) return printSettings(call, io);
  const path = configPath(io);
  if (path === null) throw new NewsprintError('no home folder to keep settings in');
  const isNew = createConfig(path, sampleConfig());
  if (isNew) io.note(`made ${path}`);
  if (action === 'edit') return editConfig(call, io, path, edit);
  if (!isNew) {
    throw new NewsprintError(`${path} is there already`, {
      hint: 'newsprint config --edit opens it',
    });
  }
}

async function editConfig(call: Call, io: Io, path: string, edit: EditFile): Promise<void> {
  const editor = setting(call, io, 'editor');
  const env = { ...io.env, ...(editor !== '' && { VISUAL: editor }) };
  const problem = await edit(path, { env, platform: io.platform });
  if (problem !== null) throw new NewsprintError(problem);
  nameProblems(io, await readConfig(io));
}

function nameProblems(io: Io, { problems }: Io['config']): void {
  for (const problem of problems) io.fail(new NewsprintError(formatProblem(problem)));
}

async function printSettings(call: Call, io: Io): Promise<void> {
  const { commands, hooks } = io.config.programs;
  const lines: TomlRow[] = [];
  const tables: TomlRow[] = [];
  for (const name of SETTING_NAMES) {
    const { value, from } = decided(call, io, name);
    if (isObject(value) && from !== 'default') tables.push(...tableRows(name, value, from));
    else lines.push({ text: tomlLine(name, value), from });
  }
  const programs = [
    ...commands.flatMap(programRows('[commands]')),
    ...hooks.flatMap(programRows('[hooks]')),
  ];
  const rows = [...lines, ...tables, ...programs];
  await io.out(withOrigins(rows));
  nameProblems(io, io.config);
}

function programRows(name: string) {
  return ({ line, ...program }: Written<Hook | OwnCommand>) => {
    const key = 'key' in program && { key: keyLabel(program.key) };
    return tableRows(name, { ...program, ...key }, `config.toml:${line}`);
  };
}

/** A file in which every setting stands as it is anyhow. */
export function sampleConfig(): string {
  const settings = SETTING_NAMES.map((name) => {
    const known: Setting = SETTINGS[name];
    const words = known.choices ?? known.items?.() ?? [];
    const choices = words.length === 0 ? '' : `: ${words.join(', ')}`;
    return `\n# ${known.does}${choices}\n${sampleLines(name, known)}`;
  });
  const head = [
    '# Settings of newsprint. A line counts without its #; `newsprint config` shows all.',
    '# `newsprint help keys` tells of keys, `newsprint help commands` of programs of your own.',
  ];
  return `${head.join('\n')}\n${settings.join('')}`;
}

/** A setting as it stands in the file, behind a sign; a table has its entries below its name. */
function sampleLines(name: string, { header, default: usual }: Setting): string {
  if (header === undefined || !isObject(usual)) return `# ${tomlLine(name, usual)}\n`;
  const entries = Object.entries(usual).map(([key, value]) => `# ${tomlLine(key, value)}\n`);
  return `# ${header}\n${entries.join('')}`;
}

/** JSON Schema, draft 7: that is what editors know for TOML. */
function configSchema() {
  const properties = SETTING_NAMES.map((name) => [name, settingSchema(name)] as const);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'config.toml of newsprint',
    type: 'object',
    additionalProperties: false,
    properties: { ...Object.fromEntries(properties), ...programSchemas() },
  };
}

function tableSchema(names: readonly string[], value: object) {
  const properties = Object.fromEntries(names.map((name) => [name, value]));
  return { type: 'object', additionalProperties: false, properties };
}

/** The commands of each place, with a key, several, or none; or a set by its name. */
function keysSchema() {
  const key = { type: 'string' };
  const keys = { anyOf: [key, { type: 'array', items: key }, { const: false }] };
  const places = KEY_PLACES.map((place) => {
    const names = [...USUAL_KEYS[place].keys.keys()].filter((name) => name !== 'interrupt');
    return [place, tableSchema(names, keys)] as const;
  });
  const sets = Object.keys(KEY_SETS);
  const properties = { set: { enum: sets }, ...Object.fromEntries(places) };
  const pattern = `^(?:${sets.join('|')})$`;
  return { type: ['object', 'string'], additionalProperties: false, properties, pattern };
}

function settingSchema(name: SettingName) {
  const known: Setting = SETTINGS[name];
  const { default: usual, choices, items, minimum = 0, does } = known;
  const common = { description: `${does}; ${takenBy(known)}`, default: usual };
  if (choices !== undefined) return { ...common, enum: choices };
  if (items !== undefined) return { ...common, ...listOf({ enum: items() }) };
  if (typeof usual === 'object') {
    return {
      ...common,
      ...(name === 'keys' ? keysSchema() : tableSchema(STYLED, { type: 'string' })),
    };
  }
  if (typeof usual !== 'number') return { ...common, type: typeof usual };
  const range = minimum > 1 ? { anyOf: [{ const: 0 }, { minimum: minimum }] } : { minimum: 0 };
  return { ...common, type: 'integer', ...range };
}

/** A line of TOML, and where what it says comes from. */
interface TomlRow {
  readonly text: string;
  readonly from?: string;
}

/** A setting as it is written in the file. */
function tomlLine(name: string, value: unknown): string {
  return `${name} = ${formatToml(value)}`;
}

/** What JSON has is TOML, too, but for tables. */
function formatToml(value: unknown): string {
  if (!isObject(value)) return formatJson(value);
  const entries = Object.entries(value).map(([name, one]) => tomlLine(name, one));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/**
 * A table below its heading, and below it those that are in it.
 * @param name with its own brackets where it is one of a list
 */
function tableRows(name: string, table: object, from = ''): readonly TomlRow[] {
  const entries = Object.entries(table);
  const own = entries.filter(([, value]) => !isObject(value));
  const inner = entries.filter(([, value]) => isObject(value));
  return [
    { text: '' },
    { text: `[${name}]`, from },
    ...own.map(([key, value]) => ({ text: tomlLine(key, value) })),
    ...inner.flatMap(([key, value]) => tableRows(`${name}.${key}`, value)),
  ];
}

/** The lines, with the comments below each other. */
function withOrigins(rows: readonly TomlRow[]): string {
  const width = Math.max(...rows.map(({ text, from = '' }) => (from === '' ? 0 : text.length)));
  const lines = rows.map(({ text, from = '' }) =>
    from === '' ? text : `${text.padEnd(width)}  # ${from}`,
  );
  return lines.map((line) => `${line}\n`).join('');
}
