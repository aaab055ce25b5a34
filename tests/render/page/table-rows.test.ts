// Tables: natural, shrunk, stacked.
import { describe, expect, test } from 'vitest';
import { bodyText } from '../pages.ts';

const SMALL = '| a | bb |\n|:-:|---:|\n| ccc | d |';

describe('a table', () => {
  test('takes its natural width where it fits, aligned as it says', () => {
    expect(bodyText(SMALL, 80)).toEqual([' a   bb', '───  ──', 'ccc   d']);
  });

  test('shrinks its widest column first, and sets rows that wrap apart', () => {
    const text = 'one two three four five';
    expect(bodyText(`| k | text |\n|---|---|\n| a | ${text} |\n| b | x |`, 20)).toEqual([
      'k  text',
      '─  ─────────────────',
      'a  one two three',
      '   four five',
      '',
      'b  x',
    ]);
  });

  test('is one row a block where no column can shrink enough', () => {
    const markdown =
      '| First | Second | Third |\n|-|-|-|\n| aaaaaaaa | bbbbbbbb | cccccccc |\n| d | | f |';
    expect(bodyText(markdown, 20)).toEqual([
      'First: aaaaaaaa',
      'Second: bbbbbbbb',
      'Third: cccccccc',
      '',
      'First: d',
      'Third: f',
    ]);
  });

  test('counts CJK and emoji as two columns', () => {
    expect(bodyText('| 城市 | n |\n|---|---|\n| 北京 | 1 |\n| 😀 | 2 |', 80)).toEqual([
      '城市  n',
      '────  ─',
      '北京  1',
      '😀    2',
    ]);
  });

  test('without rows shows its header at any width', () => {
    const header = '| a long header | another long one | and a third |\n|-|-|-|';
    expect(bodyText(header, 20)).toEqual(['a long header', 'another long one', 'and a third']);
  });

  test('leaves out a header and rows without words', () => {
    expect(bodyText('a\n\n| | |\n|-|-|\n| b | c |\n| | |\n\nd', 80)).toEqual([
      'a',
      '',
      'b  c',
      '',
      'd',
    ]);
  });

  test('keeps marks and links in its cells', () => {
    expect(
      bodyText('| **a** | [b](https://b.example/) |\n|-|-|\n| `c: d` | e |', 80).slice(0, 3),
    ).toEqual(['a     b[1]', '────  ────', 'c: d  e']);
  });
});
