// The article as JSON: schema 1, every key always there, always in the same order.
import type { ArticleHead, Figure, Link, ReadingState } from './article.ts';
import { FRONT_MATTER_KEYS } from './front-matter-keys.ts';

/** What the caller knows of an article beyond its head. */
export interface HeadParts {
  /** Reading time as shown. */
  readonly minutes: number;
  readonly words: number;
  readonly figures: readonly Figure[];
  readonly state: ReadingState;
}

/** What a whole article has beyond that. */
export interface BodyParts extends HeadParts {
  readonly links: readonly Link[];
  readonly markdown: string;
  /** The body's plain text. */
  readonly text: string;
}

/** The object of `show`; with a head's parts only the one of `list`: no links, markdown, text. */
export function articleJson(
  head: ArticleHead,
  parts: HeadParts | BodyParts,
): Readonly<Record<string, unknown>> {
  const { read, starred, progress } = parts.state;
  const hasBody = 'markdown' in parts;
  return {
    schema: 1,
    id: head.id,
    path: head.path,
    ...headFields(head, parts),
    extra: head.extra,
    figures: parts.figures.map(({ caption, credit, alt, src }) => ({ caption, credit, alt, src })),
    ...(hasBody && { links: parts.links.map(({ text, href }) => ({ text, href })) }),
    state: { read, starred, progress },
    ...(hasBody && { markdown: parts.markdown, text: parts.text }),
  };
}

/** The front matter's keys in the order of their table, with what was counted beside the minutes. */
function headFields(head: ArticleHead, { minutes, words }: HeadParts): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const { key, field } of FRONT_MATTER_KEYS) {
    fields[key] = head[field];
    if (field === 'readingMinutes') Object.assign(fields, { minutes, words });
  }
  return fields;
}
