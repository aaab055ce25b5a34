// Drives Debian's chromium over its debugging pipe: one page, its own bytes, no network, no scripts.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-GB',
  '--window-size=1280,1024',
  '--remote-debugging-pipe',
];

/**
 * Starts chromium and hands its one page to `use`; stops it afterwards.
 * @template T
 * @param {string} program
 * @param {(page: Page) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPage(program, use) {
  const folder = mkdtempSync(join(tmpdir(), 'intake-'));
  const child = spawn(program, [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const pipe = new Pipe(child.stdio[3], child.stdio[4]);
  try {
    return await use(await Page.open(pipe));
  } finally {
    await pipe.send('Browser.close');
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** Messages of the DevTools protocol, each ended by a NUL. */
class Pipe {
  #next = 1;
  #waiting = new Map();
  #listeners = new Set();
  #left = '';

  constructor(input, output) {
    this.input = input;
    output.setEncoding('utf8');
    output.on('data', (chunk) => this.#take(chunk));
  }

  #take(chunk) {
    const messages = (this.#left + chunk).split('\0');
    this.#left = messages.pop() ?? '';
    for (const message of messages) this.#hand(JSON.parse(message));
  }

  #hand(message) {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) {
      for (const listener of this.#listeners) listener(message);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result);
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  listen(listener) {
    this.#listeners.add(listener);
  }
}

/** One tab. */
class Page {
  #answer = null;

  static async open(pipe) {
    const { targetInfos } = await pipe.send('Target.getTargets');
    const target = targetInfos.find(({ type }) => type === 'page');
    const { sessionId } = await pipe.send('Target.attachToTarget', {
      targetId: target.targetId,
      flatten: true,
    });
    const page = new Page(pipe, sessionId);
    await page.send('Page.enable');
    await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    pipe.listen((message) => page.#onMessage(message));
    return page;
  }

  constructor(pipe, sessionId) {
    this.pipe = pipe;
    this.sessionId = sessionId;
  }

  send(method, params) {
    return this.pipe.send(method, params, this.sessionId);
  }

  #onMessage({ method, params }) {
    if (method !== 'Fetch.requestPaused') return;
    const first = this.#answer !== null && params.resourceType === 'Document';
    if (!first) {
      this.send('Fetch.failRequest', {
        requestId: params.requestId,
        errorReason: 'InternetDisconnected',
      }).catch(() => {});
      return;
    }
    const { bytes, charset } = this.#answer;
    this.#answer = null;
    const type = charset === null ? 'text/html' : `text/html; charset=${charset}`;
    this.send('Fetch.fulfillRequest', {
      requestId: params.requestId,
      responseCode: 200,
      responseHeaders: [
        { name: 'content-type', value: type },
        { name: 'content-security-policy', value: "script-src 'none'; frame-src 'none'" },
      ],
      body: bytes.toString('base64'),
    }).catch(() => {});
  }

  /** Shows the bytes as the page at the address; nothing else is loaded and no script runs. */
  async show(url, bytes, charset) {
    this.#answer = { bytes, charset };
    const { errorText } = await this.send('Page.navigate', { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
    await this.#settled();
  }

  async #settled() {
    const until = Date.now() + 20_000;
    while (Date.now() < until) {
      const state = await this.evaluate('document.readyState');
      if (state === 'complete') return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await this.send('Page.stopLoading');
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
    return result.value;
  }

  async #command(command) {
    const key = { key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65 };
    await this.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key, commands: [command] });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  /** The text on the clipboard after select-all and copy, read by pasting it into an empty box. */
  async copied() {
    await this.evaluate('document.activeElement?.blur(); void 0');
    await this.#command('selectAll');
    await this.#command('copy');
    await this.show('https://paste.invalid/', Buffer.from('<textarea></textarea>'), 'utf-8');
    await this.evaluate("document.querySelector('textarea').focus()");
    await this.#command('paste');
    const text = await this.evaluate("document.querySelector('textarea').value");
    // A page that lets nothing be copied must not give the text of the page before it.
    await this.evaluate("document.querySelector('textarea').value = ' '");
    await this.#command('selectAll');
    await this.#command('copy');
    return text;
  }
}
