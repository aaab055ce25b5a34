// Puts chunks into packs: one file to read instead of fifty, and one piece of compiled code.
import { basename } from 'node:path';

/** What takes seconds anyhow, or a terminal: the web, the intake, the reader. */
const IS_HEAVY =
  /^src\/(?:tui|intake|jobs)\/|^src\/commands\/(?:add|check|feeds|fetch|import|sync)/;

/** What begins with the light pack: the program, and the threads that read its library. */
const IS_LIGHT = /^src\/(?:cli|.*\/(?:lister|read-ahead)-worker)\.ts$/;

/**
 * Two packs, and a source map beside each: chunks that never run cost little, and a pack of those
 * that most calls choose from is read sooner.
 * @param {readonly {name: string, code: string, map: string}[]} chunks
 * @param {import('esbuild').Metafile['outputs']} outputs
 */
export function packChunks(chunks, outputs) {
  const light = lightChunks(outputs);
  const late = lateChunks(outputs);
  const [first, second] = [true, false].map((isLight) => {
    return chunks.filter(({ name }) => light.has(name) === isLight);
  });
  return [...packOf('light.cjs', first, late), ...packOf('heavy.cjs', second, late)];
}

/** What runs nothing but its own definitions, so that it may run as late as it is used. */
const IS_QUIET =
  /^(?:src|\.config\/build\/modules|node_modules\/(?:bidi-js|js-yaml|entities|get-east-asian-width|marked))\//;

/** The names of the chunks that are made of such modules only; what is imported late runs at once. */
function lateChunks(outputs) {
  const quiet = Object.entries(outputs).filter(([, { inputs, entryPoint }]) => {
    return entryPoint === undefined && Object.keys(inputs).every((input) => IS_QUIET.test(input));
  });
  return new Set(quiet.map(([path]) => basename(path)));
}

/** The names of the chunks that are reached without passing through a heavy one. */
function lightChunks(outputs) {
  const light = new Set();
  const visit = (path) => {
    const { imports = [], entryPoint = '' } = outputs[path] ?? {};
    if (light.has(path) || (IS_HEAVY.test(entryPoint) && !IS_LIGHT.test(entryPoint))) return;
    light.add(path);
    for (const { path: next } of imports) visit(next);
  };
  for (const path of Object.keys(outputs)) {
    if (IS_LIGHT.test(outputs[path].entryPoint ?? '')) visit(path);
  }
  return new Set([...light].map((path) => basename(path)));
}

/** `Chunks` of src/launcher: the value of a script. */
function packOf(name, chunks, late) {
  const lines = ['((pack)=>typeof module==="object"?module.exports=pack:pack)({bodies:{'];
  const sections = [];
  for (const { name: chunk, code, map } of chunks) {
    lines.push(`"${chunk}"(exports,require,module,importMeta){`);
    sections.push({ offset: { line: lines.length, column: 0 }, map: fromRoot(JSON.parse(map)) });
    lines.push(...toAscii(code.trimEnd()).split('\n'), '},');
  }
  const own = chunks.map(({ name: chunk }) => chunk).filter((chunk) => late.has(chunk));
  lines.push(`},late:${JSON.stringify(own)}})\n//# sourceMappingURL=${name}.map\n`);
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
