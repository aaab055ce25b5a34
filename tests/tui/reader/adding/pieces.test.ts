// The pieces of a preview: chosen by keys, taken out or in by another.
import { describe, expect, it } from 'vitest';
import { correctionOf } from '../../../../src/intake/corrections.ts';
import { helpSentences } from '../../../../src/tui/input/help-lines.ts';
import type { Preview } from '../../../../src/tui/state/state.ts';
import { screenRows } from '../../../support/reader/drawn-screen.tsx';
import {
  type Driven,
  driveReader,
  stories,
  testView,
} from '../../../support/reader/reader-state.ts';
import { sampleDraft } from '../../../support/web/drafts.ts';

const draft = sampleDraft({ dropped: [{ text: 'Advertisement', why: 'advertisement' }] });
const status = ({ state }: Driven) => screenRows(state(), testView()).at(-2)?.trim();

/** A reader that shows a draft. */
function preview(columns = 80): Driven {
  const driven = driveReader(stories(12), { columns });
  driven.act({ type: 'read-page', source: 'the paste' });
  driven.act({ type: 'draft', draft });
  driven.effects.length = 0;
  return driven;
}

describe('a preview', () => {
  it('has a piece chosen by J and K, the first on the screen at first', () => {
    const driven = preview();
    const piece = () => (driven.state().adding as Preview).piece;
    driven.press('j', 'j', 'j', 'j');
    const seen = ['J', 'J', 'K', '3', 'J', 'K', 'K', 'K', 'K', 'K'].map((key) => {
      driven.press(key);
      return piece();
    });
    expect(seen).toEqual([0, 1, 0, 0, 3, 2, 1, 0, 0, 0]);
    driven.press('9', '9', 'J');
    expect(piece()).toBe(19);
    expect(screenRows(driven.state(), testView()).join()).toContain('Paragraph 20 of a page');
    expect(status(driven)).toContain('x moves the piece');
    driven.press('tab');
    expect(piece()).toBe(null);
    driven.press('J', 'J');
    expect(piece()).toBe(1);
  });

  it('is put right by x at the chosen piece, and by U the other way', () => {
    const driven = preview();
    driven.press('U');
    expect(status(driven)).toBe('nothing was put right yet');
    driven.press('x');
    expect(driven.effects).toEqual([]);
    driven.press('J', 'x');
    const { adding } = driven.state();
    expect(driven.effects).toEqual([{ type: 'correct', preview: adding, piece: 1 }]);
    const corrections = [correctionOf('Paragraph 2', 'out')];
    driven.press('j', 'j', 'j', 'j', 'j');
    const before = driven.state().page?.top;
    driven.act({ type: 'draft', draft: { ...sampleDraft({ number: 2 }), corrections } });
    expect([driven.state().page?.id, driven.state().page?.top]).toEqual(['/2', before]);
    driven.press('U');
    expect(driven.effects.at(-1)).toMatchObject({ type: 'correct', piece: null });
  });

  it('chooses the last piece where the one that was last is taken out', () => {
    const driven = preview();
    const piece = () => (driven.state().adding as Preview).piece;
    driven.press('J', '9', '9', 'J');
    const markdown = draft.article.markdown.split('\n\n').slice(0, 19).join('\n\n');
    driven.act({ type: 'draft', draft: { ...draft, article: { ...draft.article, markdown } } });
    expect(piece()).toBe(18);
    driven.press('tab', 'J');
    expect(piece()).toBe(1);
    driven.act({ type: 'draft', draft: { ...draft, taken: { ...draft.taken, dropped: [] } } });
    expect(piece()).toBe(null);
  });

  it('gets the headline that e makes of the chosen piece, and shows it', () => {
    const driven = preview();
    driven.press('e');
    expect(status(driven)).toMatch(/^Headline: A page to keep▏/);
    driven.press('escape', 'tab', 'J', 'e');
    expect(status(driven)).toMatch(/^Headline: Advertisement▏/);
    driven.press('enter');
    expect(driven.effects).toEqual([{ type: 'entitle', draft, title: 'Advertisement' }]);
    driven.act({ type: 'draft', draft: sampleDraft({ title: 'Advertisement', number: 2 }) });
    expect(driven.state()).toMatchObject({ adding: { shown: 'article' }, page: { id: '/2' } });
    driven.press('J', 'J', 'e');
    expect(driven.state().prompt?.text).toMatch(/^Paragraph 2 of a page/);
  });

  it('has help of its own keys', () => {
    const driven = preview();
    driven.press('?');
    const shown = screenRows(driven.state(), testView()).join('\n');
    expect(shown).toMatch(/In the preview\s+Enter +keep it/);
    expect(shown).toMatch(/x +take the chosen piece out, or what was left out in/);
    expect(shown).not.toContain('next unread');
    const said = helpSentences(driven.state());
    expect(said.slice(0, 2)).toEqual(['In the preview:', 'Enter: keep it.']);
    expect(said).toContain('x: take the chosen piece out, or what was left out in.');
    driven.press('escape');
    expect(status(driven)).toContain('Enter keep');
  });

  it.each([
    [150, /▎ Paragraph 1 of/],
    [80, /^▎ Paragraph 1 of/m],
  ])('shows which piece is chosen on %i columns', (columns, line) => {
    const driven = preview(columns);
    driven.press('J');
    expect(screenRows(driven.state(), testView()).join('\n')).toMatch(line);
  });
});
