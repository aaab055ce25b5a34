// Puts an article together from lines whose parts are known.
import { NO_FRONT_MATTER } from '../../../core/article/article.ts';
import { countMatches } from '../../../core/count.ts';
import { skeleton } from '../../../core/fold.ts';
import { escapeLabel, escapeMarkdown } from '../../../markdown/source/escape-markdown.ts';
import type { Draft } from '../../draft.ts';
import { splitTitleSource } from '../../facts/source.ts';
import type { Facts } from './header/gather-facts.ts';
import type { Lines, SeenLine } from './lines/classify-lines.ts';
import type { LineLabel, LineLabels } from './lines/line-labels.ts';

/** The draft of an article: headline, deck, points, facts and body. */
export function assembleDraft(lines: Lines, labels: LineLabels, facts: Facts): Draft {
  const textsOf = (kind: LineLabel['kind']): readonly string[] =>
    lines.flatMap((line) => (labels.get(line)?.kind === kind ? line.text : []));
  const [headline] = textsOf('headline');
  const split = headline === undefined ? null : splitTitleSource(punctuated(headline, lines));
  return {
    ...NO_FRONT_MATTER,
    ...facts,
    title: split?.title ?? null,
    source: facts.source ?? split?.source ?? null,
    deck: textsOf('deck')[0] ?? null,
    summary: textsOf('point'),
    markdown: bodyMarkdown(lines, labels),
  };
}

const MARK = /\s[–—-]{1,2}\s|:\s/gu;

/**
 * A headline whose kicker stands before it in a style of its own loses what parts the two when it
 * is copied; the page's path or title has them with a mark between.
 */
function punctuated(headline: string, lines: Lines): string {
  const said = skeleton(headline);
  const marks = countMatches(headline, MARK);
  const same = lines.find(
    ({ text }) => countMatches(text, MARK) > marks && skeleton(text) === said,
  );
  return same?.text ?? headline;
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
function blockMarkdown({ text, block }: SeenLine, label: LineLabel | undefined): string | null {
  // A caption without its picture: an image with an empty target.
  if (label?.kind === 'caption')
    return `![${escapeLabel(`${label.caption} ${label.credit ?? ''}`.trim())}]()`;
  const sign = SIGNS.get(label?.kind);
  return sign === undefined ? null : (block ?? sign + escapeMarkdown(text));
}
