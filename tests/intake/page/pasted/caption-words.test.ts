// Captions by what they say and by what their credits look like.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';
import { paragraph } from './story-with.ts';

/** A page whose every line is set apart, with lines in its story. */
const story = (lines: string): string =>
  parsePasted(
    [
      'Cranes stand still as Quillport counts its containers\nBy Ada Li\n4 March 2022',
      paragraph('containers'),
      paragraph('cranes'),
      lines,
      paragraph('gulls'),
      paragraph('ropes'),
    ].join('\n\n'),
  ).draft.markdown;

/** The same with lines between the date and the first paragraph. */
const opening = (lines: string): string =>
  parsePasted(
    [
      'Cranes stand still as Quillport counts its containers\nBy Ada Li\n4 March 2022',
      lines,
      paragraph('containers'),
      paragraph('cranes'),
      paragraph('gulls'),
    ].join('\n\n'),
  ).draft.markdown;

describe('a caption by its words', () => {
  test.for([
    'In this photo taken Monday, March 7, 2022, gulls rest on the cranes of Quillport while the harbour is being counted.',
    'Gulls rest on the cranes of Quillport while the harbour is counted, in this picture obtained from a pilot.',
    'Gulls are seen in this handout image on the cranes of Quillport while the harbour is being counted.',
    'Gulls rest on the cranes while the harbour is being counted in Quillport, Monday, Oct. 17, 2022.',
    'QUILLPORT, ENGLAND - MARCH 07: Gulls rest on the cranes of the harbour while its containers are being counted.',
    'Clockwise from top: the cranes of Quillport, the gulls on the old pier, and the containers that are being counted.',
  ])('is as agencies write it: %s', (caption) => {
    expect(story(caption)).toContain(`![${caption}]()`);
  });

  test.for([
    'The count will go on in the harbour of Quillport until the evening of the gulls, Monday, Oct. 17, 2022.',
    'Many people of Quillport do not see where the gulls and the cranes of the harbour belong in this picture.',
  ])('is no sentence of a story: %s', (text) => {
    expect(story(text)).not.toContain('![');
  });

  test.each([
    ['古い桟橋のカモメ。左から白いカモメ、黒いカモメ', 1],
    ['古い桟橋で休むカモメ=2022年3月4日、汐見町、高瀬悠撮影', 1],
    ['古い桟橋の動画は https://quillport.example/?v=kamome', 0],
  ])('has no full stop at its end in Japanese, or who took it: %s', (caption, count) => {
    const text = (what: string): string =>
      `港では月曜日から${what}の数を数えているが、いつまで続くのか、何のためなのかは誰も明らかにしていない。`;
    const lines = [
      '港が数える',
      '2022年3月4日',
      text('船'),
      text('綱'),
      caption,
      text('鳥'),
      text('箱'),
    ];
    const { markdown } = parsePasted(lines.join('\n\n')).draft;
    expect(markdown.match(/!\[/g) ?? []).toHaveLength(count);
    expect(markdown.includes(`![${caption}]()`)).toBe(count === 1);
  });
});

describe('a caption between date and story', () => {
  test('is a sentence whose credit is set apart', () => {
    expect(opening('The gulls of Quillport wait.\n\nFoto: Bo Ek/dpa')).toContain(
      '![The gulls of Quillport wait. Foto: Bo Ek/dpa]()',
    );
  });

  test('is a sentence over a name in brackets', () => {
    expect(opening('The gulls of Quillport wait.\n(Bo Ek / Quillport Times)')).toContain(
      '![The gulls of Quillport wait. (Bo Ek / Quillport Times)]()',
    );
  });

  test('is no paragraph that a credit follows', () => {
    expect(opening(`${paragraph('hooks')}\n\nFoto: Bo Ek/dpa`)).toContain(paragraph('hooks'));
    expect(opening(`${paragraph('hooks')}\n\nFoto: Bo Ek/dpa`)).not.toContain('hooks since]');
  });
});
