// Which keys help now: the row at the very bottom.
import { UNREAD } from '../../core/article/article.ts';
import type { CommandId } from '../../core/keys/key-table.ts';
import { keysIn, withKeys } from '../../core/keys/key-texts.ts';
import type { Span } from '../../text/line.ts';
import { fitSpans, span, spansWidth } from '../../text/spans.ts';
import { placeOf } from '../input/key-press.ts';
import { PARTS } from '../input/read-parts.ts';
import { isStepBack } from '../state/listing.ts';
import { markOf, selectedHead, shownPreview } from '../state/loaded-rows.ts';
import type { Prompt, State } from '../state/state.ts';
import { Row } from './pane.tsx';

/** Keys and what they do; `{next}` is the key of that command. */
type Hint = readonly [keys: string, words: string];

/** What commands do, in a word, wherever that is the same. */
const WORDS = {
  add: 'add',
  browse: 'browser',
  copy: 'copy URL',
  enclosed: 'enclosed file',
  fetch: 'fetch feeds',
  follow: 'links',
  help: 'keys',
  leave: 'back',
  next: 'next unread',
  open: 'open',
  read: 'read',
  remove: 'remove',
  search: 'filter',
  feeds: 'feeds, tags',
  sort: 'sort',
  space: 'page',
  star: 'star',
  undo: 'undo',
  whole: 'whole text',
} as const satisfies Partial<Record<CommandId, string>>;

function hint(id: CommandId, words: string): Hint {
  return [`{${id}}`, words];
}

function hints(...items: readonly (Hint | keyof typeof WORDS)[]): readonly Hint[] {
  return items.map((item) => (typeof item === 'string' ? hint(item, WORDS[item]) : item));
}

const QUIT = hint('leave', 'quit');
const FIND = hint('search', 'find');
/** What the step back of a narrowed list is. */
function widerHint({ filter, scope }: State): readonly Hint[] {
  if (filter.text === '') return scope.query === '' ? [] : [['{back}', 'show all']];
  return [['{back}', scope.query === '' ? 'show all' : 'no filter']];
}

const NEXT_ARTICLE: Hint = ['{next-article} {previous-article}', 'next, previous'];
const PIECE: Hint = ['{next-article} {previous-article}', 'choose a piece'];
const NEXT_HIT: Hint = ['{next} {previous}', 'next, previous hit'];
const UP_DOWN: Hint = ['↑ ↓', 'scroll'];
const ESC_BACK: Hint = ['Esc', 'back'];

const LIST = [
  ...hints('help', QUIT, 'whole', 'search', 'feeds', 'next', 'read', 'star', 'remove', 'undo'),
  ...hints('add', 'fetch', 'sort', 'space', 'browse', 'enclosed'),
];
const EMPTY_LIST = hints('add', 'fetch', 'search', 'help', QUIT);
const ARTICLE = [
  ...hints('space', 'enclosed', 'help', 'leave', 'whole', FIND, 'next', 'read', 'star'),
  ...hints(NEXT_ARTICLE, 'follow', 'browse', 'copy'),
];
const FOUND = hints(NEXT_HIT, ['{back}', 'no hits'], FIND, 'leave', 'help');
const FOUND_BY_FILTER = [
  ...hints(NEXT_HIT, 'space', 'leave', NEXT_ARTICLE, FIND, 'read', 'star', 'help'),
];
const PREVIEW = hints('space', 'help', 'browse', FIND, hint('leave', 'discard'));
const HELP = hints(['Esc', 'close'], ['{down} {up}', 'scroll'], ['{search}', 'find a key']);
const CONTENTS = hints(
  ['Enter', 'go there'],
  ['Esc', 'back'],
  ['{down} {up}', 'choose'],
  ['', 'a letter'],
);
/** What the keys of the feeds do, in a word, the most needed first. */
const FEEDS: readonly Hint[] = [
  ['{choose}', 'into the list'],
  ['{give-up}', 'back'],
  ['{fold} {unfold}', 'fold, unfold'],
  ['{next-news}', 'next with news'],
  ['{seek}', 'find'],
  ['{help}', 'keys'],
  ['{news-only}', 'unread only'],
  ['{follow-feed}', 'follow'],
  ['{fetch-one}', 'fetch it'],
  ['{feeds-read}', 'all read'],
  ['{edit-feed}', 'edit'],
  ['{unfollow}', 'unfollow'],
];

