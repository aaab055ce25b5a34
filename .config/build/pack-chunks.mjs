// Puts chunks into packs: one file to read instead of fifty, and one piece of compiled code.
import { basename } from 'node:path';

/** What takes seconds anyhow, or a terminal: the web, the intake, the reader, threads. */
const IS_HEAVY =
  /^src\/(?:tui|intake|jobs)\/|^src\/commands\/(?:add|check|feeds|fetch)|-worker\.ts$/;

/**
 * Two packs, and a source map beside each: chunks that never run cost little, and a pack of those
 * that most calls choose from is read sooner.
 * @param {readonly {name: string, code: string, map: string}[]} chunks
 * @param {import('esbuild').Metafile['outputs']} outputs
 */
export function packChunks(chunks, outputs) {
  const light = lightChunks(outputs);
  return [
    ...packOf(
      'light.cjs',
      chunks.filter(({ name }) => light.has(name)),
    ),
    ...packOf(
      'heavy.cjs',
      chunks.filter(({ name }) => !light.has(name)),
    ),
  ];
}

/** The names of the chunks that are reached without passing through a heavy one. */
function lightChunks(outputs) {
  const light = new Set();
  const visit = (path) => {
    const chunk = outputs[path];
    if (chunk === undefined || light.has(path) || IS_HEAVY.test(chunk.entryPoint ?? '')) return;
    light.add(path);
    for (const { path: next } of chunk.imports) visit(next);
  };
  visit(Object.keys(outputs).find((path) => outputs[path].entryPoint === 'src/cli.ts'));
  return new Set([...light].map((path) => basename(path)));
}

/** An object of functions; its value to who runs it as a script, its exports to who requires it. */
function packOf(name, chunks) {
  const lines = ['((pack)=>typeof module==="object"?module.exports=pack:pack)({'];
  const sections = [];
  for (const { name: chunk, code, map } of chunks) {
    lines.push(`"${chunk}"(exports,require,module,importMeta){`);
    sections.push({ offset: { line: lines.length, column: 0 }, map: fromRoot(JSON.parse(map)) });
    lines.push(...toAscii(code.trimEnd()).split('\n'), '},');
  }
  lines.push(`})\n//# sourceMappingURL=${name}.map\n`);
  return [
    { name, text: lines.join('\n') },
    { name: `${name}.map`, text: JSON.stringify({ version: 3, sources: [], sections }) },
  ];
}

/** Names the sources as they are named everywhere: from the project's folder, `src/cli.ts`. */
function fromRoot(map) {
  return { ...map, sources: map.sources.map((source) => source.replace('../../', '')) };
}

/**
 * The packs are read as Latin-1, which needs no decoding. esbuild escapes what is in strings and
 * leaves what is in regular expressions.
 */
function toAscii(code) {
  return code.replace(/\\[\s\S]|[\u0080-\uffff]/g, (found) => {
    const last = found.charCodeAt(found.length - 1);
    return last < 0x80 ? found : `\\u${last.toString(16).padStart(4, '0')}`;
  });
}
