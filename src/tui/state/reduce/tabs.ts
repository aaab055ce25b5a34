// The saved queries as tabs in the rule above the list: where each stands, and which is on.
import { displayWidth, truncate } from '../../../text/width.ts';
import type { State } from '../state.ts';

interface Tab {
  /** Index of the saved query; −1 for the whole list. */
  readonly index: number;
  readonly text: string;
  /** How many columns of the rule stand before it. */
  readonly left: number;
  readonly width: number;
  readonly isOn: boolean;
}

/** A longer name is cut, so that others have room. */
const WIDEST_NAME = 24;
/** Columns of rule before each tab. */
const GAP = 1;
/** A shorter rule has no room for tabs. */
const LEAST = 12;

/** The saved query that is listed; −1 where all is, `null` for another scope. */
export function currentTab({ saved, scope }: State): number | null {
  if (scope.kind === 'all') return -1;
  const index = saved.findIndex(({ name }) => scope.kind === 'saved' && name === scope.name);
  return index === -1 ? null : index;
}

function tabText({ saved }: State, index: number): string {
  const query = saved[index];
  if (query === undefined) return ' All ';
  const count = query.count === null ? '' : ` ${query.count}`;
  return ` ${truncate(query.name, WIDEST_NAME)}${count} `;
}

/** The tabs that fit a rule; of more than fit those around the one that is on. */
export function layoutTabs(state: State, width: number): readonly Tab[] {
  if (state.saved.length === 0 || width < LEAST) return [];
  const on = currentTab(state);
  const all = [-1, ...state.saved.keys()].map((index) => {
    const text = truncate(tabText(state, index), width - 2 * GAP);
    return { index, text, width: displayWidth(text), isOn: index === on };
  });
  let first = 0;
  const wanted = all.findIndex(({ isOn }) => isOn);
  const room = width - GAP;
  const span = (from: number, to: number) =>
    all.slice(from, to + 1).reduce((sum, tab) => sum + tab.width + GAP, 0);
  while (first < wanted && span(first, wanted) > room) first += 1;
  let left = GAP;
  return all.slice(first).flatMap((tab) => {
    const at = left;
    left += tab.width + GAP;
    return left - GAP <= width ? [{ ...tab, left: at }] : [];
  });
}

export function tabAt(state: State, width: number, column: number): Tab | undefined {
  const isIn = ({ left, width: columns }: Tab) => column >= left && column < left + columns;
  return layoutTabs(state, width).find(isIn);
}
