// Answers at every address of a network: what for is read from standard input, as JSON.

import { createServer } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import { text } from 'node:stream/consumers';

const site = JSON.parse(await text(process.stdin));
const asked = [];

function answer({ headers, url }, response) {
  const address = `http://${headers.host}${url}`;
  if (headers.host === undefined) return response.end();
  asked.push(address);
  const found = site[address];
  if (found === undefined) return response.writeHead(404).end();
  if (typeof found === 'object') return response.writeHead(302, { location: found.to }).end();
  const type = /^<\?xml/.test(found) ? 'application/rss+xml' : 'text/html; charset=utf-8';
  const isPicture = url.endsWith('.gif');
  response.writeHead(200, { 'content-type': isPicture ? 'image/gif' : type });
  return response.end(Buffer.from(found, isPicture ? 'base64' : 'utf8'));
}

createNetServer((socket) => socket.end(`${JSON.stringify(asked)}\n`)).listen(81, '127.0.0.1');
createServer(answer).listen(80, '0.0.0.0');
