// What a change alters, with the values before it.
import type { ArticleHead } from '../article/article.ts';
import { type ArticleState, type States, stateOf } from './article-state.ts';
import { type Marked, markedOf } from './identity.ts';
import { type EntryRest, LONGEST_NAME, NO_REST } from './journal-entry.ts';
import { findRemovals, isHidden } from './removal.ts';
import {
  isSameValue,
  parseStateChange,
  pickFields,
  SINGLE_FIELDS,
  type StateChange,
  tagTable,
} from './state-change.ts';

/** Fields to set on an article; a head can be spread into it. */
export interface ArticleChange
  extends Partial<Pick<ArticleHead, 'path' | 'url' | 'guid' | 'feed' | 'tags'>> {
  readonly id: string;
  readonly set: StateChange;
  /** The file added under the ID, from the library's root; written even where nothing is set. */
  readonly added?: string;
  /** Whether the file replaced another. */
  readonly replaced?: boolean;
  /** Written even where nothing is set, for the operation is a step for undo. */
  readonly isStep?: boolean;
  /**
   * Writes that a mark is off even where it is: another device may have set it before, in a line
   * that is still to come.
   */
  readonly insists?: boolean;
}

export interface Alteration extends Marked {
  readonly set: StateChange;
  readonly rest: EntryRest;
}

/** Joins the changes of each article, in the order of their first; the last value of a field counts. */
function joinChanges(changes: readonly ArticleChange[]): readonly ArticleChange[] {
  const byId = new Map<string, ArticleChange>();
  for (const change of changes) {
    const id = change.id.normalize('NFC');
    const set = parseStateChange(change.set);
    if (set === null) throw new TypeError(`no state: ${JSON.stringify(change.set)}`);
    const before = byId.get(id)?.set;
    const marks = [before?.tags ?? {}, set.tags ?? {}].flatMap(Object.entries<boolean | null>);
    const tags = marks.length > 0 && { tags: tagTable(marks) };
    byId.set(id, { ...change, id, set: { ...before, ...set, ...tags } });
  }
  return [...byId.values()];
}

/**
 * The changes that alter something, with the values before.
 * @param auto whether they are no step for undo
 */
export function alterations(
  changes: readonly ArticleChange[],
  states: States,
  auto: boolean,
): readonly Alteration[] {
  const removals = findRemovals(states);
  return joinChanges(changes).flatMap((change) => {
    const isRemoved = isHidden({ ...NO_REST, ...change }, states, removals);
    const marked = markedOf(change);
    const { set, was } = alteredFields(change, stateOf(states, marked), isRemoved);
    const { added = null, replaced = false } = change;
    const isSaid = added !== null || change.isStep === true;
    if (Object.keys(set).length === 0 && !isSaid) return [];
    const { path, url, guid, feed } = change;
    const names = set.removed === undefined ? {} : shortNames({ path, url, guid, feed });
    return [{ ...marked, set, rest: { ...NO_REST, ...names, was, auto, added, replaced } }];
  });
}

/** The names of an article to write, without those too long for a line. */
function shortNames(names: Readonly<Record<string, string | null | undefined>>) {
  const known = Object.entries(names).filter(([, name]) => (name ?? '').length <= LONGEST_NAME);
  return Object.fromEntries(known.map(([key, name]) => [key, name ?? null]));
}

/** Also restores an article that is hidden by another's removal. */
function alteredFields(
  { set: asked, tags: own, insists = false }: ArticleChange,
  state: ArticleState,
  isRemoved: boolean,
) {
  const now = { ...state, removed: asked.removed === false ? isRemoved : state.removed };
  const fields = SINGLE_FIELDS.filter(
    (field) =>
      asked[field] !== undefined &&
      ((insists && asked[field] === false) || !isSameValue(asked[field], now[field])),
  );
  const tags = Object.entries(asked.tags ?? {}).filter(
    ([tag, mark]) => (insists && mark === false) || mark !== shownMark(tag, state, own, mark),
  );
  const marks = tags.map(([tag]) => [tag, state.tags[tag] ?? null] as const);
  return { set: pickFields(asked, fields, tags), was: pickFields(now, fields, marks) };
}

/** Where they are given, the article's tags count as there already, unless no mark is asked for. */
function shownMark(
  tag: string,
  { tags }: ArticleState,
  own: readonly string[] | undefined,
  asked: boolean | null,
): boolean | null {
  const mark = tags[tag] ?? null;
  return mark === null && asked !== null && own !== undefined ? own.includes(tag) : mark;
}
