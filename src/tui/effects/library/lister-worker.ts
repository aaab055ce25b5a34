// The reader's second thread: answers what lists hold, counts, and keeps the index up to date.

import { parentPort, workerData } from 'node:worker_threads';
import type { Finder, Keys } from '../../../library/finder/finder.ts';
import type { UnreadCounts } from '../../../library/finder/unread-counts.ts';
import { openFinder } from '../../../library/index/open-finder.ts';
import type { Host } from '../../../library/place/device.ts';
import { countArticles, type Inquiry, listKeys } from './lister.ts';

/** What the thread begins with. */
export interface ListerStart {
  readonly root: string;
  readonly host: Host;
}

/** What it is asked; of lists and of counts only the newest is answered. */
export type ListerRequest =
  | { readonly type: 'list'; readonly at: number; readonly inquiry: Inquiry; readonly now: Date }
  | {
      readonly type: 'count';
      readonly at: number;
      readonly texts: readonly string[];
      readonly now: Date;
    }
  /** By feed and by tag. */
  | { readonly type: 'tally'; readonly at: number }
  /** Whether others changed anything; `isWhole`: every file is compared. */
  | { readonly type: 'look'; readonly at: number; readonly isWhole: boolean };

/** What it answers. */
export interface ListerReply {
  readonly at: number;
  readonly keys?: Keys;
  readonly counts?: readonly (number | null)[];
  readonly tally?: UnreadCounts;
  readonly hasChanged?: boolean;
}

const port = parentPort;
const { root, host }: ListerStart = workerData;
const waiting: ListerRequest[] = [];
let finder: Finder | null = null;

function isStale(request: ListerRequest): boolean {
  const { type } = request;
  return (type === 'list' || type === 'count') && waiting.some((later) => later.type === type);
}

/** A list that is waited for goes before everything else. */
function takeNext(): ListerRequest | undefined {
  const list = waiting.findIndex(({ type }) => type === 'list');
  return list === -1 ? waiting.shift() : waiting.splice(list, 1)[0];
}

function answer(found: Finder, request: ListerRequest): ListerReply {
  const { at } = request;
  switch (request.type) {
    case 'list': {
      const { inquiry, now } = request;
      return { at, keys: listKeys(found, inquiry, now) };
    }
    case 'count':
      return { at, counts: request.texts.map((text) => countArticles(found, text, request.now)) };
    case 'tally':
      return { at, tally: found.tally() };
    case 'look':
      return { at, hasChanged: request.isWhole ? found.pass() : found.refresh() };
    default:
      return request satisfies never;
  }
}

/** One request a turn, so that what comes meanwhile is heard. */
function work(): void {
  const request = takeNext();
  if (request === undefined || finder === null) return;
  if (!isStale(request)) {
    const reply = answer(finder, request);
    const buffers = reply.keys === undefined ? [] : [reply.keys.buffer];
    port?.postMessage(
      reply,
      buffers.filter((buffer) => buffer instanceof ArrayBuffer),
    );
  }
  if (waiting.length > 0) setImmediate(work);
}

port?.on('message', (request: ListerRequest) => {
  waiting.push(request);
  if (waiting.length === 1) setImmediate(work);
});
void openFinder(root, host, { isSteady: true }).then((opened) => {
  finder = opened;
  work();
});
