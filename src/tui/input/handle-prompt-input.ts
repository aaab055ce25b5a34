// What an input means while a line is being typed.
import { cleanLine } from '../../core/clean.ts';
import type { QueriesFile } from '../../library/place/saved-queries.ts';
import { type EditedLine, editLine, insertText } from '../state/edit-line.ts';
import { selectedFolder } from '../state/feeds-state.ts';
import { findProblem } from '../state/filter.ts';
import { savedText } from '../state/listing.ts';
import { shownPreview } from '../state/loaded-rows.ts';
import { pageLinks } from '../state/page-links.ts';
import { PROMPTS } from '../state/prompts.ts';
import type { Prompt, State } from '../state/state.ts';
import type { Input } from '../terminal/keys.ts';
import { act, answer, cause, type Outcome } from './outcome.ts';
import { PARTS } from './read-parts.ts';
import { isForLine, LONGEST_ADDRESS, openLink, takeAddress, takePaste } from './start-adding.ts';

const edit = (line: EditedLine): Outcome => act({ type: 'prompt-text', line });
const CANCEL = act({ type: 'prompt-cancel' });
/** What others did while a filter was typed is in the list that it leads back to. */
const GIVE_UP: Outcome = { ...CANCEL, effect: { type: 'list-again' } };
const giveUp = ({ kind }: Prompt): Outcome => (kind === 'filter' ? GIVE_UP : CANCEL);
const ENTER = act({ type: 'prompt-enter' });

function followLink(state: State, number: string): Outcome {
  const links = pageLinks(state.page?.lines ?? []);
  const url = links[Number(number) - 1];
  if (url !== undefined) return openLink(state, url);
  const text = `no link ${number} here: there are 1 to ${links.length}`;
  return act({ type: 'prompt-cancel', note: { text, tone: 'warning' } });
}

/** A number that no further digit makes the number of another link is followed at once. */
function typeLink(state: State, line: EditedLine): Outcome {
  const links = pageLinks(state.page?.lines ?? []).length;
  if (line.text === '') return edit(line);
  if (!/^\d+$/.test(line.text)) return {};
  // Of 12 links 1 may become 10.
  const isOpen = Number(line.text) > 0 && Number(line.text) * 10 <= links;
  return isOpen ? edit(line) : followLink(state, line.text);
}

/** The key of a part takes no Enter. */
function choosePart({ text }: EditedLine): Outcome {
  const [, , part] = PARTS.find(([key]) => key === text) ?? [];
  return part === undefined ? {} : { ...CANCEL, effect: { type: 'mark-listed', part } };
}

function typeIn(state: State, prompt: Prompt, line: EditedLine | null): Outcome {
  if (line === null) return {};
  if (prompt.kind === 'mark') return choosePart(line);
  if (prompt.kind === 'offer') return act({ type: 'take-offer', at: Number(line.text) - 1 });
  return prompt.kind === 'link' ? typeLink(state, line) : edit(line);
}

/** Of a line, in UTF-16 units, where it may be longer than a query. */
const LONGEST: Partial<Record<Prompt['kind'], number>> = {
  add: LONGEST_ADDRESS,
  follow: LONGEST_ADDRESS,
};

/** A page that is pasted where a URL is asked for is read at once. */
function pasteIn(state: State, prompt: Prompt, text: string | null): Outcome {
  const isLine = text !== null && (isForLine(text) || (prompt.text !== '' && !text.includes('\n')));
  if (prompt.kind === 'add' && !isLine) return takePaste(state, text);
  const line = cleanLine((text ?? '').slice(0, LONGEST_ADDRESS));
  // A whole URL takes the place of the one that was not had, or not wanted.
  if (prompt.kind === 'add' && /^https?:\/\//i.test(line)) {
    return edit({ text: line, cursor: line.length });
  }
  return typeIn(state, prompt, insertText(prompt, line, LONGEST[prompt.kind]));
}

function saveQuery(file: QueriesFile, name: string, text: string): Outcome {
  return { ...ENTER, effect: { type: 'save-query', file, query: { name, text } } };
}

