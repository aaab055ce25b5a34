// What the comparison with feedparser counts, feed by feed.
import { decodeHTML } from 'entities/decode';

/** Reasons for which feedparser calls a feed ill-formed that are not in its markup. */
const NOT_MARKUP = /^(?:CharacterEncodingOverride|NonXMLContentType|AttributeError)$/;
const SLOW = 2000;

const known = ({ theirs }) => theirs.failed === undefined && theirs.entries.length > 0;
const isIllFormed = ({ theirs }) => Boolean(theirs.reason) && !NOT_MARKUP.test(theirs.reason);
const found = ({ ours }) => ours.entries?.length ?? 0;
const wanted = ({ theirs }) => theirs.entries.length;
const sum = (values) => values.reduce((total, value) => total + value, 0);
const share = (part, whole) => (whole === 0 ? '-' : (part / whole).toFixed(4));

/** @returns {string[]} the figures, a line each */
export function tally(rows) {
  const feeds = rows.filter(known);
  const broken = feeds.filter(isIllFormed);
  const items = sum(feeds.map(wanted));
  const got = sum(feeds.map((row) => Math.min(found(row), wanted(row))));
  const opened = broken.filter((row) => found(row) >= wanted(row));
  const slow = rows.filter(({ ours }) => ours.ms > SLOW);
  const crashed = rows.filter(({ ours }) => ours.failed && !ours.isRefused);
  const field = (name) => {
    const pairs = feeds.flatMap((row) => pairsOf(row, name));
    return `${name} ${share(pairs.filter(({ same }) => same).length, pairs.length)} of ${pairs.length}`;
  };
  const heads = rows.filter(({ theirs, ours }) => theirs.title && ours.entries);
  const headed = heads.filter(sameHead).length;
  return [
    `${rows.length} files, ${feeds.length} with entries by feedparser`,
    `items ${share(got, items)}: ${got} of ${items}; ${sum(feeds.map((row) => Math.max(0, found(row) - wanted(row))))} more than it finds`,
    `ill-formed opened with all items ${share(opened.length, broken.length)}: ${opened.length} of ${broken.length}`,
    `crashed ${crashed.length}, over ${SLOW} ms ${slow.length}, slowest ${slowest(rows)}`,
    ...['title', 'date', 'url'].map(field),
    `feed's title ${share(headed, heads.length)} of ${heads.length}; files with a title that are refused ${rows.filter(({ theirs, ours }) => theirs.title && ours.failed).length}`,
  ];
}

function sameHead({ theirs, ours }) {
  return words(ours.title) === words(theirs.title);
}

function slowest(rows) {
  const { name, ours } = rows.toSorted((a, b) => b.ours.ms - a.ours.ms)[0];
  const parsed = Math.round(ours.parsed ?? ours.ms);
  return `${Math.round(ours.ms)} ms, of which ${parsed} to parse ${name}`;
}

/** @returns {string[]} what is wrong in one feed, a line each */
export function wrongs(row) {
  const { name, theirs, ours } = row;
  if (theirs.failed !== undefined) return [];
  if (ours.failed && !ours.isRefused) return [`crash\t${name}\t${ours.stack}`];
  if (theirs.title && !ours.entries) return [`refused\t${name}\t${ours.failed}`];
  const head =
    theirs.title && !sameHead(row)
      ? [`head\t${name}\t${JSON.stringify(ours.title)} for ${JSON.stringify(theirs.title)}`]
      : [];
  if (!known(row)) return head;
  if (found(row) !== wanted(row)) {
    return [`items\t${name}\t${found(row)} for ${wanted(row)}\t${ours.failed ?? ''}`];
  }
  const inEntries = ['title', 'date', 'url'].flatMap((field) =>
    pairsOf(row, field)
      .filter(({ same }) => !same)
      .map(
        ({ own, other }) =>
          `${field}\t${name}\t${JSON.stringify(own)} for ${JSON.stringify(other)}`,
      ),
  );
  return [...head, ...inEntries];
}

/** The two values of a field in each entry, and in the feed; those feedparser has none of are left out. */
function pairsOf({ ours, theirs }, field) {
  if ((ours.entries?.length ?? 0) !== theirs.entries.length) return [];
  return theirs.entries
    .map((other, at) => FIELDS[field](ours.entries[at], other))
    .filter(({ other }) => other !== null && other !== '');
}

const FIELDS = {
  title: (own, other) => {
    const [a, b] = [words(own.title), words(other.title)];
    return { own: own.title, other: other.title && b && other.title, same: a === b };
  },
  date: (own, other) => {
    const [a, b] = [own.published ?? own.updated, other.published ?? other.updated];
    const all = [own.published, own.updated].map(instant);
    return { own: a, other: b, same: all.includes(instant(b)) };
  },
  url: (own, other) => {
    const url = /^https?:/.test(other.url ?? '') ? other.url : null;
    return { own: own.url, other: url, same: bare(own.url) === bare(url) };
  },
};

/** A title's letters and digits, its markup left out. */
function words(text) {
  const plain = decodeHTML(decodeHTML((text ?? '').replace(/<\/?[a-z][^<>]*>/gi, '')));
  return plain.replace(/<\/?[a-z][^<>]*>/gi, '').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A time without a zone counts as UTC, as feedparser has it. */
function instant(iso) {
  if (iso === null) return null;
  const full = iso.includes('T') ? iso : `${iso}T00:00:00`;
  const at = Date.parse(/Z|[+-]\d\d:?\d\d$/.test(full) ? full : `${full}Z`);
  return Math.floor(at / 1000);
}

function bare(url) {
  return url === null || !URL.canParse(url)
    ? null
    : decodeURI(new URL(url).href.replace(/%(?![\da-f]{2})/gi, '%25'));
}
