import { describe, expect, it } from 'vitest';
import { screenRows } from '../../../support/reader/drawn-screen.tsx';
import { memoryRows } from '../../../support/reader/reader-list.ts';
import {
  type Driven,
  driveReader,
  stories,
  testView,
} from '../../../support/reader/reader-state.ts';
import { sampleDraft } from '../../../support/web/drafts.ts';

const ARTICLES = stories(12);

/** In the third story, some pages down. */
function reading(...keys: readonly string[]) {
  const driven = driveReader(ARTICLES);
  driven.press(...keys, 'j', 'j', 'enter', 'space', 'space');
  return { driven, key: (index: number) => driven.state().listed.keys[index] ?? -1 };
}

describe('an article that a link leads to', () => {
  it('opens, and the step back leads to the line where the link is', () => {
    const { driven, key } = reading();
    const before = driven.state();
    driven.act({ type: 'visit', key: key(9) });
    expect(driven.state()).toMatchObject({ selected: 9, focus: 'article', page: { top: 0 } });
    driven.act({ type: 'visit', key: key(5) });
    driven.press('escape', 'escape');
    expect(driven.state()).toMatchObject({
      selected: 2,
      focus: 'article',
      listTop: 0,
      visit: null,
    });
    expect(driven.state().page).toEqual(before.page);
    expect(driven.press('escape').focus).toBe('list');
  });

  it('that a filter hides is listed for as long as it is read', () => {
    const { driven } = reading('/', ...'day', 'enter');
    const { listed, page, find } = driven.state();
    const [hidden] = memoryRows(ARTICLES).filter(({ head }) => !head.title.includes('day'));
    driven.act({ type: 'visit', key: hidden?.key ?? -1 });
    expect(driven.state()).toMatchObject({ selected: 3, page: { id: hidden?.head.id } });
    driven.press('q');
    expect(driven.state()).toMatchObject({ listed, page, find, selected: 2, focus: 'article' });
    expect(driven.effects).toEqual([{ type: 'list-again' }]);
  });

  it('that a filter hides leaves the list when another is opened from it', () => {
    const { driven } = reading('/', ...'day', 'enter');
    const { listed } = driven.state();
    const hidden = memoryRows(ARTICLES).filter(({ head }) => !head.title.includes('day'));
    for (const { key } of hidden.slice(0, 2)) driven.act({ type: 'visit', key });
    expect(driven.state().listed.length).toBe(listed.length + 2);
    driven.press('J');
    expect(driven.state()).toMatchObject({ listed, visit: null, selected: 3, focus: 'article' });
  });

  it('is no visit any more once another is opened, and none where it is open itself', () => {
    const { driven, key } = reading();
    driven.act({ type: 'visit', key: key(2) });
    expect(driven.state()).toMatchObject({ visit: null, note: { text: 'that is this article' } });
    driven.act({ type: 'visit', key: key(9) });
    driven.press('J', 'escape');
    expect(driven.state()).toMatchObject({ visit: null, focus: 'list', selected: 10 });
  });
});

it('A draft opens in the browser as well', () => {
  const driven = driveReader(ARTICLES);
  const { article, ...read } = sampleDraft();
  driven.act({ type: 'read-page', source: 'https://example.org/linked' });
  driven.act({ type: 'draft', draft: { ...read, article: { ...article, url: 'https://a.org/' } } });
  driven.press('o');
  expect(driven.effects).toEqual([{ type: 'browse', url: 'https://a.org/' }]);
});

it('A draft leads back to the very line, also where a filter marked words above it', () => {
  const { driven } = reading('/', ...'words', 'enter');
  const before = driven.state();
  driven.act({ type: 'read-page', source: 'https://example.org/linked' });
  driven.act({ type: 'draft', draft: sampleDraft() });
  driven.press('escape');
  const { page, find } = driven.state();
  expect({ page, find }).toEqual({ page: before.page, find: before.find });
});

describe('a link of a draft', () => {
  const URL = 'https://example.org/linked';
  const status = ({ state }: Driven) => screenRows(state(), testView()).at(-2)?.trim();
  /** A reader that shows a draft with a link, read while the user waited. */
  const draftOf = (keys: readonly string[]) => {
    const driven = driveReader(ARTICLES);
    driven.press(...keys);
    driven.act({ type: 'read-page', source: 'the paste' });
    const draft = sampleDraft({ markdown: `[There](${URL}).`, number: 2 });
    driven.act({ type: 'draft', draft });
    return driven;
  };

  it('leads to another, which leads back to it', () => {
    const driven = draftOf(['j']);
    driven.press('F', '1');
    expect(driven.effects).toEqual([{ type: 'follow-link', url: URL }]);
    expect(status(driven)).toMatch(/^fetching https:.* Esc stops it$/);
    driven.press('enter', 'x', 'J', 'tab', 'j', 'escape');
    expect(driven.effects.slice(1)).toEqual([{ type: 'stop-adding' }]);
    expect([driven.state().page?.id, status(driven)]).toEqual(['/2', 'stopped']);
    driven.press('F', '1', 'j');
    driven.act({ type: 'draft', draft: sampleDraft() });
    expect(driven.state().page?.id).toBe('/1');
    driven.press('escape');
    expect([driven.state().page?.id, status(driven)]).toEqual(['/2', 'not kept']);
    expect(driven.press('escape')).toMatchObject({ adding: null, focus: 'list' });
  });

  it('leads to an article of the library, which leads back to it', () => {
    const driven = draftOf(['j', 'enter']);
    for (const key of [driven.state().listed.keys[1], driven.state().listed.keys[9]]) {
      const before = driven.press('F', '1');
      expect(driven.act({ type: 'visit', key: key ?? -1 }).page?.id).not.toBe('/2');
      expect(driven.press('escape')).toMatchObject({ page: before.page, focus: 'article' });
    }
    driven.press('F', '1');
    driven.act({ type: 'visit', key: driven.state().listed.keys[9] ?? -1 });
    expect(driven.press('J').adding?.step).toBe('ready');
    expect(driven.press('a').page?.id).toBe('/2');
  });
});
