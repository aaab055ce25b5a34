// Sets rows of a terminal as an SVG that needs nothing but a monospaced font.

const [cell, line] = [8.4, 19];
const [left, top] = [20, 56];
/** A dark theme in which the terminal's red and magenta, and what is dim, read well. */
const colours = { window: '#14171c', bar: '#1e222a', text: '#dde1e8', dim: '#8b93a1' };
const palette = { 1: '#f47c7c', 5: '#cf9df0' };

const style = `
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:${colours.text};white-space:pre}
.b{font-weight:700}.i{font-style:italic}.u{text-decoration:underline}.d{fill:${colours.dim}}
${Object.entries(palette)
  .map(([number, colour]) => `.c${number}{fill:${colour}}.s${number}{stroke:${colour}}`)
  .join('')}
path{stroke:${colours.text};fill:none}path.d{stroke:${colours.dim};fill:none;opacity:.6}
.r{fill:${colours.text}}text.r{fill:${colours.window}}`;

/** Fonts leave gaps in frames: these signs are drawn, `x` and `y` being the cell's corner. */
const drawn = {
  '─': (x, y) => [`M${x} ${y + line / 2}h${cell}`, 1],
  '━': (x, y) => [`M${x} ${y + line / 2}h${cell}`, 2.5],
  '╌': (x, y) => [`M${x + 1} ${y + line / 2}h2.4m1.8 0h2.4`, 1],
  '│': (x, y) => [`M${x + cell / 2} ${y}v${line}`, 1],
  '┆': (x, y) => [`M${x + cell / 2} ${y + 1}v4.3m0 2.2v4.3m0 2.2v4.3`, 1],
  '┼': (x, y) => [`M${x} ${y + line / 2}h${cell}M${x + cell / 2} ${y}v${line}`, 1],
};

/**
 * @param {import('@xterm/headless').IBufferLine[]} rows of a screen
 * @param {number} columns
 * @returns {string} them in a window
 */
export function svgOf(rows, columns) {
  const [width, height] = [columns * cell + 2 * left, rows.length * line + top + 18].map(round);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>newsprint in a terminal: the list of articles at the left, one of them at the right</title>
<style>${style}
</style>
<rect width="${width}" height="${height}" rx="10" fill="${colours.window}"/>
<path d="M0 36V10A10 10 0 0 1 10 0H${width - 10}A10 10 0 0 1 ${width} 10V36Z" style="fill:${colours.bar};stroke:none"/>
${['#ff5f57', '#febc2e', '#28c840'].map((fill, at) => `<circle cx="${20 + 20 * at}" cy="18" r="6" fill="${fill}"/>`).join('')}
<text class="d" x="${width / 2}" y="23" text-anchor="middle">newsprint</text>
${rows.flatMap((row, at) => rowParts(runsOf(row), round(top + at * line))).join('\n')}
</svg>
`;
}

/** @returns {object[]} the cells of a row as runs of one look */
function runsOf(row) {
  const runs = [];
  for (let column = 0; column < row.length; column += 1) {
    const found = row.getCell(column);
    const width = found.getWidth();
    if (width === 0) continue;
    const text = found.getChars() || ' ';
    const look = lookOf(found);
    const kind = kindOf(text, width, look);
    const last = runs.at(-1);
    const goesOn = last?.kind === kind && last.look === look && kind !== 'sign';
    if (goesOn) {
      last.text += text;
      last.width += width;
    } else runs.push({ column, text, width, look, kind });
  }
  return runs;
}

/** Letters of one width stand together; each sign, whose glyph may be of any width, alone. */
function kindOf(text, width, look) {
  if (Object.hasOwn(drawn, text)) return text;
  if (/[\u2190-\u2bff]/.test(text) && !look.includes('r')) return 'sign';
  return width === 2 ? 'wide' : 'text';
}

function lookOf(found) {
  const colour = found.isFgDefault() ? '' : `c${found.getFgColor()}`;
  const flags = [
    found.isBold() && 'b',
    found.isItalic() && 'i',
    found.isUnderline() && 'u',
    found.isDim() && 'd',
    found.isInverse() && 'r',
  ];
  return [...flags, colour].filter(Boolean).join(' ');
}

function rowParts(runs, y) {
  return runs.flatMap((run) => {
    const x = round(left + run.column * cell);
    if (Object.hasOwn(drawn, run.kind)) return [path(run, x, y)];
    const box = `<rect class="r" x="${x}" y="${y}" width="${round(run.width * cell)}" height="${line}"/>`;
    return [...(run.look.includes('r') ? [box] : []), ...letters(run, y)];
  });
}

/** Where two spaces stand together the text is cut, so that neither font nor renderer moves it. */
function letters({ column, text, look, kind }, y) {
  const name = look === '' ? '' : ` class="${look}"`;
  return Array.from(text.matchAll(/\S+(?: \S+)*/g), ({ 0: words, index }) => {
    const columns = kind === 'wide' ? 2 : 1;
    const x = round(left + (column + index * columns) * cell);
    const length = words.length < 2 ? '' : ` textLength="${round(words.length * columns * cell)}"`;
    return `<text${name} x="${x}" y="${y + 14}"${length}>${escapeText(words)}</text>`;
  });
}

function path({ text, look }, x, y) {
  const parts = Array.from(text, (sign, at) => drawn[sign](round(x + at * cell), y));
  const name = look.replace(/c(\d)/, 's$1');
  const data = parts.map(([stroke]) => stroke).join('');
  return `<path${name === '' ? '' : ` class="${name}"`} d="${data}" stroke-width="${parts[0][1]}"/>`;
}

function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(number) {
  return Math.round(number * 10) / 10;
}
