import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../../src/text/width.ts';
import { layoutTabs } from '../../../../src/tui/state/reduce/tabs.ts';
import { screenRows } from '../../../support/reader/drawn-screen.tsx';
import { driveReader, stories, testView } from '../../../support/reader/reader-state.ts';

const ARTICLES = stories(12);
const SAVED = [
  { name: 'Unread', text: 'is:unread' },
  { name: 'Days', text: 'title:day' },
  { name: '第三話', text: '第3話' },
];
const drive = (saved = SAVED, columns = 80, rows = 24) => {
  const driven = driveReader(ARTICLES, { columns, rows, saved });
  driven.act({ type: 'counts', counts: [12, 8, 1] });
  return driven;
};
type Driven = ReturnType<typeof drive>;
const rule = (driven: Driven) => screenRows(driven.state(), testView())[1] ?? never();
const never = () => {
  throw new Error('no such row');
};
const on = (driven: Driven) =>
  layoutTabs(driven.state(), 80)
    .filter(({ isOn }) => isOn)
    .map(({ text }) => text.trim());

describe('saved queries above the list', () => {
  it('stand in its rule with their counts, and take no row', () => {
    expect(rule(drive())).toMatch(/^─ All ─ Unread 12 ─ Days 8 ─ 第三話 1 ─+$/);
    const bare = driveReader(ARTICLES).state();
    const heights = [drive().state(), bare].map((state) => screenRows(state, testView()).length);
    expect(heights).toEqual([24, 24]);
    expect(rule(drive([]))).toBe('─'.repeat(80));
  });

  it('are gone through with ] and [, round the end, and Esc leads back to all', () => {
    const driven = drive();
    const names = Array.from({ length: 4 }, () => {
      driven.press(']');
      return on(driven)[0];
    });
    expect(names).toEqual(['Unread 12', 'Days 8', '第三話 1', 'All']);
    driven.press('[');
    expect([on(driven), driven.state().listed.length]).toEqual([['第三話 1'], 1]);
    driven.press('escape', '2', ']');
    expect([on(driven), driven.state().listed.length]).toEqual([['Days 8'], 8]);
    expect(driven.press('escape').listed.length).toBe(12);
    driven.press(']', '/', ...'paragraph', 'enter');
    expect(on(driven)).toEqual(['Unread 12']);
  });

  it('begin at their top, and where they were left, as all does', () => {
    const driven = drive();
    driven.press('7', 'j', ']');
    expect(driven.state()).toMatchObject({ selected: 0, listTop: 0 });
    driven.press('3', 'j', ']');
    expect(driven.state().selected).toBe(0);
    expect(driven.press('[').selected).toBe(3);
    expect(driven.press('escape').selected).toBe(7);
  });

  it('are clicked', () => {
    const driven = drive();
    const column = rule(driven).indexOf('Days');
    driven.hear({ type: 'click', column, row: 1 });
    expect([on(driven), driven.state().listed.length]).toEqual([['Days 8'], 8]);
    driven.hear({ type: 'click', column: 3, row: 1 });
    expect(driven.state().listed.length).toBe(12);
    expect(driven.hear({ type: 'click', column: 79, row: 1 })).toBe(driven.state());
  });

  it('say where there are none', () => {
    expect(drive([]).press(']').note?.text).toMatch(/^no saved queries/);
  });

  it('fit any width, and show the one that is on', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ name: `Query ${at}`, text: `q${at}` }));
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 130 }),
        fc.integer({ min: 0, max: 12 }),
        (columns, at) => {
          const driven = drive(many, columns);
          for (let turn = 0; turn < at; turn += 1) driven.press(']');
          expect(displayWidth(rule(driven))).toBe(columns);
          const width = columns < 100 ? columns : Math.min(56, Math.floor(columns * 0.34));
          expect(layoutTabs(driven.state(), width).filter(({ isOn }) => isOn)).toHaveLength(1);
        },
      ),
      { numRuns: 30 },
    );
  });
});
