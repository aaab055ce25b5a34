// Requests to a server's programming interface, against a real one on this machine.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createApi } from '../../../src/net/http/api.ts';

test('What changes something goes over a connection that no other request used', async () => {
  const used = new WeakSet();
  const server = createServer(({ socket }, response) => {
    if (used.has(socket)) socket.destroy();
    else response.end('done');
    used.add(socket);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { signal } = new AbortController();
  const call = createApi(`http://127.0.0.1:${port}`, { version: '1', signal, secrets: [] });
  for (const method of ['GET', 'PUT', 'PUT'] as const) {
    const answer = await call({ method, path: '/', headers: {}, body: '' });
    expect(answer.text).toBe('done');
  }
});
