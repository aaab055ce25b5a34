// `newsprint json --schema`: what `--json` prints, as a JSON schema.
import { formatJson } from '../../core/json.ts';
import { type Call, hasFlag, type Io, usageError } from '../call/call.ts';
import { outputSchema } from './output-schema.ts';

/** @throws NewsprintError `usage` for anything but `--schema` */
export async function json(call: Call, io: Io): Promise<void> {
  const [word] = call.words;
  if (word !== undefined) throw usageError(`json takes no '${word}'`);
  if (!hasFlag(call, 'schema')) {
    throw usageError('json needs --schema', 'newsprint help json tells what is printed');
  }
  await io.out(`${formatJson(outputSchema(), 2)}\n`);
}