/** The feed comes into its folder, or is moved there, with all that was typed. */
function takeTerms({ feedDraft }: State, terms: string): Outcome {
  const [feed] = feedDraft?.offers ?? [];
  if (feedDraft === null || feed === undefined) return CANCEL;
  const { folder, isThere } = feedDraft;
  if (!isThere) return { ...CANCEL, effect: { type: 'follow', feed, folder, terms } };
  const { url, title } = feed;
  return { ...CANCEL, effect: { type: 'edit-feed', url, title: title ?? url, folder, terms } };
}

function entitle(state: State, title: string): Outcome {
  const draft = shownPreview(state)?.draft;
  return draft === undefined ? CANCEL : { ...ENTER, effect: { type: 'entitle', draft, title } };
}

/** What becomes of the text of a line; those that are not here are taken as they are. */
const TAKEN: Partial<Record<Prompt['kind'], (state: State, text: string) => Outcome>> = {
  link: followLink,
  add: (_, text) => takeAddress(text),
  /** It is called like what it asks. */
  mute(_, text) {
    const problem = findProblem({ text, isLive: false });
    if (problem !== null) return answer(problem.message, 'warning');
    return saveQuery('mutes', text.replace(/["*]|\b[a-z]+:/g, ' '), text);
  },
  follow: (_, word) => ({ ...ENTER, effect: { type: 'discover', word } }),
  title: (_, title) => act({ type: 'name-feed', title }),
  rename(state, name) {
    if (name.includes('/')) return answer('the name of a folder has no /', 'warning');
    return { ...ENTER, effect: { type: 'rename-folder', path: selectedFolder(state), name } };
  },
  folder: (_, folder) => act({ type: 'place-feed', folder }),
  terms: takeTerms,
  pipe: (_, line) => ({ ...ENTER, effect: { type: 'pipe', line } }),
  save: (state, name) => saveQuery('queries', name, savedText(state)),
  headline: entitle,
  retitle: entitle,
};

/** What was typed is taken: nothing typed is nothing asked for. */
function enter(state: State, { kind, text: typed }: Prompt): Outcome {
  const text = cleanLine(typed);
  const isTaken = text !== '' || PROMPTS[kind].mayBeEmpty;
  return (isTaken ? TAKEN[kind]?.(state, text) : undefined) ?? ENTER;
}

/** Up and down go through what was asked before, or what the prompt is about. */
function move(type: 'move' | 'move-pages', by: number) {
  return (_: State, { kind }: Prompt): Outcome => {
    const isRecalled = PROMPTS[kind].isRecalled === true || kind === 'feed';
    if (isRecalled && type === 'move') return act({ type: 'recall', by: -by });
    if (kind === 'filter') return act({ type, pane: 'list', by });
    return kind === 'link' || kind === 'headline' || kind === 'retitle'
      ? act({ type, pane: 'article', by })
      : {};
  };
}

/** What keys do that edit nothing. */
const KEY_OUTCOMES: Readonly<Record<string, (state: State, prompt: Prompt) => Outcome>> = {
  enter,
  escape: (_, prompt) => giveUp(prompt),
  'ctrl-g': (_, prompt) => giveUp(prompt),
  'ctrl-l': () => cause({ type: 'redraw' }),
  'ctrl-z': () => cause({ type: 'suspend' }),
  up: move('move', -1),
  down: move('move', 1),
  pageup: move('move-pages', -1),
  pagedown: move('move-pages', 1),
};

/** Reads a key or a paste into the prompt; the mouse does nothing there. */
export function handlePromptInput(state: State, prompt: Prompt, input: Input): Outcome {
  if (input.type === 'paste') return pasteIn(state, prompt, input.text);
  if (input.type !== 'key') return {};
  const isLeft = prompt.text === '' && prompt.kind !== 'headline';
  if (input.name === 'backspace' && isLeft) return giveUp(prompt);
  const outcome = KEY_OUTCOMES[input.name]?.(state, prompt);
  return outcome ?? typeIn(state, prompt, editLine(prompt, input.name, LONGEST[prompt.kind]));
}
