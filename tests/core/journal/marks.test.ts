// Marks as a server has them, and as a line sets them.

import { expect, test } from 'vitest';
import { changeOfMarks, hasMark, markIn, withMark } from '../../../src/core/journal/marks.ts';

const NONE = { read: false, starred: false, tags: [] };

test('A tag is a mark like another', () => {
  const marks = withMark(withMark(NONE, '#todo', true), 'read', true);
  expect(marks).toEqual({ read: true, starred: false, tags: ['todo'] });
  expect(hasMark(marks, '#todo')).toBe(true);
  expect(withMark(withMark(marks, '#todo', true), 'read', false).tags).toEqual(['todo']);
  expect(withMark(marks, '#todo', false).tags).toEqual([]);
});

test('A line sets marks, takes them away, or says nothing of them', () => {
  const set = changeOfMarks([
    ['starred', false],
    ['#todo', true],
    ['#late', false],
  ]);
  expect(set).toEqual({ starred: false, tags: { todo: true, late: false } });
  expect(markIn(set, 'read')).toBeNull();
  expect(markIn(set, 'starred')).toBe(false);
  expect(markIn(set, '#todo')).toBe(true);
  expect(markIn(set, '#late')).toBe(false);
  expect(markIn(set, '#other')).toBeNull();
  expect(markIn({ tags: { todo: null } }, '#todo')).toBe(false);
});
