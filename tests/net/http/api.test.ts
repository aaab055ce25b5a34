// Requests to a server's programming interface, against a real one on this machine.
import { expect, test } from 'vitest';
import { createApi } from '../../../src/net/http/api.ts';
import { answering } from '../../support/web/listen.ts';

test('What changes something goes over a connection that no other request used', async () => {
  const used = new WeakSet();
  const url = await answering(({ socket }, response) => {
    if (used.has(socket)) socket.destroy();
    else response.end('done');
    used.add(socket);
  });
  const { signal } = new AbortController();
  const call = createApi(url, { version: '1', signal, secrets: [] });
  for (const method of ['GET', 'PUT', 'PUT'] as const) {
    const answer = await call({ method, path: '/', headers: {}, body: '' });
    expect(answer.text).toBe('done');
  }
});
