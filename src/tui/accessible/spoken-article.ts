// An article as plain paragraphs, each said by what it is: for whoever hears or feels the screen.
import type { Line, Role } from '../../text/line.ts';

/** What is said before a line, or the first of several, by a role that one of its spans has. */
const KINDS: readonly (readonly [role: Role, said: string])[] = [
  ['heading', 'Heading'],
  ['caption', 'Picture'],
  ['quote', 'Quote'],
];
/** Signs that are seen and not said: bars, rules. */
const UNSAID: readonly Role[] = ['rule'];

/**
 * The paragraphs of a page that was laid out in lines without end; none is empty.
 * @param paragraph only those of this one
 */
export function spokenParagraphs(lines: readonly Line[], paragraph?: number): readonly string[] {
  const wanted = lines.filter((line) => paragraph === undefined || line.paragraph === paragraph);
  return wanted.flatMap((line, at) => {
    const text = spokenText(line);
    if (text === '') return [];
    const kind = kindOf(line);
    const above = wanted[at - 1];
    const goesOn = above?.paragraph === line.paragraph && kindOf(above) === kind;
    return [kind === undefined || goesOn ? text : `${kind}: ${text}`];
  });
}

function kindOf(line: Line): string | undefined {
  if (isCode(line)) return 'Code';
  const roles = new Set(line.spans.map((span) => span.roles.at(0)));
  return KINDS.find(([role]) => roles.has(role))?.[1];
}

/** Whether a line is code and nothing else, not a sentence with a name in code. */
function isCode({ spans }: Line): boolean {
  const words = spans.filter(({ text }) => text.trim() !== '');
  return words.length > 0 && words.every(({ roles }) => roles.includes('code'));
}

/** The words of a line; cells of a table are parted by commas. */
function spokenText(line: Line): string {
  const said = line.spans.filter(({ roles }) => !roles.some((role) => UNSAID.includes(role)));
  const text = said
    .map((span) => span.text)
    .join('')
    .trim();
  return isCode(line) ? text : text.replace(/ {2,}/g, ', ');
}
