// Which line of a page is its headline, among what stands around it.

import { describe, expect, test } from 'vitest';
import { DATE, draftOf, HEADLINE, STORY } from './story-with.ts';

const BYLINE = 'By Ada Li';

describe('the headline', () => {
  test('stands right above its deck, though the story says more of that', () => {
    const deck =
      'Nobody said how long the harbour’s count of containers will take, and gulls have the hooks';
    expect(draftOf('News', HEADLINE, deck, BYLINE, DATE, '', STORY)).toMatchObject({
      title: HEADLINE,
      deck,
    });
  });

  test('is not its shorter deck', () => {
    const long = `${HEADLINE}, and the gulls have taken the hooks for their own`;
    const deck = 'Nobody has said how long the count will take';
    expect(draftOf('News', long, deck, BYLINE, DATE, '', STORY).title).toBe(long);
  });

  test('has few words and a deck of many', () => {
    const deck =
      'Nobody at the harbour says how long it takes, though merchants are asking every morning';
    expect(
      draftOf('News', 'Quillport counts containers', deck, BYLINE, DATE, '', STORY).title,
    ).toBe('Quillport counts containers');
  });

  test('has the mark behind its kicker that the path says, and copying lost', () => {
    const path = `Harbour life: ${HEADLINE}`;
    const shown = `Harbour life ${HEADLINE}`;
    expect(draftOf('Home', path, 'Harbour', shown, BYLINE, DATE, '', STORY).title).toBe(path);
  });

  test('is four words in capitals above its deck, and no name', () => {
    const deck = 'They stood in that order while it lasted';
    const title = 'Stop Alphabetising Your Gulls';
    expect(draftOf(title, deck, '', 'Ada Li', DATE, '', STORY)).toMatchObject({ title, deck });
  });

  test('is no name with a job', () => {
    const author = 'Ada Li: editor of harbour, cranes and containers';
    expect(draftOf(HEADLINE, author, DATE, '', STORY).title).toBe(HEADLINE);
  });

  test('stands at the end of a path without spaces, above which teasers stand', () => {
    const teaser = 'Nobody counts the gulls of Quillport and its harbour, a survey says';
    const path = `NewsHarbourQuillport${HEADLINE}`;
    const page = draftOf(
      teaser,
      '',
      teaser,
      '',
      'You are here',
      path,
      HEADLINE,
      'Ada Li',
      '',
      STORY,
    );
    expect(page.title).toBe(HEADLINE);
  });

  test('may stand right below a line with byline and date', () => {
    const line = 'Home | By Ada Li | 4 March 2022';
    expect(draftOf('News', line, HEADLINE, '', STORY).title).toBe(HEADLINE);
  });

  test('is the middle one of three storeys above a date', () => {
    const kicker = 'Containers of the northern harbours under the cranes';
    const deck =
      'The harbour master has said that the count of the containers will end before the winter comes to Quillport.';
    expect(draftOf('News', kicker, HEADLINE, deck, DATE, BYLINE, '', STORY)).toMatchObject({
      title: HEADLINE,
      deck,
    });
  });
});
