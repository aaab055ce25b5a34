// Prints the benchmark: a row a measure with each collection and the bar; and what was missed.

/** How far each measure must go. */
const BARS = {
  html: { body: 0.94, headline: 0.93, authors: 0.85, date: 0.95, captions: 0.8, pictures: 0.85 },
  'pasted, English': { body: 0.92, headline: 0.92, authors: 0.75, date: 0.85, captions: 0.75 },
  'pasted, other': { body: 0.82, headline: 0.8, authors: 0.55, date: 0.7, captions: 0.65 },
};
/** Without a bar, to be looked at. */
const EXTRAS = ['summary', 'deck', 'language', 'clean'];

function rowsOf(scores) {
  const collections = collectionsOf(scores);
  return Object.entries(BARS).flatMap(([group, bars]) => {
    const ours = scores.filter((score) => score.group === group);
    if (ours.length === 0) return [];
    return [...Object.keys(bars), ...EXTRAS].map((measure) =>
      row(ours, collections, group, measure, bars[measure]),
    );
  });
}

function row(scores, collections, group, measure, bar) {
  const each = collections.map((name) =>
    mean(
      scores.filter(({ page }) => page.collection === name),
      measure,
    ),
  );
  return { group, measure, each, all: mean(scores, measure), bar };
}

function collectionsOf(scores) {
  return [...new Set(scores.map(({ page }) => page.collection))];
}

function mean(scores, measure) {
  const counted = scores.map((score) => score[measure]).filter((value) => value !== null);
  const sum = counted.reduce((total, value) => total + value, 0);
  return { value: counted.length === 0 ? 0 : sum / counted.length, count: counted.length };
}

/** Whether a measure is below its bar. */
export function isBelow(scores) {
  return rowsOf(scores).some(isMissed);
}

function isMissed({ bar, all }) {
  return bar !== undefined && all.count > 0 && all.value < bar;
}

/** @returns {string} the table, a line a measure */
export function formatTable(scores) {
  const collections = collectionsOf(scores).map((name) => name.split('/')[0]);
  const head = ['', '', ...collections, 'all', 'bar', ''];
  const lines = rowsOf(scores).map((one) => [
    one.group,
    one.measure,
    ...[...one.each, one.all].map(({ value, count }) =>
      count === 0 ? '–' : `${value.toFixed(3)} (${count})`,
    ),
    one.bar === undefined ? '' : `≥ ${one.bar.toFixed(2)}`,
    isMissed(one) ? 'below' : '',
  ]);
  return align([head, ...lines]);
}

function align(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((cells) => cells[at].length)));
  return rows
    .map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @returns {string} every page with its body's score, and what was expected where it was missed */
export function formatMisses(scores) {
  return scores.map(formatPage).join('\n');
}

function formatPage({ page, truth, draft, error, group, ...score }) {
  const [body, precision, recall] = [score.body, score.precision, score.recall].map((value) =>
    value.toFixed(3),
  );
  const head = `${page.name} [${group}] body ${body} (precision ${precision}, recall ${recall})`;
  const misses = [
    error === null ? [] : [`threw ${error.stack.split('\n').slice(0, 3).join(' ')}`],
    missed('headline', score.headline, page.headline, draft.title),
    missed('authors', score.authors, page.authors, draft.authors),
    missed('date', score.date, page.published, draft.published),
    missed('captions', score.captions, truth.captions, score.captions),
    missed('summary', score.summary, truth.summary, draft.summary),
    missed('deck', score.deck, truth.deck, draft.deck),
    missed('language', score.language, page.language, draft.lang),
  ].flat();
  return [head, ...misses.map((line) => `    ${line}`)].join('\n');
}

function missed(name, score, wanted, got) {
  if (score === null || score === 1) return [];
  return [`${name}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`];
}
