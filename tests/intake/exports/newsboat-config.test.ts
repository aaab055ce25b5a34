// newsboat's settings, as its manual lists them (newsboat.org, "Newsboat Configuration Commands").
import { expect, test } from 'vitest';
import { readNewsboatConfig } from '../../../src/intake/exports/newsboat-config.ts';

test('What ours can say becomes lines of config.toml, the rest is counted', () => {
  const config = readNewsboatConfig(
    [
      '# mine',
      'auto-reload yes',
      'reload-time 30 # minutes',
      'browser "firefox \\"%u\\""',
      // A quote without an end ends with its line, as in newsboat.
      'player "mpv --no-video',
      'text-width 90',
      'show-read-articles no',
      'color background white default',
      'color listnormal cyan default',
      'bind-key j down',
      'constructor x',
    ].join('\r\n'),
  );
  expect(config.lines).toEqual([
    ...['fetch_every = 30', 'browser = "firefox %s"', 'player = "mpv --no-video"', 'measure = 90'],
    ...['opens = "unread"', '', '[keys]', 'set = "newsboat"'],
  ]);
  expect([...config.others]).toEqual([
    ['color', 2],
    ['bind-key', 1],
    ['constructor', 1],
  ]);
});

test('Articles that are ignored become mutes where a query can say which', () => {
  const { mutes, others } = readNewsboatConfig(
    [
      'ignore-article "*" "title =~ \\"storm\\""',
      'ignore-article "https://example.org/feed" "author =~ \\"Ada\\""',
      'ignore-article "*" "title =~ \\"^[0-9]\\""',
      'ignore-article "regex:https?://b.test/.*" "author =~ \\"Ada\\""',
    ].join('\n'),
  );
  expect(mutes.map(({ text }) => text)).toEqual([
    'title:storm*',
    'feed:"https://example.org/feed" author:Ada*',
  ]);
  expect([...others]).toEqual([['ignore-article', 2]]);
});

test.for([
  ['auto-reload yes', ['fetch_every = 60']],
  ['reload-time 30', []],
  ['auto-reload no\nreload-time 30', []],
  ['text-width 0', []],
  ['auto-reload yes\nauto-reload no', []],
] as const)('%s', ([text, lines]) => {
  expect(readNewsboatConfig(text).lines).toEqual(lines);
});
