// `[sync.NAME]` of config.toml: the commands that print the passwords of servers.
import { quoteValue } from '../../core/errors.ts';
import { isObject } from '../../core/json.ts';
import { type JsonSchema, listOf, objectSchema, TEXT } from '../../core/json-schema.ts';
import { meant } from '../../core/nearest.ts';

/** Words by the names of servers. */
export type PasswordCommands = Readonly<Record<string, readonly string[]>>;

/** Told of what is wrong with a table, and of the names within it that lead there. */
export type OnProblem = (message: string, ...names: readonly string[]) => void;

const KEY = 'password_cmd';
const TAKES = `[sync.NAME] takes ${KEY}, a list of words: ["pass", "show", "reader"]`;

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}

export function readPasswordCommands(table: unknown, onProblem: OnProblem): PasswordCommands {
  const commands: Record<string, readonly string[]> = {};
  for (const [name, server] of Object.entries(isObject(table) ? table : { '': table })) {
    if (!isObject(server)) {
      onProblem(TAKES, name);
      continue;
    }
    for (const [key, words] of Object.entries(server)) {
      if (key !== KEY) onProblem(`unknown name ${quoteValue(key)}${meant(key, [KEY])}`, name, key);
      else if (isWords(words)) commands[name] = words;
      // The value itself is not shown: it may be the password.
      else onProblem(`bad value for ${KEY}: ${TAKES}`, name, key);
    }
  }
  return commands;
}

export const PASSWORD_COMMANDS_SCHEMA: JsonSchema = {
  type: 'object',
  additionalProperties: objectSchema({ [KEY]: { ...listOf(TEXT), minItems: 1 } }),
};
