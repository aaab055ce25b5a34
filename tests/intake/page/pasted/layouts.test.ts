// Where papers set their authors' names around a story, and whose names stand there that are not.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';

const ENGLISH = {
  headline: 'Cranes stand still as Quillport counts its containers',
  deck: 'Nobody in the harbour has said how long it will take',
  story: [
    'The harbour of Quillport has counted containers since Monday, and nobody has said how long the count will take.',
    'The cranes stand still while the count goes on, and the gulls have taken the hooks for their own.',
    'Two ships wait outside the mole, and their captains have begun to count the gulls in turn.',
  ],
};
const GERMAN = {
  headline: 'Im Hafen von Quillport stehen alle Kräne still',
  deck: 'Niemand weiß, wie lange die Zählung noch dauern wird',
  story: [
    'Im Hafen von Quillport werden seit Montag die Container gezählt, und niemand weiß, wie lange das noch dauern wird.',
    'Die Kräne stehen still, solange gezählt wird, und die Möwen haben sich auf den Haken niedergelassen.',
    'Zwei Schiffe warten vor der Mole, und ihre Kapitäne haben nun ihrerseits begonnen, die Möwen zu zählen.',
  ],
};
const SPANISH = {
  headline: 'Las grúas de Quillport se detienen para contar contenedores',
  deck: 'Nadie en el puerto sabe cuánto tiempo llevará el recuento',
  story: [
    'El puerto de Quillport cuenta sus contenedores desde el lunes y nadie sabe cuánto tiempo llevará todavía el recuento.',
    'Las grúas no se mueven mientras dura la cuenta, y las gaviotas se han quedado con los ganchos para ellas.',
    'Dos barcos esperan fuera del muelle, y sus capitanes han empezado a contar también las gaviotas del puerto.',
  ],
};
const TEXTS = { ENGLISH, GERMAN, SPANISH };

/** `H` headline, `D` deck, `S` story; other lines as they are. */
function page(text: (typeof TEXTS)['ENGLISH'], layout: string): string {
  return layout
    .split(' / ')
    .map((line) => {
      if (line === 'H') return text.headline;
      if (line === 'D') return text.deck;
      return line === 'S' ? `\n${text.story.join('\n\n')}\n` : line === '_' ? '' : line;
    })
    .join('\n');
}

