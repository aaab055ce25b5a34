// The thread of a fetch that the reader asks for.

import { parentPort, workerData } from 'node:worker_threads';
import { type FetchSummary, fetchFeeds } from './fetch-feeds.ts';
import { type FetchOrder, type FetchReply, type SentError, sendError } from './fetch-messages.ts';
import type { FeedOutcome } from './fetching.ts';

const port = parentPort;
if (port !== null) {
  const order: FetchOrder = workerData;
  const control = new AbortController();
  port.on('message', () => control.abort());
  const say = (reply: FetchReply): void => port.postMessage(reply);
  fetchFeeds(order.root, order.subscriptions, {
    ...{ host: order, signal: control.signal, isForced: order.isForced },
    onWait: () => say({ kind: 'wait' }),
    onProgress: ({ outcome, ...progress }) =>
      say({ kind: 'progress', progress, outcome: bare(outcome), error: errorOf(outcome) }),
  }).then(
    (summary) => say(doneWith(summary)),
    (error: unknown) => say({ kind: 'failed', error: sendError(error) }),
  );
}

function doneWith(summary: FetchSummary): FetchReply {
  const { feeds, failures } = summary;
  const plain = { ...summary, feeds: feeds.map(bare), failures: [] };
  return {
    ...{ kind: 'done', summary: plain, errors: feeds.map(errorOf) },
    failures: failures.map(sendError),
  };
}

function bare(outcome: FeedOutcome): FeedOutcome {
  return { ...outcome, error: null };
}

function errorOf({ error }: FeedOutcome): SentError | null {
  return error === null ? null : sendError(error);
}
