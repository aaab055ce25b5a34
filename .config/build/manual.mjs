// Writes the manual page from the program's own tables and the topics of its help.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { lexer } from 'marked';

const tables = `
export { FLAGS, formatFlag, GLOBAL_FLAGS } from './src/commands/call/flags.ts';
export { TOPICS, VERBS } from './src/commands/call/verbs.ts';
export { topicMarkdown } from './src/commands/help/topics.ts';
export { EXIT_CODES } from './src/commands/call/describe-error.ts';
export { USUAL_KEYS } from './src/core/keys/bindings.ts';`;

/**
 * @param {string} root the project's folder
 * @returns {Promise<string>} newsprint(1) in the macros of man(7), all of it ASCII
 */
export async function manual(root) {
  const { outputFiles } = await build({
    stdin: { contents: tables, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['*/page-lines.ts'],
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { version, description } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return manualOf(await import(`data:text/javascript;base64,${code}`), version, description);
}

function manualOf({ FLAGS, formatFlag, ...own }, version, description) {
  const flagItems = (names) => names.flatMap((name) => item(formatFlag(name), FLAGS[name].summary));
  const verbs = Object.values(own.VERBS);
  const topics = own.TOPICS.flatMap((topic) => [
    `.SH ${topic.toUpperCase()}`,
    ...blocks(lexer(own.topicMarkdown(topic, own.USUAL_KEYS))),
  ]);
  const lines = [
    `.TH NEWSPRINT 1 "" "newsprint ${version}" "User Commands"`,
    '.SH NAME',
    'newsprint \\- read the news you choose in a terminal',
    '.SH SYNOPSIS',
    ...verbs.flatMap(({ usage }) => ['.B newsprint', escaped(usage), '.br']).slice(0, -1),
    '.SH DESCRIPTION',
    `${escaped(description)}.`,
    '.SH COMMANDS',
    ...verbs.flatMap(({ usage, summary, details, formats = [], flags = [] }) => [
      ...item(`newsprint ${usage}`, `${summary}.`),
      ...paragraphs(details).flatMap((text) => ['.IP', text]),
      ...(formats.length === 0 ? [] : ['.IP', `Formats: ${escaped(formats.join(', '))}.`]),
      ...(flags.length === 0 ? [] : ['.RS', ...flagItems(flags), '.RE']),
    ]),
    '.SH OPTIONS',
    ...flagItems(own.GLOBAL_FLAGS),
    ...topics,
    '.SH EXIT STATUS',
    ...own.EXIT_CODES.flatMap(([number, short, when]) => {
      return ['.TP', `\\fB${number}\\fR`, inline(lexer(`${short}: ${when}`)[0].tokens)];
    }),
    '.SH SEE ALSO',
    '.BR less (1),',
    '.BR newsboat (1)',
  ];
  // A heading is a paragraph's beginning itself.
  const kept = lines.filter((line, at) => line !== '.PP' || !/^\.S[HS]/.test(lines[at - 1]));
  return kept.map((line) => `${line}\n`).join('');
}

/** A term and what is said of it. */
function item(term, text) {
  return ['.TP', `\\fB${escaped(term)}\\fR`, escaped(text)];
}

/** Where the next line's first word had fitted, a line of the help ends a paragraph. */
function paragraphs(details) {
  const text = details.slice(1).reduce((before, line) => {
    const last = before.split('\n').at(-1);
    const hasRoom = last.length + 1 + line.split(' ', 1)[0].length <= 80;
    return `${before}${hasRoom ? '\n\n' : '\n'}${line}`;
  }, details[0] ?? '');
  return text === '' ? [] : text.split('\n\n').map((part) => inline(lexer(part)[0].tokens));
}

/** @returns {string[]} Markdown, as far as topics have it, in the macros of man(7) */
function blocks(tokens) {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case 'heading':
        return [`.SS ${inline(token.tokens)}`];
      case 'paragraph':
        return ['.PP', inline(token.tokens)];
      case 'code':
        return [
          '.PP',
          '.RS',
          '.nf',
          ...token.text.split('\n').map((line) => signs(line).replace(/^(?=[.'])/, '\\&')),
          '.fi',
          '.RE',
        ];
      case 'list':
        return token.items.flatMap(({ tokens: [text] }) => ['.IP \\(bu 2', inline(text.tokens)]);
      case 'table':
        return tableItems(token);
      case 'space':
        return [];
      default:
        throw new Error(`the manual has no ${token.type}`);
    }
  });
}

/** Rows as terms and what is said of them; of several columns each is named where they differ. */
function tableItems({ header, rows }) {
  const [name, ...names] = header.map(({ tokens }) => inline(tokens));
  const items = rows.flatMap(([term, ...cells]) => {
    const texts = cells.map(({ tokens }) => inline(tokens));
    const isOne = new Set(texts).size === 1;
    const named = texts.map((text, at) => `${names[at]}: ${text}`);
    const said = isOne ? texts[0] : named.filter((_, at) => texts[at] !== '').join(';\n');
    return ['.TP', inline(term.tokens), said];
  });
  return ['.PP', `\\fI${name}\\fR: ${names.join(', ')}`, ...items];
}

function inline(tokens) {
  const parts = tokens.map(({ type, text }) => {
    if (type === 'text' || type === 'escape') return signs(text);
    if (type === 'codespan') return `\\fB${signs(text)}\\fR`;
    throw new Error(`the manual has no ${type} in a line`);
  });
  return filled(parts.join(''));
}

const escaped = (text) => filled(signs(text));

/** Text as it is, in ASCII, every hyphen one to copy. */
function signs(text) {
  const plain = text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return plain.replaceAll(/[^\n -~]/gu, (sign) => {
    return `\\[u${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/** In lines that end with a sentence or before column 80; none begins as a request does. */
function filled(text) {
  const lines =
    text.replaceAll(/([a-z)][.:;]) +(?=\S)/g, '$1\n').match(/\S.{0,75}(?=\s|$)|\S+/g) ?? [];
  return lines.map((line) => (/^[.']/.test(line) ? `\\&${line}` : line)).join('\n');
}
