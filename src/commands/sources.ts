// Turns each WHAT of a call into an article: from the library, a file, or standard input.

import { type Article, type ArticleHead, type ReadingState, UNREAD } from '../core/article.ts';
import { cleanText } from '../core/clean.ts';
import { formatProblem, NewsprintError, type Problem } from '../core/errors.ts';
import { articleFromText } from '../library/article-file.ts';
import { type Library, readArticle, readArticleText } from '../library/library.ts';
import { readTextFile } from '../library/read-text-file.ts';
import { memberResolver, type Resolved, resolveWhat } from '../library/resolve.ts';
import { streamFile } from '../library/stream-file.ts';
import type { Call } from './call.ts';
import type { Io } from './io.ts';
import { openForReading } from './open.ts';
import { readStdin, readStream } from './read-stream.ts';

/** An article, and how to have the text of its whole file, cleaned of controls. */
export interface Source {
  readonly article: Article;
  readonly state: ReadingState;
  readonly text: () => string;
}

/**
 * The article of each word of the call, in order. What cannot be had is named as a failure of the
 * call and left out.
 */
export async function* readSources(call: Call, io: Io): AsyncGenerator<Source> {
  const library = lazy(() => openForReading(call, io));
  const resolver = lazy(() => memberResolver(library()));
  const findMember = (what: string) => resolver()(what);
  for (const word of call.words) {
    try {
      yield await readSource(resolveWhat(word, findMember, io), library, io);
    } catch (error) {
      if (!(error instanceof NewsprintError)) throw error;
      io.fail(error);
    }
  }
}

async function readSource(what: Resolved, library: () => Library, io: Io): Promise<Source> {
  switch (what.kind) {
    case 'stdin':
      return fromText(notEmpty(await readStdin(io), 'standard input'), '-', io);
    case 'file':
      return readPath(what.path, io);
    case 'url':
      return member(findUrl(what.url, library()), library(), io);
    case 'article':
      return member(what.head, library(), io);
    default:
      return what satisfies never;
  }
}

/** A pipe with a name is read like standard input: its name says nothing. */
async function readPath(path: string, io: Io): Promise<Source> {
  const stream = streamFile(path);
  if (stream === null) return fromText(readTextFile(path, path), path, io);
  return fromText(notEmpty(await readStream(stream, path), path), '-', io);
}

function notEmpty(text: string, name: string): string {
  if (text.trim() !== '') return text;
  throw new NewsprintError(`${name} is empty`, { code: 'unreadable' });
}

function member(head: ArticleHead, library: Library, io: Io): Source {
  nameProblems(
    library.problems.filter(({ path }) => path === head.path),
    io,
  );
  return {
    article: readArticle(library, head),
    state: library.journals.state(head.id),
    text: () => readArticleText(library, head),
  };
}

/** What is wrong with an article is said, and it is shown. */
function nameProblems(problems: readonly Problem[], io: Io): void {
  for (const problem of problems) io.err(`newsprint: ${formatProblem(problem)}`);
}

/** An article from outside the library. */
function fromText(text: string, path: string, io: Io): Source {
  const { article, problems } = articleFromText(text, path);
  nameProblems(problems, io);
  return { article, state: UNREAD, text: () => cleanText(text) };
}

function findUrl(url: string, { articles }: Library): ArticleHead {
  const head = articles.find((article) => article.url === url || article.also.includes(url));
  if (head !== undefined) return head;
  throw new NewsprintError(`no article with the URL ${url}`, {
    code: 'not-found',
    hint: 'newsprint does not go to the network; save the page as Markdown and show the file',
  });
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
