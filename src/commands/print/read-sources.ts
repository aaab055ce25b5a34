// Reads an article for each word of a call: from the library, a file, standard input or the web.
import { join } from 'node:path';
import {
  type Article,
  type ArticleHead,
  type ReadingState,
  UNREAD,
} from '../../core/article/article.ts';
import { cleanText } from '../../core/clean.ts';
import { formatProblem, NewsprintError } from '../../core/errors.ts';
import { lazy } from '../../core/lazy.ts';
import { readStdinBytes } from '../../jobs/add/read-stream.ts';
import type { SourceBytes } from '../../jobs/add/run-intake.ts';
import { fetchSource, readFileBytes } from '../../jobs/add/source-bytes.ts';
import { articleFromText } from '../../library/articles/parse-article.ts';
import type { Finder } from '../../library/finder/finder.ts';
import { readArticle, readArticleText } from '../../library/finder/open-library.ts';
import { findArticle, type Resolved, resolveWord } from '../../library/finder/resolve-word.ts';
import { keepHeapLimited } from '../../library/threads/limit-heap.ts';
import type { Call, Io } from '../call/call.ts';
import { openForFinding } from '../call/call-library.ts';
import { createProgress } from '../call/progress.ts';

/** An article, its file if it has one, and a function for the file's text, cleaned of controls. */
export interface Source {
  readonly article: Article;
  /** Looked up only when asked for: pages do not show it. */
  readonly state: () => ReadingState;
  /** That it takes to read, where the library knows; else its words are counted. */
  readonly minutes?: number | undefined;
  /** The library that it is in, if any. */
  readonly root: string | null;
  readonly file: string | null;
  readonly text: () => string;
}

/** Words that the library is asked for in one question. */
const AT_ONCE = 100;

/**
 * The article of each word of the call, in order. A word without one is left out and reported as a
 * failure of the call.
 */
export async function* readSources(call: Call, io: Io): AsyncGenerator<Source> {
  const finder = lazy(() => openForFinding(call, io));
  for (let at = 0; at < call.words.length; at += AT_ONCE) {
    // The young generation has the size by then that pages need; with more it would only take memory.
    if (at > 0) keepHeapLimited();
    const words = call.words.slice(at, at + AT_ONCE);
    const members = lazy(async () => findMembers(await finder(), words, io));
    for (const word of words) {
      try {
        const find = async (id: string) => (await members()).find(id);
        yield await readSource(await resolveWord(word, find, io), members, io);
      } catch (error) {
        if (!(error instanceof NewsprintError)) throw error;
        io.fail(error);
      }
    }
  }
}

type Members = ReturnType<typeof findMembers>;

/** Articles of the library by words that may be their IDs. */
function findMembers(finder: Finder, words: readonly string[], io: Io) {
  const rows = finder.byIds(words);
  const { root, problems, isIndexed } = finder;
  return {
    finder,
    find: (word: string): ArticleHead =>
      rows.get(word.normalize('NFC'))?.head ?? findArticle(word, finder),
    source(head: ArticleHead): Source {
      const row = rows.get(head.id);
      // An article with problems is shown, and they are reported; one that was looked up just now may
      // have been read just now.
      for (const problem of row === undefined ? finder.problems : problems) {
        if (problem.path === head.path) io.warn(formatProblem(problem));
      }
      return {
        article: readArticle(finder, head),
        state: () => row?.state ?? stateOf(finder, head),
        minutes: isIndexed ? row?.body.minutes : undefined,
        root,
        file: join(root, head.path),
        text: () => readArticleText(finder, head),
      };
    },
  };
}

function stateOf(finder: Finder, { id }: ArticleHead): ReadingState {
  const key = finder.keyOf(id);
  return (key === null ? undefined : finder.rows([key])[0]?.state) ?? UNREAD;
}

async function readSource(what: Resolved, members: () => Promise<Members>, io: Io) {
  switch (what.kind) {
    case 'stdin':
      return fromBytes(notEmpty(await readStdinBytes(io), 'standard input'), '-', io);
    case 'file':
      return readPath(what.path, io);
    case 'url':
      return fromUrl(what.url, await members(), io);
    case 'article':
      return (await members()).source(what.head);
    default:
      return what satisfies never;
  }
}

/** A named pipe is read like standard input, for its name says nothing. */
async function readPath(path: string, io: Io): Promise<Source> {
  const { bytes, isStream } = await readFileBytes(path, path);
  if (isStream) return fromBytes(notEmpty(bytes, path), '-', io);
  return { ...(await fromBytes(bytes, path, io)), file: path };
}

function notEmpty(bytes: Buffer, name: string): Buffer {
  if (bytes.some((byte) => byte > 0x20)) return bytes;
  throw new NewsprintError(`${name} is empty`, { code: 'unreadable' });
}

/** A quick test for HTML and mail: the intake, which decides, takes a while to load. */
const LIKE_HTML = /^\s*<|<(?:!doctype|html|head|body|article|div|p)\b|(?:^|\n)mime-version:/i;
const START = 4096;

/** An article from outside the library: HTML is extracted, Markdown is taken as it is. */
async function fromBytes(bytes: Buffer, path: string, io: Io): Promise<Source> {
  const text = await decode(bytes, path);
  if (!path.endsWith('.md') && LIKE_HTML.test(text.slice(0, START))) {
    const { isMessage, sniffKind } = await import('../../intake/sniff.ts');
    if (isMessage(bytes) || sniffKind(bytes, { name: path }) === 'html') {
      return fromIntake({ bytes, name: path, urls: [], found: null }, io);
    }
  }
  return fromText(text, path, io);
}

/** Loads the intake's encodings only for text that is not plainly UTF-8. */
async function decode(bytes: Buffer, name: string): Promise<string> {
  const text = bytes.toString('utf8');
  if (!/[\0\ufffd]/.test(text)) return text;
  const { decodeText } = await import('../../intake/charset.ts');
  const { assertReadable, sniffKind } = await import('../../intake/sniff.ts');
  if (sniffKind(bytes, { name }) === 'binary') assertReadable('binary', name);
  return decodeText(bytes);
}

/** An article as `add` would keep it. */
async function fromIntake(source: SourceBytes, io: Io): Promise<Source> {
  const { runIntake } = await import('../../jobs/add/run-intake.ts');
  const { formatArticle } = await import('../../library/articles/format-article.ts');
  const { article } = await runIntake(source, {});
  const path = source.name === '-' ? '-' : source.name.replace(/\/+$/, '');
  return fromText(formatArticle(article), path, io);
}

/** The library's article of that address, else the page. */
async function fromUrl(url: string, { finder, source }: Members, io: Io): Promise<Source> {
  const clean = async () => (await import('../../core/url/clean-url.ts')).cleanUrl(url) ?? url;
  const head = finder.byUrl(url) ?? finder.byUrl(await clean());
  if (head !== null) return source(head);
  const progress = createProgress(io);
  progress.show(url);
  const page = fetchSource(url, io).then((bytes) => fromIntake(bytes, io));
  return page.finally(progress.end);
}

function fromText(text: string, path: string, io: Io): Source {
  const { article, problems } = articleFromText(text, path);
  for (const problem of problems) io.warn(formatProblem(problem));
  return { article, state: () => UNREAD, root: null, file: null, text: () => cleanText(text) };
}
