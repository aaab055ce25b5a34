// The publication's name, from lines of a page that contain it.

/** Each a way a page names its own paper, the surest first. */
const HINTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['trust line', /^why (?:you can )?trust (?:the )?(\p{Lu}[\p{L}\d&.' -]{1,30})\??$/iu],
  [
    'copyright line',
    /^(?:(?:copyright|©|\(c\)|all rights reserved|alle rechte vorbehalten|tous droits réservés)[\s.,:]*)+(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?[\s,.]*(?:by )?(\p{Lu}[\p{L}\d&.' -]{1,40}?)(?:,? (?:inc|ltd|llc|limited|gmbh|ag|corp(?:oration)?|company|pty|network|all rights|its affiliates)\b.*|[.|,;©].*| [-–] .*)?$/iu,
  ],
];

/** The paper a line names as the page's own; `null` for other lines. */
export function parseSourceHint(line: string): string | null {
  if (line.length > 160) return null;
  for (const [, pattern] of HINTS) {
    const name = pattern.exec(line)?.[1]?.trim();
    if (name !== undefined && !/^(?:all rights|reserved|the)$/i.test(name)) return name;
  }
  return null;
}

/** `A headline | The Guardian`: a headline with its paper after a bar. */
export function splitTitleSource(title: string): { title: string; source: string | null } {
  const match = /^(.{12,}?)\s+[|｜]\s+([^|｜]{2,40})$/u.exec(title);
  return match ? { title: match[1] ?? title, source: match[2] ?? null } : { title, source: null };
}
