// Which keys help now: the row at the very bottom.
import { UNREAD } from '../../core/article/article.ts';
import { keysIn, withKeys } from '../../core/keys/key-texts.ts';
import type { Span } from '../../text/line.ts';
import { fitSpans, span, spansWidth } from '../../text/spans.ts';
import { placeOf } from '../input/key-press.ts';
import { PARTS } from '../input/read-parts.ts';
import { isStepBack } from '../state/listing.ts';
import { markOf, selectedHead, shownPreview } from '../state/loaded-rows.ts';
import { PROMPTS } from '../state/prompts.ts';
import type { Preview, Prompt, State } from '../state/state.ts';
import places from './key-hints.json' with { type: 'json' };
import { Row } from './pane.tsx';

/** Keys and what they do; `{next}` is the key of that command. */
type Hint = readonly [keys: string, words: string];

/** The keys of a place, the most needed first. */
function hintsIn(place: keyof typeof places): readonly Hint[] {
  return Object.entries(places[place]);
}

/** What the step back of a narrowed list is. */
function widerHint({ filter, scope }: State): readonly Hint[] {
  if (filter.text === '') return scope.query === '' ? [] : [['{back}', 'show all']];
  return [['{back}', scope.query === '' ? 'show all' : 'no filter']];
}

const PASTE: Hint = ['', 'a page you see: select all, copy, paste it here'];

function promptHints({ asked }: State, { kind, text }: Prompt): readonly Hint[] {
  const hints: readonly Hint[] = Object.entries(PROMPTS[kind].hints);
  if (kind === 'mark') return [...PARTS.map(([key, words]): Hint => [key, words]), ...hints];
  const before: readonly Hint[] = asked[kind] === undefined ? [] : [['↑', 'asked before']];
  if (kind !== 'add') return [...hints.slice(0, 2), ...before, ...hints.slice(2)];
  const clear: readonly Hint[] = text === '' ? [] : [['Ctrl-U', 'empty the line']];
  return [...hints, ...before, ...clear, PASTE];
}

function listHints(state: State): readonly Hint[] {
  const { listed, saved } = state;
  const isEmpty = listed.length === 0;
  const open: readonly Hint[] = isEmpty ? [] : [['{open}', 'open']];
  const tabs: readonly Hint[] =
    saved.length === 0 ? [] : [['{previous-saved} {next-saved}', 'saved']];
  const isLeft = !isStepBack(state);
  const known = hintsIn(isEmpty ? 'emptyList' : 'list').filter(
    ([keys]) => isLeft || keys !== '{leave}',
  );
  return [...open, ...widerHint(state), ...tabs, ...known];
}

function paneHints(state: State): readonly Hint[] {
  const { focus, find, listed } = state;
  if (focus === 'list' || listed.length === 0) return listHints(state);
  if (find === null) return hintsIn('article');
  return hintsIn(find.words === null ? 'found' : 'foundByFilter');
}

function previewHints({ draft, shown }: Preview): readonly Hint[] {
  const isArticle = shown === 'article';
  const other: Hint = ['{change-pane}', isArticle ? 'what was left out' : 'the article'];
  return [
    ...(draft.taken.dropped.length === 0 ? [] : [other]),
    ['{next-article} {previous-article}', 'choose a piece'],
    ['{remove}', isArticle ? 'takes it out' : 'takes it in'],
    ...hintsIn('preview'),
  ];
}

const NEED_URL = ['{browse}', '{copy}', '{whole}'];

function articleHints(state: State): readonly Hint[] {
  const head = selectedHead(state);
  const mark = head === undefined ? UNREAD : markOf(state, head);
  return paneHints(state)
    .filter(([keys]) => head?.url !== null || !NEED_URL.includes(keys))
    .filter(([keys]) => keys !== '{enclosed}' || (head?.enclosures ?? []).length > 0)
    .filter(([keys]) => keys !== '{whole}' || head?.excerpt === true)
    .map(([keys, words]): Hint => {
      if (keys === '{read}' && mark.read) return [keys, 'unread'];
      return keys === '{star}' && mark.starred ? [keys, 'no star'] : [keys, words];
    });
}

function feedsHints({ isNewsOnly }: State): readonly Hint[] {
  return hintsIn('feeds').map(([keys, words]): Hint => {
    return [keys, keys === '{news-only}' && isNewsOnly ? 'all rows' : words];
  });
}

function currentHints(state: State): readonly Hint[] {
  const preview = shownPreview(state);
  if (state.prompt !== null) return promptHints(state, state.prompt);
  if (state.helpTop !== null) return hintsIn('help');
  if (state.contents !== null) return hintsIn('contents');
  if (state.enlarged !== null) return hintsIn('picture');
  if (state.feeds !== null) return feedsHints(state);
  return preview === null ? articleHints(state) : previewHints(preview);
}

/** Draws the keys that help now, as many as fit, the most needed first. */
export function KeyHints({ state, width }: { readonly state: State; readonly width: number }) {
  const spans: Span[] = [];
  let room = width - 1;
  for (const [named, words] of currentHints(state)) {
    const keys = keysIn(state.bindings, named, placeOf(state));
    if (keys === null) continue;
    const said = withKeys(state.bindings, words);
    const added = [span(keys, 'key'), span(keys === '' ? said : ` ${said}`, 'status')];
    const columns = spansWidth(added) + (spans.length === 0 ? 0 : 3);
    if (columns > room) break;
    if (spans.length > 0) spans.push(span('   '));
    spans.push(...added.filter(({ text }) => text !== ''));
    room -= columns;
  }
  return <Row spans={fitSpans([span(' '), ...spans], width)} />;
}
