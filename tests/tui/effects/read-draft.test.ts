// The headline that a user gives a page: where the one before goes, and what stays so.
import { expect, test } from 'vitest';
import { type IntakeWork, runIntake } from '../../../src/jobs/add/run-intake.ts';
import { correctDraft, entitleDraft, readDraft } from '../../../src/tui/effects/read-draft.ts';
import type { Preview, PreviewedArticle } from '../../../src/tui/state/state.ts';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';
import { BODY, page } from '../../support/web/adding.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const RIGHT = 'What the harbour wall held back, and what it let through, is known a year later.';

test('A piece that is made the headline is no paragraph, and the one before is left out', async () => {
  const options = {
    root: temporaryLibrary({}),
    host: { version: '0', now: NOW },
    signal: new AbortController().signal,
    pages: { read: (work: IntakeWork) => runIntake(work.source, work.options) },
  };
  const shown = ({ article, taken }: PreviewedArticle) => ({
    title: article.title,
    isIn: article.markdown.includes(RIGHT),
    former: taken.dropped.filter(({ why }) => why === 'the headline before'),
  });
  const former = [{ text: 'Section', why: 'the headline before' }];
  const text = page('Section', [RIGHT, ...BODY]);
  const draft = await readDraft({ kind: 'paste', text }, options);
  expect(shown(draft)).toEqual({ title: 'Section', isIn: true, former: [] });
  const right = entitleDraft(draft, RIGHT, NOW);
  expect(shown(right)).toEqual({ title: RIGHT, isIn: false, former });
  const preview: Preview = {
    step: 'preview',
    draft: right,
    shown: 'article',
    piece: 0,
    isKeeping: false,
    back: { id: undefined, focus: 'list', articleOnly: false, listTop: 0, page: null, find: null },
    over: null,
  };
  const corrected = await correctDraft(preview, 2, options);
  expect(corrected?.corrections).toHaveLength(1);
  expect(corrected && shown(corrected)).toEqual({ title: RIGHT, isIn: false, former });
  expect(shown(entitleDraft(right, 'Section', NOW)).former).toEqual([
    { text: RIGHT, why: 'the headline before' },
  ]);
});
