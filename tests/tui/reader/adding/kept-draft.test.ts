import { describe, expect, it } from 'vitest';
import { UNTOUCHED } from '../../../../src/core/journal/article-state.ts';
import { answer, memoryRows, standing } from '../../../support/reader/reader-list.ts';
import { driveReader, stories } from '../../../support/reader/reader-state.ts';
import { sampleDraft } from '../../../support/web/drafts.ts';

const ARTICLES = stories(12);

describe('a draft that is kept', () => {
  it('stays where it was read when it is kept, and the list does not move', () => {
    const driven = driveReader(ARTICLES);
    driven.press('j', 'j');
    driven.act({ type: 'read-page', source: 'the paste' });
    driven.act({ type: 'draft', draft: sampleDraft() });
    const before = driven.press('j', 'j', 'j', 'enter');
    const kept = { ...sampleDraft().article, id: 'kept', published: '2026-11-02' };
    const rows = [...memoryRows(ARTICLES)];
    const body = { minutes: 1, words: 2, figures: [] };
    rows.splice(6, 0, { key: 99, head: kept, state: UNTOUCHED, body });
    const listing = answer(rows, before.listed.question);
    driven.act({ type: 'library', ...standing(rows) });
    driven.act({ type: 'listed', listing, select: 99 });
    const after = driven.act({ type: 'kept', id: 'kept' });
    expect(after).toMatchObject({ focus: 'article', selected: 6, listTop: 0, adding: null });
    expect(after.places['kept']?.anchor).toEqual(before.page?.anchor);
    expect(after.added).toMatchObject({ id: 'kept', from: { id: 'story-3', focus: 'list' } });
  });
});