const PROMPT: Readonly<Record<Prompt['kind'], readonly Hint[]>> = {
  filter: [
    ['Enter', 'keep'],
    ['Esc', 'as it was'],
    ['', 'words  -word  "a phrase"  tag:  source:  is:unread'],
  ],
  find: [['Enter', 'keep, then {next} {previous}'], ESC_BACK],
  link: [['0-9', 'open the link'], UP_DOWN, ESC_BACK],
  add: [['Enter', 'fetch it'], ESC_BACK],
  headline: [['Enter', 'on to the preview'], ['Esc', 'discard'], UP_DOWN],
  keys: [['Enter', 'all keys'], ESC_BACK],
  mute: [['Enter', 'hide what it finds'], ESC_BACK, ['', 'is:muted finds it']],
  save: [['Enter', 'save the filter'], ESC_BACK],
  pipe: [['Enter', 'run it on the text'], ESC_BACK],
  follow: [['Enter', 'look for it'], ESC_BACK],
  offer: [['1-9', 'follow that one'], ESC_BACK],
  title: [['Enter', 'on to its folder'], ESC_BACK],
  folder: [['Enter', 'on to its tags'], ESC_BACK, ['', 'World/Europe is one in another']],
  terms: [['Enter', 'done'], ESC_BACK, ['', 'full: whole pages   200, 30d: keeps no more']],
  rename: [['Enter', 'name it so'], ESC_BACK],
  feed: [['Enter', 'stay there'], ['↑ ↓', 'the next'], ESC_BACK],
  mark: [...PARTS.map(([key, words]): Hint => [key, words]), ESC_BACK],
};
const PASTE: Hint = ['', 'a page you see: select all, copy, paste it here'];

function promptHints({ asked }: State, { kind, text }: Prompt): readonly Hint[] {
  const [enter, back, ...others] = PROMPT[kind];
  if (kind === 'filter' && enter !== undefined && back !== undefined && asked.length > 0) {
    return [enter, back, ['↑', 'asked before'], ...others];
  }
  if (kind !== 'add') return PROMPT[kind];
  const clear: readonly Hint[] = text === '' ? [] : [['Ctrl-U', 'empty the line']];
  return [...PROMPT.add, ...clear, PASTE];
}

function listHints(state: State): readonly Hint[] {
  const { listed, saved } = state;
  const common = [
    ...widerHint(state),
    ...(saved.length === 0 ? [] : hints(['{previous-saved} {next-saved}', 'saved'])),
  ];
  const all = listed.length === 0 ? EMPTY_LIST : LIST;
  const known = isStepBack(state) ? all.filter((one) => one !== QUIT) : all;
  return [...(listed.length === 0 ? [] : hints('open')), ...common, ...known];
}

function paneHints(state: State): readonly Hint[] {
  const { focus, find, listed } = state;
  if (focus === 'list' || listed.length === 0) return listHints(state);
  if (find === null) return ARTICLE;
  return find.words === null ? FOUND : FOUND_BY_FILTER;
}

function currentHints(state: State): readonly Hint[] {
  if (state.prompt !== null) return promptHints(state, state.prompt);
  if (state.helpTop !== null) return HELP;
  if (state.contents !== null) return CONTENTS;
  if (state.enlarged !== null) return [ESC_BACK];
  if (state.feeds !== null) {
    return FEEDS.map((one) =>
      one[1] === 'unread only' && state.isNewsOnly ? [one[0], 'all rows'] : one,
    );
  }
  const preview = shownPreview(state);
  if (preview !== null) {
    const isArticle = preview.shown === 'article';
    const other = hint('change-pane', isArticle ? 'what was left out' : 'the article');
    const pieces = [PIECE, hint('remove', isArticle ? 'takes it out' : 'takes it in')];
    const isWhole = preview.draft.taken.dropped.length === 0;
    return [...(isWhole ? [] : [other]), ...pieces, ...PREVIEW];
  }
  const head = selectedHead(state);
  const mark = head === undefined ? UNREAD : markOf(state, head);
  const needUrl: readonly string[] = [WORDS.browse, WORDS.copy, WORDS.whole];
  return paneHints(state)
    .filter(([, words]) => head?.url !== null || !needUrl.includes(words))
    .filter(([, words]) => words !== WORDS.enclosed || (head?.enclosures ?? []).length > 0)
    .filter(([, words]) => head?.excerpt === true || words !== WORDS.whole)
    .map(([keys, words]): Hint => {
      if (words === WORDS.read && mark.read) return [keys, 'unread'];
      return words === WORDS.star && mark.starred ? [keys, 'no star'] : [keys, words];
    });
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
