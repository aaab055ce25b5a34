// Makes articles of invented words, the same ones every time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../.config/random.mjs';

const ONSETS = ['b', 'br', 'c', 'd', 'f', 'g', 'h', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'v'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'é', 'ö'];
const CODAS = ['', '', '', 'n', 'r', 's', 'l', 'nd', 'st', 'm'];

/**
 * Writes words, sentences and paragraphs.
 * @param {() => number} random
 * @param {boolean} [isPlain] without any Markdown
 */
export function createWriter(random, isPlain = false) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const many = (count, make) => Array.from({ length: count }, make);
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const syllable = () => pick(ONSETS) + pick(VOWELS) + pick(CODAS);
  const word = () => many(between(1, 3), syllable).join('');
  const phrase = (low, high) => many(between(low, high), word).join(' ');
  const styled = (text) => {
    const dice = random();
    if (isPlain) return text;
    if (dice < 0.03) return `**${text}**`;
    if (dice < 0.06) return `*${text}*`;
    if (dice < 0.07) return `\`${text}\``;
    if (dice < 0.09) return `[${text}](https://example.org/${encodeURIComponent(text)})`;
    return text;
  };
  const clause = () => many(between(3, 7), () => styled(word())).join(' ');
  const sentence = () => `${capital(many(between(1, 3), clause).join(', '))}.`;
  const paragraph = () => many(between(2, 6), sentence).join(' ');
  return { pick, between, many, capital, phrase, sentence, paragraph };
}

function block(writer) {
  const { pick, many, between, capital, phrase, sentence, paragraph } = writer;
  const items = (mark) => many(between(3, 6), (_, at) => `${mark(at)} ${sentence()}`).join('\n');
  const makers = [
    () => `## ${capital(phrase(3, 7))}`,
    () => items(() => '-'),
    () => items((at) => `${at + 1}.`),
    () => `> ${paragraph()}`,
    () => `![](images/none.png "${capital(phrase(5, 12))}. Photo: ${capital(phrase(1, 2))}")`,
    () => `\`\`\`js\nconst ${phrase(1, 1)} = ${between(1, 99)};\n\`\`\``,
    () => {
      const row = () => `| ${many(3, () => phrase(1, 3)).join(' | ')} |`;
      return [row(), '|---|---|---|', ...many(4, row)].join('\n');
    },
  ];
  return between(1, 10) > 3 ? paragraph() : pick(makers)();
}

/**
 * Markdown of about so many bytes: paragraphs mostly, with lists, quotes, tables, code and figures.
 * @param {number} bytes
 * @param {number} seed
 */
export function generateBody(bytes, seed) {
  const writer = createWriter(createRandom(seed));
  const blocks = [];
  for (let length = 0; length < bytes; ) {
    const next = block(writer);
    blocks.push(next);
    length += Buffer.byteLength(next) + 2;
  }
  return `${blocks.join('\n\n')}\n`;
}

/**
 * An article as a file holds it.
 * @param {number} at its number; also its seed and the day it is from
 * @param {number} bytes of its body
 */
export function generateArticle(at, bytes) {
  const { capital, phrase, many, sentence } = createWriter(createRandom(at + 1));
  const day = new Date(Date.UTC(2024, 0, 1) - at * 86_400_000).toISOString().slice(0, 10);
  const head = [
    '---',
    `title: ${JSON.stringify(`${capital(phrase(5, 10))} ${at}`)}`,
    `deck: ${JSON.stringify(sentence())}`,
    'summary:',
    ...many(2, () => `  - ${JSON.stringify(sentence())}`),
    `authors: [${capital(phrase(1, 1))} ${capital(phrase(1, 1))}]`,
    `source: ${capital(phrase(1, 2))}`,
    `url: https://example.org/articles/${at}`,
    `published: ${day}`,
    'tags: [one, two]',
    'lang: en',
    '---',
  ];
  return `${head.join('\n')}\n\n${generateBody(bytes, at + 1)}`;
}

/**
 * Writes a library; the article number `at` has the ID `article-0000` and so on, the newest first.
 * @param {string} folder made here
 * @param {number} count
 * @param {number} bytes of each body
 * @returns {string[]} the IDs
 */
export function generateLibrary(folder, count, bytes) {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, at) => {
    const id = `article-${String(at).padStart(4, '0')}`;
    writeFileSync(join(folder, `${id}.md`), generateArticle(at, bytes));
    return id;
  });
}
