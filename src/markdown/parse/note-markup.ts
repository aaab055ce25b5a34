// What programs for notes write beside Markdown, Obsidian first: wiki links, embeds and `==marks==`, as text.
import type { Token, Tokens } from 'marked';

/** `[[Note]]`, `[[Note#Part|shown]]`, `![[picture.png|300]]`; not `[[1]]`, nor the `[[ -f x ]]` of shells. */
const LINK = /(!?)\[\[(?!\d+\]\])(?=\S)([^[\]|\n]*[^[\]|\s])(?:\|([^[\]\n]+))?\]\]/g;
const SIGN = /(?<!=)==(?!=)/g;
const OPENS = /(?:^|[^\w=])==(?:\S|$)/;
const CLOSES = /(?:\S|^)==(?:[^\w=]|$)/;

/**
 * Makes text of that in neighbouring tokens, each of which is changed.
 * @param isLinked whether they are in a link: it holds no other, and marked has taken the backslashes
 *   before its brackets
 */
export function showNoteMarkup(tokens: readonly Token[], isLinked: boolean): void {
  let hasSigns = false;
  for (const token of tokens) {
    if (!isText(token)) continue;
    if (!isLinked && token.text.includes('[[')) token.text = token.text.replace(LINK, linkText);
    hasSigns ||= token.text.includes('==');
  }
  if (hasSigns) dropSigns(tokens.filter(isText));
}

function isText(token: Token): token is Tokens.Text {
  return token.type === 'text';
}

function linkText(_: string, embeds: string, target: string, shown = ''): string {
  const isName = embeds !== '' || shown.trim() === '';
  return isName ? target.replace(/^#/, '').replaceAll('#', ' > ') : shown.trim();
}

/** Signs that open and close a mark are taken out, in whichever of the texts they stand. */
function dropSigns(texts: readonly Tokens.Text[]): void {
  const ends = new Map(texts.map((token) => [token, [0]]));
  const signs = texts.flatMap((token) =>
    Array.from(token.text.matchAll(SIGN), ({ index: at }) => ({ token, at })),
  );
  let open: (typeof signs)[number] | null = null;
  for (const sign of signs) {
    const around = sign.token.text.slice(Math.max(0, sign.at - 1), sign.at + 3);
    if (open !== null && CLOSES.test(around)) {
      for (const { token, at } of [open, sign]) ends.get(token)?.push(at, at + 2);
      open = null;
    } else if (OPENS.test(around)) open ??= sign;
  }
  for (const [token, cuts] of ends) {
    const pieces = cuts.flatMap((at, i) => (i % 2 ? [] : [token.text.slice(at, cuts[i + 1])]));
    token.text = pieces.join('');
  }
}
