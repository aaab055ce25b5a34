// Bodies that once took a time quadratic in their length, or worse; each of about a length asked.

const CODE_SPANS = (length: number) => {
  const most = Math.round(Math.sqrt(2 * length));
  return Array.from({ length: most }, (_, ticks) => `${'`'.repeat(ticks)}a`).join('');
};

const DEFINITIONS = (length: number) =>
  Array.from({ length: length / 24 }, (_, at) => `[a${at}]: b\n\n[a${at}] x`).join('\n\n');

const DEEP_QUOTES = (length: number) => {
  const most = Math.round(Math.sqrt(2 * length));
  return Array.from({ length: most }, (_, depth) => `${'>'.repeat(depth)} a`).join('\n');
};

const WIDE_TABLE = (length: number) => {
  const columns = length / 10;
  return `${'|a'.repeat(columns)}\n${'|-'.repeat(columns)}\n${'|\n'.repeat(columns * 3)}`;
};

/** What comes before, what is repeated, what comes after. */
const REPEATED = {
  'spaces in a delimiter row': ['|-|', ' ', 'x'],
  'pictures without an end': ['![', '](', ''],
  'pictures in a heading': ['# ', '![', ''],
  'brackets in a heading': ['# ', '[', ''],
  'targets in a heading': ['# ', '[](', ''],
  'spaces in a heading': ['# a', ' ', 'b'],
  'openings of emphasis in a heading': ['# ', ' ~~a', ''],
  'spaces in fenced code': ['```\nx', ' ', 'y\n```'],
  'newlines in fenced code': ['```\nx', '\n', 'y\n```'],
  'spaces in indented code': ['', ' ', 'x'],
  'tabs in indented code': ['', '\t', 'x'],
  'no-break spaces in a caption': ['![x](y "a', '\u00a0', 'b")'],
  'lines that go on a list’s item': ['- ', 'a\n', ''],
  'lines of signs that go on an item': ['- ', '(\n', '=x'],
  'lists of one item': ['', '+ a\n- a\n', ''],
  'lines that go on a quote': ['', '> a\nb\n', ''],
  'lists in quotes': ['', '> - a\nb\n', ''],
  'fences in quotes': ['', '> > ```\na\n', ''],
  'heads of tables that do not fit': ['', '|a|b\n|-|\n', ''],
  'tables of one row': ['', '|a|\n|-|\n# x\n', ''],
  'escaped brackets': ['', '\\[', ''],
  'escaped brackets and a definition': ['[a]: b\n\n', '\\[', ''],
  'comments without an end': ['a ', '<!--', ''],
  'addresses with brackets': ['a ', 'http://a(', ''],
  'addresses of mail': ['a@b ', 'a.', ''],
  'openings of emphasis': ['', '*a ', ''],
  'zero-width spaces': ['', '\u200b', 'x'],
  'marks on one letter': ['a', '\u0301', 'x'],
  'joined emoji': ['', '👩\u200d', 'x'],
  'Thai letters': ['', 'ก', 'x'],
  'entities of zero width': ['', '**&#x200b;**', 'x'],
} as const;

/** Makes each of the bodies of about a length in UTF-16 units. */
export function hostileBodies(length: number): [name: string, body: string][] {
  const repeated = Object.entries(REPEATED).map(([name, [before, pump, after]]) => {
    const body = `${before}${pump.repeat(length / pump.length)}${after}`;
    return [name, body] as [string, string];
  });
  return [
    ...repeated,
    ['code spans of ever more marks', CODE_SPANS(length)],
    ['definitions and references', DEFINITIONS(length)],
    ['ever deeper quotes', DEEP_QUOTES(length)],
    ['a table of many columns and short rows', WIDE_TABLE(length)],
  ];
}
