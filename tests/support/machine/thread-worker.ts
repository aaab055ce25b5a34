// A worker thread for the tests of the protocol: each piece of work says what it is to do.

import { NewsprintError } from '../../../src/core/errors.ts';
import { serveThread, type WorkContext } from '../../../src/library/threads/worker-thread.ts';

/** What the worker can be asked for. */
export type TestWork = 'greet' | 'count' | 'fail' | 'break' | 'end' | 'wait' | 'urgent';

const done: string[] = [];

void serveThread(
  (name: string) =>
    async (work: TestWork, { signal, onProgress }: WorkContext<number>): Promise<string> => {
      if (work === 'fail')
        throw new NewsprintError('no room', { code: 'read-only', hint: 'make some' });
      if (work === 'break') throw new TypeError('a bug');
      if (work === 'end') process.exit();
      if (work === 'count') for (const at of [1, 2, 3]) onProgress(at);
      if (work === 'wait') {
        onProgress(0);
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        done.push('waited');
      } else done.push(work);
      return `${name}: ${done.join(', ')}`;
    },
  (work) => work === 'urgent',
);
