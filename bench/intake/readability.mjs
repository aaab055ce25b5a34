// Guards the body on Mozilla Readability's own test pages: `node bench/intake/readability.mjs --pages DIR
// [--verbose] [--check]`, where DIR is the folder `test/test-pages` of a clone of
// https://github.com/mozilla/readability. Their truth is that program's output, so this shows that
// nothing of it is lost, not how good it is.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { loadIntake } from './load-intake.mjs';
import { readMarkdown } from './read-markdown.mjs';
import { f1, words } from './words.mjs';

/** The share of Readability's own score that the intake must reach. */
const LEAST = 0.97;
/** Where the test pages say they are from. */
const HOME = 'http://fakehost/test/page.html';

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const names = values.pages === undefined ? [] : pagesIn(values.pages);
if (names.length === 0) {
  console.log('readability: not measured (no --pages DIR with its test pages)');
} else {
  const intake = await loadIntake();
  const scores = names.map((name) => scorePage(intake, name));
  if (values.verbose) for (const score of scores) console.log(formatPage(score));
  const [ours, theirs] = [mean(scores, 'ours'), mean(scores, 'theirs')];
  const crashes = scores.filter(({ crash }) => crash !== null);
  const share = ours / theirs;
  console.log(
    `readability: ${names.length} pages, body ${ours.toFixed(3)} against its own ${theirs.toFixed(3)}: ` +
      `${share.toFixed(3)} (≥ ${LEAST}), ${crashes.length} crashes`,
  );
  for (const { name, crash } of crashes) console.log(`  ${name}: ${crash}`);
  if (values.check && (share < LEAST || crashes.length > 0)) process.exitCode = 1;
}

function pagesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'expected.html')))
    .sort();
}

function scorePage(intake, name) {
  const [source, expected] = ['source.html', 'expected.html'].map((file) =>
    readFileSync(join(values.pages, name, file)),
  );
  const truth = blockWords(documentOf(expected.toString()).body);
  const own = new Readability(documentOf(source.toString())).parse();
  const theirs = own === null ? [] : blockWords(documentOf(own.content).body);
  const { text, crash } = attempt(() => intake.parseHtml(intake.decodeText(source), { url: HOME }));
  return { name, ours: f1(truth, words(text)), theirs: f1(truth, theirs), crash };
}

/** The body with its captions, as they stand in Readability's output too; a refusal is no crash. */
function attempt(parse) {
  try {
    const { text, figures } = readMarkdown(parse().draft.markdown);
    return { text: [text, ...figures].join('\n'), crash: null };
  } catch (error) {
    const isRefusal = error.name === 'NewsprintError' || 'code' in error;
    return { text: '', crash: isRefusal ? null : (error.stack ?? String(error)) };
  }
}

/** linkedom makes no elements that HTML implies, and Readability needs them. */
function documentOf(html) {
  const isWhole = /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html) && /<head[\s>]/i.test(html);
  return parseHTML(isWhole ? html : `<html><head></head><body>${html}</body></html>`).document;
}

/** An element's words, blocks told apart. */
function blockWords(body) {
  const html = body.innerHTML.replace(
    /<(?:\/?(?:p|div|h\d|li|td|th|figcaption|pre)|br)\b/gi,
    '\n$&',
  );
  return words(documentOf(html).body.textContent);
}

function mean(scores, key) {
  return scores.reduce((sum, score) => sum + score[key], 0) / scores.length;
}

function formatPage({ name, ours, theirs }) {
  return `${name} ${ours.toFixed(3)} against ${theirs.toFixed(3)}`;
}
