// A web server on this machine for tests, with pages of theirs.

import type { IncomingHttpHeaders } from 'node:http';
import { answering } from './listen.ts';

/** What is answered for a path. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** What comes before the answer is held back. */
  readonly beginning?: Buffer;
  /** The answer is held back until this is done. */
  readonly until?: Promise<unknown>;
}

/** An answer, or what gives one for the headers of a request. */
type Answering = Answer | ((headers: IncomingHttpHeaders) => Answer);

/** What an answer may be held back by until it is opened. */
export function gate(): { readonly until: Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const until = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { until, open };
}

/** Serves the answers until the test ends; all else is not found. */
export async function serve(
  answers: Record<string, Answering>,
): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const url = await answering(async (request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const known = answers[path] ?? { status: 404 };
    const answer = typeof known === 'function' ? known(request.headers) : known;
    const { status = 200, headers = {}, body = '', beginning, until } = answer;
    // Node sends it with what comes first of the body.
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
    if (beginning !== undefined) response.write(beginning);
    await until;
    response.end(body);
  });
  return { url, asked };
}
