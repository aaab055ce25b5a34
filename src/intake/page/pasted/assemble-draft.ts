// Puts an article together from lines whose parts are known.
import { escapeLabel, escapeMarkdown } from '../../../markdown/source/escape-markdown.ts';
import { type Draft, emptyDraft } from '../../draft.ts';
import { splitTitleSource } from '../../facts/source.ts';
import type { Facts } from './header/gather-facts.ts';
import type { Lines, SeenLine } from './lines/classify-lines.ts';
import type { LineLabel, LineLabels } from './lines/line-labels.ts';

/** The draft of an article: headline, deck, points, facts and body. */
export function assembleDraft(lines: Lines, labels: LineLabels, facts: Facts): Draft {
  const textsOf = (kind: LineLabel['kind']): readonly string[] =>
    lines.flatMap((line) => (labels.get(line)?.kind === kind ? line.text : []));
  const headline = textsOf('headline')[0] ?? null;
  const split = headline === null ? null : splitTitleSource(headline);
  return {
    ...emptyDraft(),
    ...facts,
    title: split?.title ?? null,
    source: facts.source ?? split?.source ?? null,
    deck: textsOf('deck')[0] ?? null,
    summary: textsOf('point'),
    markdown: bodyMarkdown(lines, labels),
  };
}

function bodyMarkdown(lines: Lines, labels: LineLabels): string {
  let markdown = '';
  let wasItem = false;
  const captions = new Set<string>();
  for (const line of lines) {
    const label = labels.get(line);
    const block = blockMarkdown(line, label);
    if (block === null || captions.has(block)) continue;
    if (label?.kind === 'caption') captions.add(block);
    const isItem = label?.kind === 'item';
    markdown += (isItem && wasItem ? '\n' : '\n\n') + block;
    wasItem = isItem;
  }
  return markdown === '' ? '' : `${markdown.slice(2)}\n`;
}

/** What stands before the words of a body's blocks, by the kind of their lines. */
const SIGNS: ReadonlyMap<LineLabel['kind'] | undefined, string> = new Map([
  ['paragraph', ''],
  ['subhead', '## '],
  ['item', '- '],
]);

/** A line as a block of the body, `null` for what is not in the body. */
function blockMarkdown({ text }: SeenLine, label: LineLabel | undefined): string | null {
  if (label?.kind === 'caption') return figureMarkdown(label.caption, label.credit);
  const sign = SIGNS.get(label?.kind);
  return sign === undefined ? null : sign + escapeMarkdown(text);
}

/** A caption without its picture: an image with an empty target. */
function figureMarkdown(caption: string, credit: string | null): string {
  const words = credit === null ? caption : `${caption} ${credit}`;
  return `![${escapeLabel(words.trim())}]()`;
}
