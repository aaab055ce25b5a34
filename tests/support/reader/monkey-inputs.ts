// What a monkey does at a terminal: keys, sequences, text, pastes, mouse reports, any bytes, sizes.

import { KEYS } from '../../../src/core/keys/key-table.ts';
import type { Random } from '../machine/random.ts';
import { bytesOf, CUT_SEQUENCES, STRANGE_SEQUENCES } from './reader-keys.ts';

/** One thing it does: bytes, one a character, or another size of the terminal. */
export type MonkeyInput =
  | { readonly bytes: string }
  | { readonly columns: number; readonly rows: number };

/** Keys whose names are not their characters, as a terminal sends them. */
const SENT: Readonly<Record<string, string>> = {
  down: '\x1b[B',
  up: '\x1b[A',
  right: '\x1b[C',
  left: '\x1bOD',
  tab: '\t',
  pagedown: '\x1b[6~',
  pageup: '\x1b[5~',
  home: '\x1b[H',
  end: '\x1b[4~',
  enter: '\r',
  escape: '\x1b',
  space: ' ',
  'ctrl-d': '\x04',
  'ctrl-u': '\x15',
  'ctrl-l': '\x0c',
};
/** What leaves the reader, stops it, or starts other programs and takes its time. */
const LEFT_OUT = ['leave', 'quit', 'interrupt', 'suspend', 'pipe'];
const SLOW = ['edit', 'browse', 'fetch', 'download'];
const ALL_KEYS = KEYS.filter(({ id }) => !LEFT_OUT.includes(id) && !SLOW.includes(id)).flatMap(
  ({ keys }) => keys.map((key) => SENT[key] ?? key),
);
const EDITING = ['\x01', '\x05', '\x0b', '\x17', '\x7f', '\x1b[3~', '\x1b[Z', '\x02', '\x06'];
const WORDS = [
  ...[
    'storm ',
    'is:unread',
    'tag:',
    'OR',
    '"',
    '(',
    ')',
    '-',
    '*',
    'after:7d',
    'title:',
    '漢字',
    'é',
  ],
  ...[
    'e\u0301',
    '👩‍👩‍👧',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '0',
    '12',
    '999999999',
    'http://',
    'x.invalid/',
    'ﷺ',
    'שלום',
    '\u00ad',
    'ﬀ',
  ],
];
const LONG_PASTE = 'A long line of a page that was copied somewhere, with words in it.\r\n\r\n';

/** Of parts of several a valid character may come, and a letter after it that quits. */
const [STRANGE, CUT] = [STRANGE_SEQUENCES, CUT_SEQUENCES].map((all) =>
  all.filter((sequence) => !/[q|]/i.test(sequence)),
);

/** Any bytes but Ctrl-C, Ctrl-Z and the letters that quit. */
function anyBytes(random: Random): string {
  const bytes = Array.from({ length: 1 + random.below(12) }, () => random.below(256));
  return String.fromCharCode(...bytes).replace(/[\x03\x1a\x1cqQeoPR|]/g, '');
}

function pasted(random: Random, address: string): string {
  const text = random.of([
    ...[
      '',
      'word',
      'A headline\r\rA body.\r',
      address,
      'https://x.invalid/a',
      '\r\r\r',
      '\x1b[31m\x9b',
    ],
    anyBytes(random),
    bytesOf('Title\r\r漢字 body\r'),
    // Where an editor took its beginning each character is a key, and obeyed.
    LONG_PASTE.repeat(1 + random.below(random.percent(3) ? 500 : 40)),
  ]);
  return `\x1b[200~${text.replaceAll('\x1b[201~', '')}${random.percent(90) ? '\x1b[201~' : ''}`;
}

function mouse(random: Random): string {
  const [x, y] = [1 + random.below(220), 1 + random.below(70)];
  const button = random.of([0, 0, 1, 2, 32, 35, 64, 64, 65, 65, 66, 128]);
  if (random.percent(90)) return `\x1b[<${button};${x};${y}${random.of(['M', 'M', 'm'])}`;
  if (random.percent(50)) return `\x1b[${button + 32};${x};${y}M`;
  return `\x1b[M${String.fromCharCode(32 + (button % 90), 32 + x, 32 + y).replace(/[q|]/gi, 'r')}`;
}

const SIZES = [
  ...[
    [1, 1],
    [0, 0],
    [20, 5],
    [19, 5],
    [20, 4],
    [80, 24],
    [100, 30],
    [99, 30],
    [160, 50],
    [200, 60],
  ],
  ...[
    [40, 8],
    [60, 9],
    [500, 3],
    [2, 100],
    [300, 100],
  ],
] as const;

function size(random: Random): MonkeyInput {
  const [columns, rows] = random.percent(50)
    ? random.of(SIZES)
    : [1 + random.below(180), 1 + random.below(60)];
  return { columns, rows };
}

/** The next thing it does. @param address of a page there is */
export function monkeyInput(random: Random, address: string): MonkeyInput {
  const chance = random.below(1000);
  if (chance < 470) return { bytes: random.of(ALL_KEYS) };
  if (chance < 570) return { bytes: bytesOf(random.of(STRANGE ?? [])) };
  if (chance < 610) return { bytes: bytesOf(random.of(CUT ?? [])) };
  if (chance < 720) return { bytes: bytesOf(random.of(WORDS)) };
  if (chance < 760) return { bytes: random.of(EDITING) };
  if (chance < 860) return { bytes: mouse(random) };
  if (chance < 910) return { bytes: anyBytes(random) };
  if (chance < 950) return { bytes: pasted(random, address) };
  if (chance < 955) return { bytes: random.of(['e', 'o', 'P', 'R', '\x1a']) };
  return size(random);
}
