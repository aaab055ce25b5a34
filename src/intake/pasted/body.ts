// The lines of the story: paragraphs, subheads, captions, and the furniture between them.

import type { SeenLine } from './classify.ts';
import type { Page } from './page.ts';
import { isBeginning, repeatKey } from './repeats.ts';
import type { Role, Roles } from './roles.ts';

/** Shorter texts are said twice by chance. */
const SHORTEST_REPEAT = 15;
const HEAVIEST_SUBHEAD = 110;
const HEAVIEST_CAPTION = 400;

/** Gives the lines of the story their parts; what is unsure is a paragraph. */
export function readBody(page: Page, roles: Roles): void {
  const { lines, headline, story } = page;
  dropLists(page, roles);
  const said = new Set<string>();
  for (const [at, line] of lines.entries()) {
    const kind = roles.at(at)?.kind;
    if (kind === 'headline' || kind === 'deck' || kind === 'point') said.add(repeatKey(line.text));
  }
  for (let at = headline === null ? story.start : headline + 1; at < story.end; at++) {
    const line = lines[at];
    if (line !== undefined && !roles.has(at)) readLine(page, at, line, roles, said);
  }
}

function dropLists({ lists, headline, story }: Page, roles: Roles): void {
  for (const { kind, start, end } of lists) {
    for (let at = Math.max(start, headline ?? 0, 0); at < Math.min(end, story.end); at++) {
      if (at !== headline) roles.drop(at, `${kind} list`);
    }
  }
}

function readLine(page: Page, at: number, line: SeenLine, roles: Roles, said: Set<string>): void {
  const next = nextOf(page.lines, at);
  const key = repeatKey(line.text);
  const isRepeat = key.length >= SHORTEST_REPEAT && said.has(key);
  if (line.furniture !== null) roles.drop(at, line.furniture.kind);
  else if (isRepeat || (next !== undefined && isAlternative(line, next))) roles.drop(at, 'repeat');
  else {
    said.add(key);
    if (line.caption !== null) said.add(repeatKey(line.caption.caption));
    roles.set(at, roleOf(line, next));
  }
}

function roleOf(line: SeenLine, next: SeenLine | undefined): Role {
  if (line.caption !== null && line.weight <= HEAVIEST_CAPTION) {
    return { kind: 'caption', ...line.caption };
  }
  if (line.doubled || isSaidAgain(line, next)) {
    return { kind: 'caption', caption: line.text, credit: null };
  }
  if (line.bullet) return { kind: 'item' };
  return { kind: isSubhead(line, next) ? 'subhead' : 'paragraph' };
}

function nextOf(lines: readonly SeenLine[], at: number): SeenLine | undefined {
  return lines.slice(at + 1, at + 4).find(({ furniture }) => furniture === null);
}

/** A picture's alternative text: what its caption begins with, on the line before. */
function isAlternative(line: SeenLine, next: SeenLine): boolean {
  if (next.text.length === line.text.length || next.weight > HEAVIEST_CAPTION) return false;
  return isBeginning(line.text, next.text);
}

/** A caption beside its copy in the alternative text; the copy is dropped as a repeat. */
function isSaidAgain(line: SeenLine, next: SeenLine | undefined): boolean {
  if (line.text.length < SHORTEST_REPEAT || line.weight > HEAVIEST_CAPTION) return false;
  return next !== undefined && repeatKey(next.text) === repeatKey(line.text);
}

/** Words without an end over a paragraph. */
function isSubhead(line: SeenLine, next: SeenLine | undefined): boolean {
  if (line.shape !== 'words' && !/[?？]$/.test(line.text)) return false;
  if (line.weight > HEAVIEST_SUBHEAD || /[:,;：，]$/.test(line.text)) return false;
  return next !== undefined && next.shape !== 'words';
}
