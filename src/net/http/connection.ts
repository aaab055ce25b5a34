// One request over HTTP, to an address that is judged before anything is sent to it.
import type { IncomingMessage, RequestOptions } from 'node:http';
import type { LookupFunction } from 'node:net';
import ports from './blocked-ports.json' with { type: 'json' };

/** Whether requests may go to an address. @param address as `node:net` writes it, without brackets */
export type JudgeAddress = (address: string) => boolean;

/** @param of bytes of the whole; `null` where the server does not tell */
export type TakePiece = (piece: Uint8Array, of: number | null) => Promise<void>;

/** The head of an answer, whose body has to be read or dropped. */
export type Reply = Awaited<ReturnType<typeof ask>>;

/** No address of the host is allowed. */
export class RefusedAddress extends Error {
  readonly address: string;

  constructor(address: string) {
    super(`${address} is not to be asked`);
    this.address = address;
  }
}

/** The body is over the limit. */
export class TooLarge extends Error {}

/** What is sent with a request. */
export interface Sending {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body: string;
}

const NOTHING: Sending = { method: 'GET', body: '' };

/** Most content codings of one body. */
const MOST_CODINGS = 5;
/** Ports of other protocols, whose servers may run a request as commands (Fetch, 2.9). */
const BLOCKED_PORTS = new Set(ports.map(String));

/** This program's user agent. */
export function userAgent(version: string) {
  return { 'user-agent': `newsprint/${version} (terminal news reader)` };
}

/**
 * Sends a request, and waits for the head of the answer.
 * @param signal aborts the request, and the reading of the body
 * @throws RefusedAddress before anything is sent, else the system's error
 */
export async function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  isAllowed: JudgeAddress,
  signal: AbortSignal,
  sending = NOTHING,
) {
  if (BLOCKED_PORTS.has(url.port)) throw new Error(`port ${url.port} is not the web's`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const { isIP } = process.getBuiltinModule('node:net');
  if (isIP(host) !== 0 && !isAllowed(host)) throw new RefusedAddress(host);
  const options = {
    headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
    lookup: judgedLookup(isAllowed),
    // Makes the lookup return all of a host's addresses.
    autoSelectFamily: true,
    signal,
    method: sending.method,
  };
  const response = await send(url, options, isAllowed, sending);
  const header = (name: string): string | null => response.headers[name]?.toString() ?? null;
  return {
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    /** The value of a header, by its name in small letters; `null` where it was not sent. */
    header,
    /** The address that answered. */
    address: response.socket.remoteAddress ?? '',
    /**
     * The body, decoded; empty where its pieces are taken as they come.
     * @param limit in bytes
     * @param onPiece takes a piece of a body that is not packed, and hears how long the whole is
     * @throws TooLarge beyond it, packed or not; else the system's or zlib's error
     */
    read: async (limit: number, onPiece?: TakePiece): Promise<Uint8Array> =>
      unpack(await readAll(response, limit, onPiece), header('content-encoding') ?? '', limit),
    letGo: () => void response.destroy(),
  };
}

/** Looks up only allowed addresses, so that the judged address is the one that is connected to. */
function judgedLookup(isAllowed: JudgeAddress): LookupFunction {
  return (host, options, callback) => {
    const { lookup } = process.getBuiltinModule('node:dns');
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const allowed = addresses.filter(({ address }) => isAllowed(address));
      const refused = new RefusedAddress(addresses[0]?.address ?? host);
      callback(allowed.length === 0 ? refused : null, allowed);
    });
  };
}

/**
 * Reuses open connections, whose address is judged again. A server may close one as the request goes
 * out: then a request that changes nothing is sent once more, over another (RFC 9112, 9.3.1). One
 * that changes something gets a connection of its own.
 */
function send(
  url: URL,
  options: RequestOptions,
  isAllowed: JudgeAddress,
  sending: Sending,
): Promise<IncomingMessage> {
  const { request } =
    url.protocol === 'https:'
      ? process.getBuiltinModule('node:https')
      : process.getBuiltinModule('node:http');
  const isSafe = sending.method === 'GET';
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const agent = isSafe ? undefined : false;
    const sent = request(url, { ...options, agent }, (response) => {
      isAnswered = true;
      resolve(response);
    });
    sent.on('error', (error) => {
      const isBroken = 'code' in error && ['ECONNRESET', 'EPIPE'].includes(String(error.code));
      const isAgain = isSafe && sent.reusedSocket && !isAnswered;
      if (isAgain && isBroken) resolve(send(url, options, isAllowed, sending));
      else reject(error);
    });
    sent.on('socket', ({ remoteAddress = '' }) => {
      if (sent.reusedSocket && !isAllowed(remoteAddress)) {
        sent.destroy(new RefusedAddress(remoteAddress));
      }
    });
    sent.end(sending.body);
  });
}

/** Reads the body piece by piece, so that an endless one ends at the limit. */
async function readAll(
  response: IncomingMessage,
  limit: number,
  onPiece?: TakePiece,
): Promise<Buffer> {
  const length = Number(response.headers['content-length'] ?? 0);
  if (length > limit) {
    response.destroy();
    throw new TooLarge();
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    if (onPiece === undefined) chunks.push(chunk);
    else await onPiece(chunk, length || null);
  }
  return Buffer.concat(chunks);
}

/** Decodes the last coding first (RFC 9110, 8.4). */
async function unpack(bytes: Buffer, codings: string, limit: number): Promise<Buffer> {
  const names = codings.toLowerCase().split(',', MOST_CODINGS).reverse();
  let unpacked = bytes;
  for (const name of names) unpacked = await unpackOne(unpacked, name.trim(), limit);
  return unpacked;
}

/** Decodes an incomplete body as far as it goes. */
async function unpackOne(bytes: Buffer, coding: string, limit: number): Promise<Buffer> {
  if (bytes.length === 0 || !/^(?:br|deflate|(?:x-)?gzip)$/.test(coding)) return bytes;
  const zlib = process.getBuiltinModule('node:zlib');
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  // Servers use deflate with a header (RFC 1950, 2.2) and without.
  const isBare = coding === 'deflate' && ((bytes[0] ?? 0) & 0x0f) !== 8;
  const inflate = isBare ? zlib.inflateRaw : zlib.unzip;
  const bounds = { maxOutputLength: limit };
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, unpacked: Buffer): void => {
      if (error === null) resolve(unpacked);
      else
        reject('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? new TooLarge() : error);
    };
    if (coding !== 'br') inflate(bytes, { ...bounds, finishFlush: Z_SYNC_FLUSH }, done);
    else zlib.brotliDecompress(bytes, { ...bounds, finishFlush: BROTLI_OPERATION_FLUSH }, done);
  });
}
