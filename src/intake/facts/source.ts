// The publication's name, from lines of a page that contain it.
import { pattern } from '../words/pattern.ts';

/** `Why you can trust City Post`, `© 2022 City Post Inc. All rights reserved.` */
const HINT = pattern`
  ^(?:${['rights block', 'paper follows']}[\s.,:]*)+
  (?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?[\s,.]*(?:by )?(\p{Lu}[\p{L}\d&.' -]{1,40}?)
  (?:,? ${['company form', 'company word', 'rights block']}\b.*|[.|,;©?].*| [-–] .*)?$`;
/** Three words and more, no other than the first with a capital, say something. */
const WORDS = /^\S+(?: \p{Ll}\S*){2,}$/u;
const LONGEST = 160;

/** The paper a line names as the page's own; `null` for other lines. */
export function parseSourceHint(line: string): string | null {
  const said = line.length > LONGEST ? undefined : HINT().exec(line)?.[1];
  const name = said?.replace(/^Copyright\s|\s\d{4}$/gu, '').trim() ?? '';
  return name === '' || WORDS.test(name) ? null : name;
}

/** `A headline | The Guardian`: a headline with its paper after a bar. */
export function splitTitleSource(title: string): { title: string; source: string | null } {
  const [, headline, source] = /^(.{12,}?)\s+[|｜]\s+([^|｜]{2,40})$/u.exec(title) ?? [];
  return { title: headline ?? title, source: source ?? null };
}
