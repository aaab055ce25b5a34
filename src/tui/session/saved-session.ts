// What is restored of the last session of a reader, and saved for the next.
import { cleanLine } from '../../core/clean.ts';
import { isObject, objectOf } from '../../core/json.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import type { Finder } from '../../library/finder/finder.ts';
import type { Host } from '../../library/place/device.ts';
import { readSessionFile, writeSessionFile } from '../../library/place/session-file.ts';
import { findProblem, ONLY_UNREAD } from '../state/filter.ts';
import { SORTS } from '../state/listing.ts';
import { isUnreadAt } from '../state/loaded-rows.ts';
import type { SavedSession } from '../state/reduce/reduce.ts';
import { EVERYWHERE, type Order, type Scope, type State } from '../state/state.ts';

/** Whatever is not as this program writes it is ignored. */
export function readSavedSession(
  root: string,
  host: Host,
  saved: readonly SavedQuery[],
): SavedSession {
  const { asked, scope, sort, folded, widths, place } = readSessionFile(root, host);
  return {
    asked: readTexts(asked),
    scope: readScope(scope, saved) ?? EVERYWHERE,
    sort: ORDERS.find((order) => order === sort) ?? SORTS[0][0],
    folded: readTexts(folded),
    widths: readWidths(widths),
    place: readPlace(place),
  };
}

const ORDERS = SORTS.flatMap(([key]): Order[] => [key, `-${key}`]);

function readTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

const KINDS: readonly Scope['kind'][] = ['saved', 'folder', 'feed', 'tag'];

/** A saved query has the text that it has by now; `null` where it has gone. */
function readScope(value: unknown, saved: readonly SavedQuery[]): Scope | null {
  if (!isObject(value)) return null;
  const { name, query } = value;
  const kind = KINDS.find((known) => known === value['kind']);
  if (kind === undefined || typeof name !== 'string' || typeof query !== 'string') return null;
  const text = kind === 'saved' ? saved.find((one) => one.name === name)?.text : query;
  if (!text || findProblem({ text, isLive: false }) !== null) return null;
  return { kind, name: cleanLine(name), query: text };
}

/** No terminal has more columns. */
const MOST_COLUMNS = 1000;

function readWidths(value: unknown): State['widths'] {
  const { feeds, list } = objectOf(value);
  const read = (one: unknown): number =>
    Number.isSafeInteger(one) && Math.abs(Number(one)) < MOST_COLUMNS ? Number(one) : 0;
  return { feeds: read(feeds), list: read(list) };
}

function readPlace(value: unknown): SavedSession['place'] {
  const { selected, first } = objectOf(value);
  return typeof selected === 'string' && typeof first === 'string' ? { selected, first } : null;
}

/** The place in the list; `null` where a filter was on, for the next list has none. */
function placeOf(finder: Finder, state: State): SavedSession['place'] {
  const { filter, listed, rows } = state;
  if (filter.text !== '' && filter.text !== ONLY_UNREAD) return null;
  const idOf = (key = -1) => (rows.get(key) ?? finder.rows([key])[0])?.head.id;
  const unread = listed.keys.findIndex((_, at) => isUnreadAt(state, at));
  const selected = idOf(listed.keys[state.selected]);
  const first = idOf(listed.keys[Math.max(0, unread)]);
  return selected === undefined || first === undefined ? null : { selected, first };
}

/** Saves what a reader was left with, where that differs from what it began with. */
export function saveSession(finder: Finder, host: Host, before: SavedSession, state: State): void {
  const { scope, sort, widths } = state;
  const asked = state.asked.filter ?? [];
  const folded = [...state.folded];
  const now: SavedSession = { asked, scope, sort, folded, widths, place: placeOf(finder, state) };
  if (JSON.stringify(now) !== JSON.stringify(before)) writeSessionFile(finder.root, host, now);
}
