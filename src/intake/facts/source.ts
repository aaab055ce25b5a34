// The publication's name, from lines of a page that contain it.
import { pattern } from '../words/pattern.ts';

/** `Why you can trust City Post`, `© 2022 City Post Inc. All rights reserved.` */
const HINT = pattern`
  ^(?:${['rights block', 'paper follows']}[\s.,:]*)+
  (?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?[\s,.]*(?:by )?(\p{Lu}[\p{L}\d&.' -]{1,40}?)
  (?:,? ${['company form', 'rights block']}\b.*|[.|,;©?].*| [-–] .*)?$`;
const LONGEST = 160;

/** The paper a line names as the page's own; `null` for other lines. */
export function parseSourceHint(line: string): string | null {
  return line.length > LONGEST ? null : (HINT().exec(line)?.[1]?.trim() ?? null);
}

/** `A headline | The Guardian`: a headline with its paper after a bar. */
export function splitTitleSource(title: string): { title: string; source: string | null } {
  const [, headline, source] = /^(.{12,}?)\s+[|｜]\s+([^|｜]{2,40})$/u.exec(title) ?? [];
  return { title: headline ?? title, source: source ?? null };
}