const LAYOUTS: readonly (readonly [keyof typeof TEXTS, string, string])[] = [
  ['ENGLISH', 'H / Ada Lind / 4 March 2022 / S', 'Ada Lind'],
  ['ENGLISH', 'H / D / Ada Lind / S', 'Ada Lind'],
  ['ENGLISH', 'H / D / Ada Lind / Senior Reporter / 4 March 2022 / S', 'Ada Lind'],
  ['ENGLISH', 'H / D / Ada Lind / ada.lind@paper.com / 4 March 2022 / S', 'Ada Lind'],
  ['ENGLISH', 'H / D / Ada Lind / Bo Ekman / 4 March 2022 / S', 'Ada Lind + Bo Ekman'],
  ['ENGLISH', 'H / By / Ada Lind / and / Bo Ekman / 4 March 2022 / S', 'Ada Lind + Bo Ekman'],
  ['ENGLISH', 'H / By / Ada Lind / , / Bo Ekman / 4 March 2022 / S', 'Ada Lind + Bo Ekman'],
  ['ENGLISH', 'H / Written by / Ada Lind / Published / 4 March 2022 / S', 'Ada Lind'],
  ['ENGLISH', 'H / 4 March 2022 by Ada Lind / S', 'Ada Lind'],
  ['ENGLISH', 'H / Ada Lind, 4 March 2022 / S', 'Ada Lind'],
  ['ENGLISH', 'H / Ada Lind · 4 March 2022 · 5 min read / S', 'Ada Lind'],
  ['ENGLISH', 'H / By Ada Lind | 4 March 2022 / S', 'Ada Lind'],
  ['ENGLISH', 'H / By Ada Lind / Reuters / 4 March 2022 / S', 'Ada Lind'],
  ['ENGLISH', 'H / By Staff Writer / 4 March 2022 / Share / S', ''],
  ['ENGLISH', 'H / 4 March 2022 / S / — Ada Lind / _ / Contact us', 'Ada Lind'],
  ['ENGLISH', 'H / 4 March 2022 / S / (Ada Lind) / _ / Contact us', 'Ada Lind'],
  ['ENGLISH', 'H / 4 March 2022 / S / Reporting by Ada Lind / _ / Contact us', 'Ada Lind'],
  ['ENGLISH', 'H / 4 March 2022 / S / Photo: Ada Lind / _ / Contact us', ''],
  ['ENGLISH', 'H / Photo by Ada Lind / 4 March 2022 / S', ''],
  ['ENGLISH', 'H / By Ada Lind / 4 March 2022 / Photographs by Bo Ekman / S', 'Ada Lind'],
  ['ENGLISH', 'H / By Ada Lind / Edited by Bo Ekman / 4 March 2022 / S', 'Ada Lind'],
  [
    'ENGLISH',
    'H / By Ada Lind / 4 March 2022 / S / Read more / Gulls elect a new leader in the harbour / By Una Orrin',
    'Ada Lind',
  ],
  [
    'ENGLISH',
    'H / 4 March 2022 / S / Related stories / Gulls elect a new leader in the harbour / By Una Orrin / Mole falls into the sea again / By Bo Ekman',
    '',
  ],
  ['ENGLISH', 'H / D / 4 March 2022 / Share / Copy link / Facebook / S', ''],
  ['GERMAN', 'H / D / Von Ada Lind / 4. März 2022 / S', 'Ada Lind'],
  ['GERMAN', 'H / Von Ada Lind und Bo Ekmann, Quillport / S', 'Ada Lind + Bo Ekmann'],
  ['GERMAN', 'H / D / 04.03.2022, 10:30 Uhr / Von / Ada Lind / S', 'Ada Lind'],
  ['GERMAN', 'H / D / von: Ada Lind / Stand: 04.03.2022, 10:30 Uhr / S', 'Ada Lind'],
  ['GERMAN', 'H / D / Ada Lind / Redakteurin / 04.03.2022 / S', 'Ada Lind'],
  ['GERMAN', 'H / D / 04.03.2022 / S / Autor: Ada Lind / _ / Kontakt', 'Ada Lind'],
  ['GERMAN', 'H / D / 04.03.2022 / S / Ada Lind / _ / Kontakt', 'Ada Lind'],
  ['GERMAN', 'H / D / dpa / 04.03.2022 / S', ''],
  ['GERMAN', 'H / D / Foto: Ada Lind / 04.03.2022 / S', ''],
  ['GERMAN', 'H / D / Quelle: dpa/Ada Lind / 04.03.2022 / S', ''],
  [
    'GERMAN',
    'H / D / 04.03.2022 / S / Das könnte Sie auch interessieren / Möwen wählen einen neuen König / Von Una Orrin',
    '',
  ],
  ['SPANISH', 'H / D / Por Ada Lind / 4 de marzo de 2022 / S', 'Ada Lind'],
  ['SPANISH', 'H / D / Ada Lind / Madrid / 4 de marzo de 2022 / S', 'Ada Lind'],
  ['SPANISH', 'H / D / Ada Lind / Periodista / 4 de marzo de 2022 / S', 'Ada Lind'],
  ['SPANISH', 'H / D / Redacción / 4 de marzo de 2022 / S', ''],
  ['SPANISH', 'H / D / EFE / 4 de marzo de 2022 / Leer Más / S', ''],
  ['SPANISH', 'H / D / Escrito por / Ada Lind / 4 de marzo de 2022 / S', 'Ada Lind'],
];

describe('a story set as', () => {
  test.for(LAYOUTS)('%s: %s', ([language, layout, names]) => {
    const { authors } = parsePasted(page(TEXTS[language], layout)).draft;
    expect(authors.join(' + ')).toBe(names);
  });
});

test.each([
  [
    'what readers are called to',
    'Sign up for the letter of the harbour master, which comes at noon.',
  ],
  ['the name of a picture', 'old-pier-at-low-tide.jpg'],
  ['the name of a picture without its kind', 'old-pier-at-low-tide'],
  ['a heading of other stories', 'More from the harbour'],
  ['a way to another story', 'Weiterlesen: Die Möwen wählen einen König'],
])('%s between paragraphs is no part of a story', (_what, line) => {
  const [first, ...others] = ENGLISH.story;
  const text = [ENGLISH.headline, 'By Ada Lind', '4 March 2022', first, line, ...others].join(
    '\n\n',
  );
  const { draft, dropped } = parsePasted(text);
  expect(draft.markdown).toContain('begun to count');
  expect(dropped.map((one) => one.text)).toContain(line);
});

test('Short sentences of a small page are its story, and what comes below it is not', () => {
  const story = [
    'After twenty years children may bathe in the Lahn again, the mayor said on Monday evening.',
    'The town has built two plants for it.',
    'A pier is to follow in summer.',
  ];
  const below = ['More to read', 'New bridge closed', 'The weather at the weekend'];
  const lines = ['Home', 'Sport', 'The river is clean again', ...story, ...below];
  const { draft } = parsePasted(lines.join('\n'));
  expect(draft.title).toBe('The river is clean again');
  expect(draft.markdown.trim().split('\n\n')).toEqual(story);
});
