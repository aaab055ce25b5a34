// Endless inline text in parts: marked is quadratic in it, and no paragraph is that long.

/** UTF-16 units of a part, more only where a word does not end. */
const LONGEST = 16_384;
/** What targets that hold a whole picture are made of. */
const DATA = /[a-zA-Z0-9+/=]*[^\s)]{0,4}\)?/y;

/** Inline text cut at white space into parts that are read each by itself. */
export function inlineParts(src: string): readonly string[] {
  if (src.length <= LONGEST) return [src];
  const parts: string[] = [];
  for (let start = 0; start < src.length; ) {
    const end = partEnd(src, start + LONGEST);
    parts.push(src.slice(start, end));
    start = end;
  }
  return parts;
}

function partEnd(src: string, at: number): number {
  if (at >= src.length) return src.length;
  const half = src.slice(at - LONGEST / 2, at);
  const space = half.search(/\s\S*$/);
  if (space >= 0) return at - LONGEST / 2 + space + 1;
  DATA.lastIndex = at;
  return at + (DATA.exec(src)?.[0].length ?? 0);
}
