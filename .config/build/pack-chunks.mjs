// Puts chunks into packs: one file to read instead of fifty, and one piece of compiled code.
import { basename } from 'node:path';

/** What takes seconds anyhow, or a terminal: the web, the intake, the reader. */
const IS_HEAVY =
  /^src\/(?:tui|intake|net)\/|^src\/jobs\/(?!programs\/(?:article-object|pager-command))|^src\/commands\/(?:add|check|feeds|fetch|import|sync)/;

/** What few calls of the others need: more verbs and formats, what few articles have, a config.toml. */
const IS_RARE =
  /^node_modules\/(?:entities|highlight\.js|js-yaml)\/|-worker\.ts$|^src\/render\/formats\/|^src\/commands\/(?:completion|config|export|help|merge|print\/print-|read|trash)/;

/** What begins outside the heavy pack: the program, and the threads that read its library. */
const IS_LIGHT = /^src\/(?:cli|.*\/(?:lister|read-ahead)-worker)\.ts$/;

/**
 * Three packs, and a source map beside each: chunks that never run cost little, and a pack of those
 * that most calls choose from is read sooner.
 * @param {readonly {name: string, code: string, map: string}[]} chunks
 * @param {import('esbuild').Metafile['outputs']} outputs
 */
export function packChunks(chunks, outputs) {
  const light = chunksWithout(outputs, (path) => IS_RARE.test(path) || isHeavy(path));
  const most = chunksWithout(outputs, isHeavy);
  const chosen = (isIn) => chunks.filter(({ name }) => isIn(name));
  return [
    ...packOf(
      'light.cjs',
      chosen((name) => light.has(name)),
      lateChunks(outputs),
    ),
    ...packOf(
      'middle.cjs',
      chosen((name) => most.has(name) && !light.has(name)),
    ),
    ...packOf(
      'heavy.cjs',
      chosen((name) => !most.has(name)),
    ),
  ];
}

function isHeavy(path) {
  return IS_HEAVY.test(path) && !IS_LIGHT.test(path);
}

/** What runs nothing but its own definitions, so that it may run as late as it is used. */
const IS_QUIET =
  /^(?:src|\.config\/build\/modules|node_modules\/(?:bidi-js|js-yaml|entities|get-east-asian-width|marked))\//;

/** The names of the chunks that are made of such modules only; what is imported late runs at once. */
function lateChunks(outputs) {
  const quiet = Object.entries(outputs).filter(([, { inputs, entryPoint }]) => {
    return entryPoint === undefined && Object.keys(inputs).every((input) => IS_QUIET.test(input));
  });
  return quiet.map(([path]) => basename(path));
}

/** The names of the chunks that are reached without passing through one that is left. */
function chunksWithout(outputs, isLeft) {
  const reached = new Set();
  const visit = (path) => {
    const { imports = [], inputs = {}, entryPoint = '' } = outputs[path] ?? {};
    const packages = Object.keys(inputs).filter((input) => input.startsWith('node_modules/'));
    if (reached.has(path) || [entryPoint, ...packages].some(isLeft)) return;
    reached.add(path);
    for (const { path: next } of imports) visit(next);
  };
  for (const path of Object.keys(outputs)) {
    if (IS_LIGHT.test(outputs[path].entryPoint ?? '')) visit(path);
  }
  return new Set([...reached].map((path) => basename(path)));
}

/** `Chunks` of src/launcher: the value of a script; the first pack names the late chunks of all. */
function packOf(name, chunks, late = []) {
  const lines = ['((pack)=>typeof module==="object"?module.exports=pack:pack)({bodies:{'];
  const sections = [];
  for (const { name: chunk, code, map } of chunks) {
    lines.push(`"${chunk}"(exports,require,module,importMeta){`);
    sections.push({ offset: { line: lines.length, column: 0 }, map: fromRoot(JSON.parse(map)) });
    lines.push(...toAscii(code.trimEnd()).split('\n'), '},');
  }
  lines.push(`},late:${JSON.stringify(late)}})\n//# sourceMappingURL=${name}.map\n`);
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
