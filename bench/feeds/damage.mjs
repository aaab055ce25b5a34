// Feeds as servers send them on bad days: what is well-formed is broken in a dozen ways.

const text = (bytes) => Buffer.from(bytes).toString('latin1');
const bytes = (string) => Buffer.from(string, 'latin1');
const cutAt = (source, share) => source.slice(0, Math.floor(source.length * share));
/** Breaks every third match only. */
const third = (source, pattern, by) => {
  let count = 0;
  return source.replace(pattern, (match) => (count++ % 3 === 0 ? by(match) : match));
};

/** Each takes a feed's bytes and gives them back broken; the entries stay countable. */
export const DAMAGES = {
  'the last two end tags missing': (feed) =>
    bytes(text(feed).replace(/<\/(?:channel|feed|rdf:RDF)>[\s\S]*$/i, '')),
  'bare ampersands': (feed) =>
    bytes(
      text(feed)
        .replace(/&amp;|&#38;/g, '&')
        .replace(/<title>/g, '<title>R&D '),
    ),
  'bare less-than signs': (feed) => bytes(text(feed).replace(/<title>/g, '<title>1 < 2 <3 a<b ')),
  'CDATA without an end': (feed) => bytes(third(text(feed), /\]\]>(?=\s*<\/)/g, () => '')),
  'titles without an end': (feed) => bytes(third(text(feed), /<\/title>/g, () => '')),
  'items without an end': (feed) => bytes(third(text(feed), /<\/(?:item|entry)>/g, () => '')),
  'end tags nobody opened': (feed) =>
    bytes(text(feed).replace(/<\/title>/g, '</title></p></b></div>')),
  'no namespaces declared': (feed) =>
    bytes(text(feed).replace(/\sxmlns:\w+\s*=\s*(?:"[^"]*"|'[^']*')/g, '')),
  'no XML declaration, junk before': (feed) =>
    bytes(
      `\ufeff\n\n<br />Warning: mysql_connect() in /www/feed.php\n${text(feed).replace(/^\s*<\?xml[^>]*>/, '')}`,
    ),
  'declared as UTF-16': (feed) =>
    bytes(`<?xml version="1.0" encoding="utf-16"?>${text(feed).replace(/^\s*<\?xml[^>]*>/, '')}`),
  'attributes without quotes': (feed) =>
    bytes(text(feed).replace(/(\srel|\stype|\sisPermaLink)="([\w/+-]+)"/g, '$1=$2')),
  'NULs and controls': (feed) => bytes(text(feed).replace(/<title>/g, '<title>\0\x1b[31m\x07')),
  'tags in capitals': (feed) =>
    bytes(
      text(feed).replace(
        /<(\/?)(item|entry|title|link|description|summary|content)\b/g,
        (_m, slash, name) => `<${slash}${name.toUpperCase()}`,
      ),
    ),
  'cut off': (feed) => bytes(cutAt(text(feed), 0.7)),
};

/** Entries of which at least the beginning is there. */
export function countEntries(feed) {
  return (text(feed).match(/<(?:\w+:)?(?:item|entry)[\s>/]/gi) ?? []).length;
}
