// Reading times, comment counts, sources, languages and furniture, line by line.

import { describe, expect, test } from 'vitest';
import { parseCommentCount, parseReadingMinutes } from '../../../src/intake/facts/counts.ts';
import { isCreditAlone } from '../../../src/intake/facts/credits.ts';
import { findFurniture, foldLine, listHeadKind } from '../../../src/intake/facts/find-furniture.ts';
import { guessLanguage, settleLanguage } from '../../../src/intake/facts/language.ts';
import { parseSourceHint, splitTitleSource } from '../../../src/intake/facts/source.ts';

test.for([
  ['Reading Time:5 minutes', 5],
  ['5 min read', 5],
  ['Lesezeit: 3 Min.', 3],
  ['3 min de lecture', 3],
  ['4 min de lectura', 4],
  ['読了時間 6分', 6],
  ['He read it for 5 minutes', null],
] as const)('%s takes %s minutes', ([line, minutes]) => {
  expect(parseReadingMinutes(line)).toBe(minutes);
});

test.for([
  ['12 Comments', '12'],
  ['Comments (1,204)', '1,204'],
  ['99+ comments', '99+'],
  ['3 Kommentare', '3'],
  ['댓글 12', '12'],
  ['He made 3 comments on it', null],
  ['99+', '99+'],
  ['99', null],
] as const)('%s counts %s', ([line, count]) => {
  expect(parseCommentCount(line)).toBe(count);
});

test.for([
  ['Why you can trust SCMP', 'SCMP'],
  ['Why you can trust The Corran Post', 'Corran Post'],
  ['© 2022 Fernhollow Post. All rights reserved.', 'Fernhollow Post'],
  ['© Licence to be public', null],
  ['Copyright © harbour news 2026', 'harbour news'],
  ['© 2022 Copyright Fernhollow Hunter. All rights reserved.', 'Fernhollow Hunter'],
  ['Todos los derechos reservados Editora Sur S.A. - Ciudad', 'Editora Sur S'],
  ['Trust is hard to win', null],
] as const)('%s names %s', ([line, source]) => {
  expect(parseSourceHint(line)).toBe(source);
});

test('a headline gives its paper after a bar', () => {
  expect(splitTitleSource('Bees stay in the hall | The Guardian')).toEqual({
    title: 'Bees stay in the hall',
    source: 'The Guardian',
  });
});

describe('furniture', () => {
  test.for([
    ['Advertisement', 'advertisement'],
    ['Anzeige', 'advertisement'],
    ['Publicité', 'advertisement'],
    ['広告', 'advertisement'],
    ['Реклама', 'advertisement'],
    ['Facebook Twitter LinkedIn', 'navigation'],
    ['READ MORE: Choir wins a goat', 'related'],
    ['Lesen Sie auch: Wer die Glocke stimmt', 'related'],
    ['Sign up for our newsletter', 'newsletter'],
    ['We use cookies to make this site better', 'cookies'],
    ['© 2022 Fernhollow Post', 'footer'],
    ['The advertisement ran for a week.', null],
    ['Readers share the bench with a goat.', null],
    ['Follow the river to the second bridge.', null],
  ] as const)('%s is %s', ([line, kind]) => {
    expect(findFurniture(line, foldLine(line))).toBe(kind);
  });

  test.for([
    ['Most Read', 'related list'],
    ['More from Arts', 'related list'],
    ['Das könnte Sie auch interessieren', 'related list'],
    ['関連記事', 'related list'],
    ['3 Kommentare', 'comments list'],
    ['More rain is on the way to the coast, and it will stay for a week or so', null],
  ] as const)('%s heads %s', ([line, kind]) => {
    expect(listHeadKind(foldLine(line))).toBe(kind);
  });
});

test.for([
  ['en', 'The town said that it would wait for the rain and that the bridge was not to be opened.'],
  ['de', 'Die Stadt teilte mit, dass sie auf den Regen warte und die Brücke nicht für Wagen sei.'],
  ['fr', 'La ville a dit que le pont ne serait pas ouvert et que les habitants sont dans la rue.'],
  ['ja', '町は雨を待つと言い、橋は開かれなかった。'],
  ['zh-Hans', '这个城市说他们会等雨来，桥不会为车开。'],
  ['ko', '마을은 비를 기다리겠다고 말했다.'],
  [
    'lv',
    'Pilsēta gaida lietu un nav zināms, kas būs pēc tam, jo tika teikts, ka ceļš ir arī par šauru.',
  ],
  [
    'zu',
    'Umasipala uthe abantu balinde imvula kodwa akukaziwa ukuthi kuzokwenzekani emva kwalokho futhi kanye nabanye uma lina njengoba kuthiwa.',
  ],
  ['my', 'မြို့တော်သည် မိုးကို စောင့်မည်ဟု ပြောကြားခဲ့သည်။'],
  ['es', 'la del un una '.repeat(3)],
] as const)('%s is told by its words', ([language, text]) => {
  expect(guessLanguage(text)).toBe(language);
});

const ENGLISH = 'The town said that it would wait for the rain and that the bridge was not open. ';
const GERMAN = 'Die Stadt teilte mit, dass sie auf den Regen warte und die Brücke nicht frei sei. ';

test.for([
  ['en', ENGLISH.repeat(4), 'en', 'it is what it says'],
  ['en-GB', ENGLISH.repeat(4), 'en-GB', 'the region stays'],
  ['en', GERMAN.repeat(8), 'de', 'another is written beyond doubt'],
  ['en', GERMAN, 'en', 'too little is written to doubt it'],
  [null, GERMAN, 'de', 'none is declared'],
  ['rm', GERMAN.repeat(8), 'rm', 'one is declared whose words are unknown'],
  ['nb', 'Det er ikke for mye og ikke for lite, og han har det med seg. '.repeat(8), 'nb', 'kin'],
  ['en', '町は雨を待つと言い、橋は開かれなかった。', 'ja', 'the script is another'],
  ['ja', '町は雨を待つと言い、橋は開かれなかった。', 'ja', 'the script is its own'],
  [
    'en',
    `${'The town waits for the rain, and it is said that the bridge was not for us. '.repeat(6)}${'町は雨を待つと言い、橋は開かれなかった。'.repeat(9)}`,
    'en',
    'it is a lesson in another script',
  ],
  [null, 'Brr.', null, 'nothing tells'],
] as const)('a declared %s is settled by %s', ([declared, text, language]) => {
  expect(settleLanguage(declared, text)).toBe(language);
});

test.each([
  ['Bild von Ada Li auf Pixabay', true],
  ['Photo de Ada Li sur Unsplash', true],
  ['Imagen de Ada Li en Pixabay', true],
  ['Bild von Ada Li', false],
  ['Foto de Ada Li en Aker', false],
  ['Bild von der Lage auf Sylt', false],
])('%s is a credit alone: %s', (line, is) => {
  expect(isCreditAlone(line)).toBe(is);
});

test('A line of many initials is told to be no credit at once', () => {
  expect(isCreditAlone(`Source: ${'A.'.repeat(40)} and so on it went!`)).toBe(false);
  expect(isCreditAlone('Source: Ada L. Li, U.S. Navy')).toBe(true);
});
