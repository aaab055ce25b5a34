// Which source files the built program ran, by its packs and its cache of compiled code.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

/** The folder of the build in use. */
export function buildFolder(): string {
  // The build may break a line of the launcher within the name.
  const launcher = readFileSync(join(dist, 'newsprint.cjs'), 'utf8').replaceAll('\\\n', '');
  const name = /__dirname,\s*"([0-9a-f]{12})"/.exec(launcher)?.[1];
  if (name === undefined) throw new Error('the launcher names no build');
  return join(dist, name);
}

/** The source files in each chunk, by the map of its pack. */
export function readChunks(): ReadonlyMap<string, readonly string[]> {
  const chunks = new Map<string, readonly string[]>();
  for (const pack of ['light.cjs', 'middle.cjs', 'heavy.cjs']) {
    const lines = readFileSync(join(buildFolder(), pack), 'utf8').split('\n');
    const { sections } = JSON.parse(readFileSync(join(buildFolder(), `${pack}.map`), 'utf8'));
    for (const { offset, map } of sections) {
      const name = /^"([^"]+)"\(/.exec(lines[offset.line - 1] ?? '')?.[1];
      if (name !== undefined) chunks.set(name, map.sources);
    }
  }
  return chunks;
}

/**
 * The source files of the chunks that ran, with a cache folder that only such calls wrote.
 * @param kind of calls that keep their compiled code together; all of them where it is left out
 */
export function chunkSources(cache: string, kind?: string): readonly string[] {
  const code = join(cache, 'newsprint/code');
  const chunks = readChunks();
  const kinds = readdirSync(code, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.bin') && (kind === undefined || path.endsWith(`/${kind}.bin`)),
  );
  return kinds.flatMap((path) => {
    // A file of compiled code begins with the names of the chunks that are in it.
    const text = readFileSync(join(code, path), 'latin1');
    const { chunks: names }: { chunks: string[] } = JSON.parse(text.slice(0, text.indexOf('\n')));
    return names.flatMap((name) => chunks.get(name) ?? [`no chunk ${name}`]);
  });
}
