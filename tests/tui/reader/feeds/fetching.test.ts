import { describe, expect, it } from 'vitest';
import { subscriptionTo } from '../../../../src/jobs/feeds/subscriptions.ts';
import { type FeedOutcome, noOutcome } from '../../../../src/jobs/fetch/feed-outcome.ts';
import type { FetchSummary } from '../../../../src/jobs/fetch/fetch-feeds.ts';
import { fetchNote } from '../../../../src/tui/effects/fetch-effects.ts';
import { screenRows } from '../../../support/reader/drawn-screen.tsx';
import {
  type Driven,
  driveReader,
  stories,
  testView,
} from '../../../support/reader/reader-state.ts';

const ARTICLES = stories(12);
const PROGRESS = { type: 'fetching', done: 3, of: 12, added: 5, waitsFor: null } as const;
const status = (driven: Driven) => {
  return screenRows(driven.state(), testView())[driven.state().size.rows - 2]?.trim();
};

describe('R', () => {
  it('begins a fetch, and says of a second one how far the first is', () => {
    const driven = driveReader(ARTICLES);
    driven.press('R');
    expect(driven.effects).toEqual([{ type: 'fetch' }]);
    expect(status(driven)).toMatch(/^1 of 12 · newest first +fetching…$/);
    driven.act(PROGRESS);
    driven.press('R');
    expect(driven.effects).toHaveLength(1);
    expect(status(driven)).toBe('already fetching 3 of 12 feeds… 5 new');
  });

  it('says of a read-only library that nothing comes into it', () => {
    const driven = driveReader(ARTICLES, { canAdd: false });
    expect(driven.press('R').note?.text).toContain('read-only');
    expect(driven.effects).toEqual([]);
  });
});

describe('a fetch', () => {
  it('stands at the right of the status line, and has all of a narrow one', () => {
    const texts = [80, 120, 40].map((columns) => {
      const driven = driveReader(ARTICLES, { columns });
      driven.act(PROGRESS);
      return status(driven);
    });
    expect(texts[0]).toMatch(/^1 of 12 · newest first +fetching 3 of 12 feeds… 5 new$/);
    expect(texts[1]).toMatch(/^1 of 12 · newest first .* fetching 3 of 12 feeds… 5 new$/);
    expect(texts[2]).toBe('fetching 3 of 12 feeds… 5 new');
  });

  it('names the feed that it waits for, or the other fetch', () => {
    const texts = [120, 80, 60].map((columns) => {
      const narrow = driveReader(ARTICLES, { columns });
      narrow.act({ ...PROGRESS, waitsFor: 'The Harbour Post of Long Names' });
      return status(narrow);
    });
    expect(texts[0]).toMatch(/ fetching 3 of 12 feeds… 5 new · The Harbour Post of Lon…$/);
    expect(texts[1]).toMatch(/^1 of 12 · newest first .* 5 new · The Harbour Post of…$/);
    expect(texts[2]).toMatch(/^1 of 12 · newest first .* 5 new$/);
    const driven = driveReader(ARTICLES);
    driven.act({ ...PROGRESS, of: 0, waitsFor: 'another fetch' });
    expect(status(driven)).toMatch(/ waiting for another fetch…$/);
  });

  it('waits with what it came to until nothing else is said or typed', () => {
    const driven = driveReader(ARTICLES);
    const over = { type: 'fetched', note: { text: '37 new', tone: 'note' } } as const;
    driven.press('/', 's');
    driven.act(over);
    expect(driven.press('t').note).toBeNull();
    expect(driven.press('enter').note?.text).toBe('37 new');
    expect(driven.press('j')).toMatchObject({ note: null, fetch: null });
    driven.act({ type: 'note', note: { text: 'all read', tone: 'note' } });
    expect(driven.act(over).note?.text).toBe('all read');
    expect(driven.press('k').note?.text).toBe('37 new');
  });
});

describe('what a fetch came to', () => {
  const subscription = { ...subscriptionTo('https://north.test/feed'), title: 'North' };
  const outcome = (kind: FeedOutcome['kind'], error: string | null = null): FeedOutcome => ({
    ...noOutcome(subscription, kind),
    error: error === null ? null : { message: error, hint: null },
  });
  const note = (summary: Partial<FetchSummary>, undo = ', U takes it back') =>
    fetchNote({ feeds: [], added: [], updated: [], failures: [], notes: [], ...summary }, undo);

  it('is said in a line', () => {
    const feeds = [outcome('unchanged'), outcome('resting')];
    expect(note({ feeds })).toEqual({
      text: 'nothing new in 1 feed, 1 resting after failures',
      tone: 'note',
    });
    expect(note({}).text).toBe('nothing new');
    const many = { feeds, added: ['a', 'b'], updated: ['c'] };
    expect(note(many).text).toBe('2 new, 1 updated, 1 resting after failures, U takes it back');
    expect(note(many, '').text).toBe('2 new, 1 updated, 1 resting after failures');
    const failed = outcome('failed', 'https://north.test/feed: HTTP 404');
    expect(note({ feeds: [failed], added: ['a'] })).toEqual({
      text: '1 new, 1 failed: HTTP 404 · https://north.test/feed',
      tone: 'warning',
    });
  });
});
