// Servers of tests on addresses of this machine.

import { createServer, type RequestListener, Server as WebServer } from 'node:http';
import { type AddressInfo, createServer as createNetServer, type Server } from 'node:net';
import { onTestFinished } from 'vitest';

/** Has a server of any kind listen until the running test ends. @returns its port */
export async function listen(server: Server, address = '127.0.0.1'): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  onTestFinished(() => {
    if (server instanceof WebServer) server.closeAllConnections();
    server.close();
  });
  return portOf(server);
}

/** A web server that lives as long. @returns its address, without a slash */
export async function answering(answer: RequestListener, address?: string): Promise<string> {
  const server = createServer(answer);
  const port = await listen(server, address);
  return `http://${address ?? '127.0.0.1'}:${port}`;
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createNetServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
