// A digest: what some articles say in short, by the folders of their feeds and by their sources.
import { type Article, type ArticleHead, NO_FRONT_MATTER } from '../../core/article/article.ts';
import { cleanLine } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import { foldText, skeleton } from '../../core/fold.ts';
import { groupBy } from '../../core/group-by.ts';
import { feedKey } from '../../intake/opml/subscription.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import { inlineText } from '../../markdown/document/inline.ts';
import { parseMarkdown } from '../../markdown/parse/parse-markdown.ts';
import { escapeLabel, escapeMarkdown } from '../../markdown/source/escape-markdown.ts';
import { openTarget } from '../../text/link-target.ts';
import { displayWidth, truncate } from '../../text/width.ts';
import { feedTitle, sortByName } from '../feeds/feed-rows.ts';
import { readSubscriptions } from '../feeds/subscriptions.ts';

/** What is listed under no source. */
const OTHERS = 'Other sources';
/** Columns that the first sentences of an article fill. */
const ENOUGH = 120;
/** Columns that they may not pass. */
const MOST = 320;
/** UTF-16 units of a body in which they are looked for. */
const START = 4000;

/** An article with what it is listed under. */
interface Placed {
  readonly row: ArticleRow;
  readonly folder: string;
  readonly source: string;
}

/**
 * The sections as articles of Markdown: one a folder, with headings for its sources; without folders
 * one a source. What is in no folder comes last, and of no source.
 * @param readBody of an article whose first sentences are shown; `null` where it cannot be had
 */
export function digestSections(
  root: string,
  rows: readonly ArticleRow[],
  readBody: (head: ArticleHead) => string | null,
): readonly Article[] {
  const { subscriptions } = readSubscriptions(root);
  const byKey = new Map(subscriptions.map((feed) => [foldText(feedKey(feed)), feed] as const));
  const placed = rows.map((row): Placed => {
    const feed = byKey.get(foldText(row.head.feed ?? ''));
    const source = row.head.source ?? (feed === undefined ? OTHERS : feedTitle(feed));
    return { row, folder: feed?.folders[0] ?? '', source };
  });
  const folders = groupBy(placed, ({ folder }) => folder);
  const named = sortByName(
    [...folders.keys()].filter((name) => name !== ''),
    (name) => name,
  );
  const loose = bySource(folders.get('') ?? []);
  return [
    ...named.map((name) => section(name, folders.get(name) ?? [], readBody)),
    ...loose.map(([name, within]) => section(name, within, readBody)),
  ];
}

function bySource(placed: readonly Placed[]): readonly (readonly [string, readonly Placed[]])[] {
  const sources = sortByName([...groupBy(placed, ({ source }) => source)], ([name]) => name);
  return sources.toSorted(([a], [b]) => Number(a === OTHERS) - Number(b === OTHERS));
}

function section(
  title: string,
  placed: readonly Placed[],
  readBody: (head: ArticleHead) => string | null,
): Article {
  const sources = bySource(placed).flatMap(([source, within]) => [
    ...(source === title ? [] : [`### ${escapeMarkdown(source)}`]),
    ...within.map(({ row }) => item(row, readBody)),
  ]);
  const rows = placed.map(({ row }) => row);
  return digestArticle(title, sources.join('\n\n'), rows);
}

/** All of them as one article of Markdown. */
export function wholeDigest(
  title: string,
  sections: readonly Article[],
  rows: readonly ArticleRow[],
): Article {
  const parts = sections.map((one) => `## ${escapeMarkdown(one.title)}\n\n${one.markdown}`);
  return digestArticle(title, parts.join('\n\n'), rows);
}

function digestArticle(title: string, markdown: string, rows: readonly ArticleRow[]): Article {
  const readingMinutes = rows.reduce((sum, { body }) => sum + body.minutes, 0);
  const deck = formatCount(rows.length, 'article');
  return {
    ...NO_FRONT_MATTER,
    id: title,
    path: '',
    title: cleanLine(title),
    deck,
    readingMinutes,
    markdown,
  };
}

/** The headline with the time to read it, and the points or the first sentences below it. */
function item({ head, body }: ArticleRow, readBody: (head: ArticleHead) => string | null): string {
  const target = openTarget(head.url ?? '')?.replace(/[()<>\\]/g, '\\$&');
  const words = cleanLine(head.title);
  const title = target === undefined ? escapeMarkdown(words) : `[${escapeLabel(words)}](${target})`;
  const headline = `**${title}** · ${body.minutes} min`;
  if (head.summary.length > 0) {
    return `${headline}\n\n${head.summary.map((point) => `- ${escapeMarkdown(cleanLine(point))}`).join('\n')}`;
  }
  const text = cleanLine(head.deck ?? firstSentences(readBody(head) ?? '', head));
  return text === '' ? headline : `${headline}\\\n${escapeMarkdown(text)}`;
}

/** The first paragraphs, up to what stands between them and others. */
function firstParagraphs(markdown: string): readonly string[] {
  const { blocks } = parseMarkdown(markdown.slice(0, START));
  const texts = blocks
    .filter(({ type }) => type !== 'figure')
    .map((block) => (block.type === 'paragraph' ? inlineText(block.content) : null));
  const story = texts.slice(texts.findIndex((text) => text !== null));
  const end = story.indexOf(null);
  return story.slice(0, end === -1 ? undefined : end).filter((text) => text !== null);
}

/** As many of the first sentences as fill a line or two, without one that is the headline. */
function firstSentences(markdown: string, { lang, title }: ArticleHead): string {
  const segmenter = new Intl.Segmenter(lang ?? 'und', { granularity: 'sentence' });
  let sentences = '';
  for (const { segment } of segmenter.segment(cleanLine(firstParagraphs(markdown).join(' ')))) {
    if (displayWidth(sentences) >= ENOUGH) break;
    const isHeadline = sentences === '' && skeleton(segment) === skeleton(title);
    if (!isHeadline) sentences += segment;
  }
  return truncate(sentences.trim(), MOST);
}
