// The article out of lines that know their parts.

import { type Draft, emptyDraft } from '../draft.ts';
import { splitTitleSource } from '../facts/source.ts';
import type { SeenLine } from './classify.ts';
import type { Facts } from './facts.ts';
import type { Roles } from './roles.ts';
import { escapeMarkdown, figureMarkdown } from './to-markdown.ts';

/** Puts headline, deck, points, facts and body together. */
export function assembleDraft(lines: readonly SeenLine[], roles: Roles, facts: Facts): Draft {
  const headline = roles.of('headline', lines)[0]?.text ?? null;
  const split = headline === null ? null : splitTitleSource(headline);
  return {
    ...emptyDraft(),
    ...facts,
    title: split?.title ?? null,
    source: facts.source ?? split?.source ?? null,
    deck: roles.of('deck', lines)[0]?.text ?? null,
    summary: roles.of('point', lines).map(({ text }) => text),
    markdown: bodyMarkdown(lines, roles),
  };
}

function bodyMarkdown(lines: readonly SeenLine[], roles: Roles): string {
  let markdown = '';
  let wasItem = false;
  for (const [at, line] of lines.entries()) {
    const block = blockMarkdown(line, at, roles);
    if (block === null) continue;
    const isItem = roles.at(at)?.kind === 'item';
    markdown += markdown === '' ? block : `${isItem && wasItem ? '\n' : '\n\n'}${block}`;
    wasItem = isItem;
  }
  return markdown === '' ? '' : `${markdown}\n`;
}

/** A line as a block of the body, `null` for what is not in the body. */
function blockMarkdown({ text }: SeenLine, at: number, roles: Roles): string | null {
  const role = roles.at(at);
  switch (role?.kind) {
    case 'paragraph':
      return escapeMarkdown(text);
    case 'subhead':
      return `## ${escapeMarkdown(text)}`;
    case 'item':
      return `- ${escapeMarkdown(text)}`;
    case 'caption':
      return figureMarkdown(role.caption, role.credit);
    case 'headline':
    case 'deck':
    case 'point':
    case 'fact':
    case 'dropped':
    case undefined:
      return null;
    default:
      return role satisfies never;
  }
}
