// How long articles take to come in: a paste, a page beside what Readability takes for it, a thousand
// files at once.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { generatePage, generatePasted } from './generate-pages.mjs';
import { loadSrc } from './load-src.mjs';
import { alternate, cleanEnv, OF_THE_DISK, timed, timedSpawn } from './measure.mjs';

/** The best of them counts: the machine may be doing other things. */
const ROUNDS = 15;
const FEW_ROUNDS = 3;
const FILES = 1000;
const ENTRY = `
  export { parseHTML } from 'linkedom/worker';
  export { Readability } from '@mozilla/readability';
  export { parseHtml } from './src/intake/page/html/parse-html.ts';
  export { parsePasted } from './src/intake/page/pasted/parse-pasted.ts';
  export { decodeText } from './src/intake/charset.ts';
`;

/** @param {import('./run.mjs').Bench} bench */
export async function measureAdd(bench) {
  const intake = await loadSrc(ENTRY);
  return [
    await measurePaste(intake),
    ...(await measurePage(intake)),
    ...(await measureMany(bench)),
  ];
}

async function measurePaste({ parsePasted, decodeText }) {
  const bytes = Buffer.from(generatePasted(20_000, 1));
  const run = () => {
    if (parsePasted(decodeText(bytes)).draft.title === null) throw new Error('no headline found');
  };
  const { paste } = await alternate({ paste: () => timed(run) }, ROUNDS * 4);
  const value = Math.min(...paste);
  return { name: '20 KB of pasted text, warm', value, unit: 'ms', limit: 8 };
}

async function measurePage({ parseHtml, parseHTML, Readability }) {
  const html = generatePage(500_000, 1);
  const url = 'https://example.org/a';
  const times = await alternate(
    {
      bare: () => timed(() => new Readability(parseHTML(html).document).parse()),
      page: () => timed(() => parseHtml(html, { url })),
    },
    ROUNDS,
  );
  const [bare, page] = [Math.min(...times.bare), Math.min(...times.page)];
  const note = `${page.toFixed(0)} ms`;
  return [
    { name: 'linkedom and Readability on a page of 500 KB', value: bare, unit: 'ms' },
    { name: 'the page as an article', value: page / bare, unit: '× bare', limit: 4, note },
  ];
}

/** As many files a second as writing, flushing and renaming the same bytes would come to. */
async function measureMany({ program, home }) {
  const [sources, library, copies] = ['sources', 'added', 'copies'].map((name) => join(home, name));
  mkdirSync(sources);
  const files = Array.from({ length: FILES }, (_, at) => join(sources, `page-${at}.txt`));
  for (const [at, file] of files.entries()) writeFileSync(file, generatePasted(5000, at + 1));
  const env = { ...cleanEnv(home), XDG_STATE_HOME: join(home, 'state') };
  const add = (...some) => {
    emptyFolder(library);
    const args = [program, 'add', '--quiet', '--library', library, ...some];
    return timedSpawn(process.execPath, args, env);
  };
  add(...files);
  const texts = readTexts(library);
  if (texts.length !== FILES) throw new Error(`${texts.length} files of ${FILES} were added`);
  const subjects = {
    loop: () => timedLoop(copies, texts),
    all: () => add(...files),
    one: () => add(files[0]),
  };
  const times = await alternate(subjects, FEW_ROUNDS);
  const [loop, added, one] = ['loop', 'all', 'one'].map((name) => Math.min(...times[name]));
  const note = `${loop.toFixed(0)} ms for the loop`;
  const unit = '× write, fsync, rename';
  return [
    // Half of it compiles patterns.
    { name: 'add of one pasted file', value: one, unit: 'ms', limit: 600 },
    {
      name: `add of ${FILES} pasted files of 5 KB`,
      value: added,
      unit: 'ms',
      limit: 3000,
      // Each article is flushed.
      allowance: OF_THE_DISK,
    },
    // A disk that flushes a file in 0.2 ms leaves nothing but what the row above is held to: to
    // understand a text takes some 3 ms.
    {
      name: 'the same beside the disk',
      value: loop / added,
      unit,
      least: 0.5,
      allowance: Infinity,
      note,
    },
  ];
}

function readTexts(library) {
  const names = readdirSync(library, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /^\d{4}[\\/]/.test(name))
    .map((name) => readFileSync(join(library, name)));
}

function timedLoop(folder, texts) {
  emptyFolder(folder);
  return timed(() => {
    for (const [at, text] of texts.entries()) {
      const draft = join(folder, `.${at}.tmp`);
      const file = openSync(draft, 'wx');
      writeSync(file, text);
      fsyncSync(file);
      closeSync(file);
      renameSync(draft, join(folder, `${at}.md`));
    }
  });
}

function emptyFolder(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}
