// Programs that the user names: what they are given is never code, and they do not stay for ever.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { articleValues } from '../../../src/jobs/programs/article-values.ts';
import { fillWords, runProgram } from '../../../src/jobs/programs/run-program.ts';
import { articleHead } from '../../support/library/article-head.ts';

const env = { PATH: process.env['PATH'] };
const usual = { env, values: {}, input: '', patience: 20_000 };

/** Texts as an article has them that somebody made to be run. */
const hostile = fc.stringMatching(/^(?:[-$`'"\\;&|<>(){}\n\r\t\0\x1b*?~#! ]|[a-z]|\{url\}|%s)*$/);

test('A word of the settings stays one word, whatever a headline has', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, url) => {
      const filled = fillWords(['save', '--', '{title}', 'by={url}', '{nothing}{constructor}'], {
        title,
        url,
      });
      expect(filled).toEqual(['save', '--', title, `by=${url}`, '{nothing}{constructor}']);
    }),
  );
});

test('No headline, author or address is run, be it by words or by the shell', async () => {
  const both = [
    ['printf', '%s', 'x{title}|{author}'],
    'printf %s "x$NEWSPRINT_TITLE|$NEWSPRINT_AUTHOR"',
  ];
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (title, author) => {
      const values = articleValues(articleHead({ title, authors: [author] }), '/l/a.md');
      for (const run of both) {
        const { output, failure } = await runProgram(run, { ...usual, values });
        expect({ output, failure }).toEqual({
          output: `x${values['title']}|${values['author']}`,
          failure: null,
        });
      }
    }),
    { numRuns: 30 },
  );
});

test('A headline that begins with - is no flag, but behind "--"', () => {
  const values = { title: '--exec=rm' };
  expect(fillWords(['mpv', '{title}'], values)).toBeNull();
  expect(fillWords(['mpv', '--', '{title}'], values)).toEqual(['mpv', '--', '--exec=rm']);
  expect(fillWords(['mpv', '--title={title}'], values)).toEqual(['mpv', '--title=--exec=rm']);
});

describe('a program', () => {
  it('reads what it is given, and what it writes is kept', async () => {
    const ended = await runProgram(['tr', 'a-z', 'A-Z'], { ...usual, input: 'snow\n' });
    expect(ended).toEqual({ output: 'SNOW\n', failure: null });
  });

  it('that reads nothing is no failure', async () => {
    const input = 'x'.repeat(1_000_000);
    expect(await runProgram('true', { ...usual, input })).toEqual({ output: '', failure: null });
  });

  it('that is not there, or ends badly, is named with its reason', async () => {
    const failure = async (run: string | readonly string[]) =>
      (await runProgram(run, usual)).failure;
    expect(await failure(['no-such-program'])).toBe('cannot run no-such-program');
    expect(await failure('echo "no room" >&2; exit 3')).toBe('echo ended with 3: no room');
    expect(await failure(['sh', '-c', 'kill -9 $$'])).toBe('sh ended with SIGKILL');
    expect((await runProgram('echo found; exit 1', usual)).output).toBe('found\n');
  });

  it('is ended with all that it started where it takes too long', async () => {
    const run = 'sleep 600 & echo $!; wait';
    const { failure } = await runProgram(run, { ...usual, patience: 300 });
    expect(failure).toBe('sleep took longer than 0.3 s');
  });

  it('that writes without end is read no further, and ended', async () => {
    const { output, failure } = await runProgram('yes', usual);
    expect(output).toHaveLength(10 * 1024 * 1024);
    expect(failure).toBeNull();
  });

  it('is not waited for where what it left behind goes on', async () => {
    const run = 'sleep 600 & echo $!';
    const { output, failure } = await runProgram(run, { ...usual, patience: 10_000 });
    expect(failure).toBeNull();
    expect(process.kill(Number(output), 'SIGKILL')).toBe(true);
  });

  it('ends with all that it started where nobody waits for it any more', async () => {
    const leaving = new AbortController();
    const ended = runProgram('sleep 600 & sleep 600; wait', { ...usual, signal: leaving.signal });
    leaving.abort();
    expect((await ended).failure).toBe('sleep ended with SIGKILL');
  });
});
