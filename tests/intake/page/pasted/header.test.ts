// What stands between a headline and its story: deck and summary points, and what is neither.

import { describe, expect, test } from 'vitest';
import { draftOf, HEADLINE } from './story-with.ts';

const FIRST =
  'The harbour of Quillport has counted containers since Monday, and nobody has said how long the count will take.';
const REST = [
  'The cranes stand still while the count goes on, and the gulls have taken the hooks for their own containers.',
  'Nobody in the town believes that the count will be over before the ships of the autumn have come and gone.',
  'The harbour master has not slept since Sunday, and his clerks have run out of chalk for the last of the rows.',
].join('\n\n');
const STORY = `${FIRST}\n\n${REST}`;
const FACTS = ['By Ada Li', '4 March 2022'];
const POINTS = [
  'The count of the containers began on Monday morning',
  'All the cranes of the harbour have been told to stop',
  'The gulls of Quillport have made the most of the hooks',
];

describe('summary points', () => {
  test.for([
    'Key points',
    'Highlights:',
    'AT A GLANCE',
    'What to know',
    'Das Wichtigste in Kürze',
    'Auf einen Blick',
    'Darum geht’s',
    'En bref',
    'L’essentiel',
    "Ce qu'il faut retenir",
    'Puntos clave',
    'En resumen',
    'In breve',
    'Punti chiave',
    'Em resumo',
    'In het kort',
    'Kort fortalt',
    'W skrócie',
    'Özet',
    'Главное',
    '要点',
    'この記事のポイント',
    '핵심 요약',
    'أبرز النقاط',
  ])('stand under "%s", bulleted or below it', (head) => {
    const bulleted = POINTS.map((point) => `• ${point}`);
    for (const points of [bulleted, POINTS, ['', ...POINTS]]) {
      const draft = draftOf('News', HEADLINE, ...FACTS, head, ...points, '', STORY);
      expect(draft.summary).toEqual(POINTS);
      expect(draft.markdown).not.toContain(head);
    }
  });

  test('end where a browser copies the story right below them', () => {
    const draft = draftOf('News', HEADLINE, ...FACTS, 'Key points', ...POINTS, STORY);
    expect(draft.summary).toEqual(POINTS);
    expect(draft.markdown).toContain(FIRST);
  });

  test('need no heading where a browser copies them as a list above the byline', () => {
    const draft = draftOf('News', HEADLINE, ...POINTS, ...FACTS, '', STORY);
    expect(draft.summary).toEqual(POINTS);
  });

  test('need no heading where they are sentences in a run above the story', () => {
    const sentences = POINTS.map((point) => `${point}.`);
    expect(draftOf('News', HEADLINE, ...FACTS, '', ...sentences, STORY).summary).toEqual(sentences);
  });

  test('are no questions that lead to other stories', () => {
    const links = ['Who has counted all of the gulls of Quillport?', ...POINTS.map((p) => `${p}?`)];
    expect(draftOf('News', HEADLINE, ...links, ...FACTS, '', STORY).summary).toEqual([]);
  });

  test('are more than one line behind a dash', () => {
    const said = '- The first of the answers that the harbour master gave on Monday';
    expect(draftOf('News', HEADLINE, said, ...FACTS, '', STORY).summary).toEqual([]);
  });
});

describe('the deck', () => {
  test('stands below the byline, not set apart from the story’s first paragraph', () => {
    const deck =
      'Nobody has said how long the harbour’s count of containers will take, and the gulls have the hooks.';
    const draft = draftOf('News', HEADLINE, ...FACTS, '', deck, STORY);
    expect(draft.deck).toBe(deck);
    expect(draft.markdown).not.toContain(deck);
  });

  test('is not the headline once more', () => {
    const copy = 'Cranes stand still as the town of Quillport counts its containers';
    const deck = 'Nobody has said how long the count of the containers is going to take';
    expect(draftOf('News', HEADLINE, copy, deck, ...FACTS, '', STORY)).toMatchObject({
      title: HEADLINE,
      deck,
    });
  });

  test('is told from the first paragraph of a whole page, though set apart as that is', () => {
    const deck =
      'Niemand weiß, wie lange die Zählung der Kisten im Hafen von Quillport dauert. Die Kräne stehen still, und die Möwen freuen sich.';
    const story = Array.from(
      { length: 9 },
      (_, at) =>
        `Im Hafen von Quillport zählen ${at + 7} Leute seit Montag alle Kisten, und niemand hat ihnen gesagt, wie lange die Zählung noch dauern wird. „Wir zählen weiter“, sagte der Hafenmeister am Abend, „auch im ${at + 3}. Schuppen.“`,
    );
    const title = 'Im Hafen von Quillport werden alle Kisten gezählt';
    const header = ['Wirtschaft', 'Quillport', title, '', '4. März 2022, 10:14 Uhr', 'Von Ada Li'];
    const rest = ['', 'Teilen', '', story.join('\n\n'), '', 'Impressum'];
    const draft = draftOf(...header, '', deck, ...rest);
    expect(draft.deck).toBe(deck);
    expect(draft.markdown).not.toContain(deck);
    expect(draftOf(...header, ...rest).deck).toBeNull();
  });

  test('is not the first of paragraphs that are all set apart', () => {
    expect(draftOf('News', HEADLINE, ...FACTS, '', STORY).deck).toBeNull();
  });
});

describe('a list below the headline', () => {
  test('is found, though another had not ended above the headline', () => {
    const menu = ['Most read', 'Gulls of the north have come south', 'A choir wins a goat'];
    const links = ['Related', 'The gulls of the harbour', 'The goat of the choir'];
    const page = [...menu, HEADLINE, ...FACTS, ...links, '', `${STORY}\n\n${REST}`];
    const { title, markdown } = draftOf(...page);
    expect(title).toBe(HEADLINE);
    expect(markdown).not.toContain('The goat of the choir');
  });
});

test('A deck between headline and byline may be as long as two paragraphs of the story', () => {
  const deck = `${FIRST} ${REST.replaceAll('\n\n', ' ').replaceAll('count', 'tally')}`;
  expect(draftOf('News', HEADLINE, deck, ...FACTS, '', STORY).deck).toBe(deck);
});

test('A paragraph that opens with a place is the story, not its deck', () => {
  const opening = `QUILLPORT, Calif. (AP) — ${FIRST}`;
  const draft = draftOf('News', HEADLINE, opening, '', ...FACTS, '', STORY.replace(FIRST, REST));
  expect(draft.deck).toBeNull();
});

test('Who wrote a message is no heading', () => {
  const draft = draftOf(
    'News',
    HEADLINE,
    ...FACTS,
    '',
    FIRST,
    '',
    '— Bo Ek (@boek) June 1, 2017',
    '',
    REST,
  );
  expect(draft.markdown).not.toContain('## ');
});
