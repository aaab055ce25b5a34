// What a change of the reader's state comes to in plain lines, and what is typed as it is typed.
import { formatMinutes } from '../../core/article/article.ts';
import { formatCount } from '../../core/count.ts';
import { keyLabel } from '../../core/keys/key-names.ts';
import { withKeys } from '../../core/keys/key-texts.ts';
import type { Line } from '../../text/line.ts';
import { helpSentences } from '../input/help-lines.ts';
import { pageHeadings } from '../state/contents.ts';
import { selectedRowOfFeeds } from '../state/feeds-state.ts';
import { isForAll } from '../state/listing.ts';
import { selectedRow, shownPageId } from '../state/loaded-rows.ts';
import { currentPage } from '../state/scroll.ts';
import type { State } from '../state/state.ts';
import type { ScreenContext } from '../view/pane.tsx';
import { offerTexts } from '../view/pane-footer.ts';
import { hitText, promptLabel } from '../view/prompt-line.ts';
import { addingText } from '../view/status-bar.tsx';
import { spokenParagraphs } from './spoken-article.ts';

/** What is said of an article, and its page in lines without end. */
export interface Speech extends Pick<ScreenContext, 'listDate' | 'hasMuted'> {
  readonly page: (state: State) => readonly Line[];
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

/** `3 of 12, unread: The headline, The Post, 4 May, 3 min` */
function articleText(state: State, speech: Speech): string {
  const { listed, selected } = state;
  if (listed.length === 0) return '';
  const place = `${selected + 1} of ${listed.length}`;
  const found = selectedRow(state);
  if (found === undefined) return place;
  const { head, state: mark, body, others = 0 } = found;
  const facts = [
    ...[head.title, head.source ?? '', speech.listDate(head)],
    formatMinutes(body.minutes, mark),
    others === 0 ? '' : `${others} more of this story`,
  ];
  const marks = [mark.read ? 'read' : 'unread', mark.starred ? 'starred' : ''];
  return `${joined([place, ...marks])}: ${joined(facts)}`;
}

function feedText(state: State): string {
  const { kind, name, words, problem, query } = selectedRowOfFeeds(state);
  const fold = state.folded.has(query) ? 'folded' : '';
  const what = kind === 'all' ? 'all articles' : `${name}, ${kind}`;
  return joined([what, kind === 'folder' ? fold : '', words, problem ?? '']);
}

function headingText(state: State, contents: number): string {
  const headings = pageHeadings(state);
  return `${contents + 1} of ${headings.length}: ${headings[contents]?.text ?? ''}`;
}

/** Where the reader is, in a sentence; '' while an article or the help has the keys. */
function placeText(state: State, speech: Speech): string {
  if (state.helpTop !== null) return '';
  if (state.contents !== null) return headingText(state, state.contents);
  if (state.feeds !== null) return feedText(state);
  return state.focus === 'list' ? articleText(state, speech) : '';
}

function listText(state: State, { hasMuted }: Speech): string {
  const { scope, listed, filter, totals, listedUnread } = state;
  const name = scope.query === '' ? 'newsprint' : scope.name;
  const unread = isForAll(listed.question) ? totals.unread : listedUnread;
  const fits = filter.text === '' ? '' : `that fit ${filter.text}`;
  const what = [formatCount(listed.length, 'article'), fits].filter((part) => part !== '');
  const marks = unread === null || listed.length === 0 ? '' : `${unread} unread`;
  const muted = listed.length === 0 && filter.text === '' && hasMuted() ? 'all are muted' : '';
  return `${name}: ${joined([what.join(' '), marks, muted])}`;
}

/** What is told apart: the list is said again when it is another, not when one of it is read. */
function isSameList(one: State, other: State): boolean {
  const isSameLength = one.listed.length === other.listed.length;
  return isSameLength && one.scope === other.scope && one.filter.text === other.filter.text;
}

/** ID of the article that has the keys, once its page is there. */
export function openPage(state: State): string | undefined {
  const isOpen = state.focus === 'article' && state.feeds === null;
  return isOpen && currentPage(state) !== null ? shownPageId(state) : undefined;
}

function paragraphAt(state: State, line: number, speech: Speech): readonly string[] {
  const paragraph = currentPage(state)?.lines[line]?.paragraph;
  return paragraph === undefined ? [] : spokenParagraphs(speech.page(state), paragraph);
}

/** The whole article when it is opened; after that the paragraph that a key led to. */
function pageLines(before: State | null, after: State, speech: Speech): readonly string[] {
  const id = openPage(after);
  const page = currentPage(after);
  if (id === undefined || page === null || after.contents !== null || after.helpTop !== null) {
    return [];
  }
  if (page.problem !== null) return before?.page === page ? [] : [page.problem];
  if (before === null || openPage(before) !== id) return spokenParagraphs(speech.page(after));
  const { find } = after;
  const hit = find?.hits[find.current];
  if (find !== null && hit !== undefined && find !== before.find) {
    return [hitText(find), ...paragraphAt(after, hit[0]?.line ?? 0, speech)];
  }
  const at = (state: State) => state.page?.lines[state.page.top]?.paragraph;
  return at(before) === at(after) ? [] : paragraphAt(after, page.top, speech);
}

function addingLines(before: State | null, { adding, bindings }: State): readonly string[] {
  if (adding === null || adding === before?.adding) return [];
  const text = addingText(adding, bindings);
  const said = before?.adding;
  return said && addingText(said, bindings) === text ? [] : [text];
}

/** What goes by while the reader stays where it is. */
function passingLines(before: State | null, { note, chord, fetch }: State): readonly string[] {
  const lines: string[] = [];
  if (note !== null && note !== before?.note) lines.push(note.text);
  if (chord !== '' && chord !== before?.chord) lines.push(`${keyLabel(chord)} …`);
  if (fetch !== null && before?.fetch === null) lines.push('fetching feeds');
  return lines;
}

function listLines(before: State | null, after: State, speech: Speech): readonly string[] {
  if (before === null) {
    const keys = withKeys(after.bindings, '; {help} says the keys, {leave} quits');
    return [`${listText(after, speech)}${keys}`];
  }
  return after.feeds === null && !isSameList(before, after) ? [listText(after, speech)] : [];
}

/** Lines that say what changed from one state to the next; the first state is said as a whole. */
export function spokenLines(before: State | null, after: State, speech: Speech): readonly string[] {
  const passing = passingLines(before, after);
  // What comes of a line that is typed is said when it is done.
  if (after.prompt !== null) return passing;
  const last = before?.prompt == null ? before : withoutPrompt(before);
  const lines = [...passing, ...listLines(last, after, speech)];
  if (after.helpTop !== null && last?.helpTop == null) lines.push(...helpSentences(after));
  lines.push(...addingLines(last, after));
  const place = placeText(after, speech);
  const was = last === null ? '' : placeText(last, speech);
  if (place !== '' && (place !== was || last?.helpTop !== after.helpTop)) lines.push(place);
  return [...lines, ...pageLines(last, after, speech)];
}

/** The state in which a line was asked for: what it came to is held against that. */
function withoutPrompt(state: State): State {
  return { ...state, prompt: null, ...state.prompt?.before };
}

/**
 * What is written as a line is typed: its label, then what is added to it; a line that changes
 * elsewhere than at its end is written anew, below.
 */
export function spokenTyping(before: State | null, after: State): string {
  const was = before?.prompt ?? null;
  const is = after.prompt;
  if (is === null) return was === null ? '' : '\n';
  const hasNote = after.note !== null && after.note !== before?.note;
  if (was?.kind === is.kind && is.text.startsWith(was.text) && !hasNote) {
    return is.text.slice(was.text.length);
  }
  const offers = was?.kind === is.kind ? [] : offerTexts(after);
  const lines = [...offers.map((text) => `${text}\n`), promptLabel(is), is.text];
  return `${was === null ? '' : '\n'}${lines.join('')}`;
}
