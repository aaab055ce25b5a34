// What bytes are taken for.
import { describe, expect, test } from 'vitest';
import {
  assertReadable,
  type SniffHints,
  type SourceKind,
  sniffKind,
} from '../../src/intake/sniff.ts';

const cases: readonly (readonly [string, string | Uint8Array, SniffHints, SourceKind])[] = [
  ['a page', '<!doctype html><title>x</title>', {}, 'html'],
  ['a page behind a comment', '<!-- saved -->\n<html><body>x', {}, 'html'],
  ['a fragment', '<p>One</p><p>Two</p>', {}, 'html'],
  ['a page in UTF-16', Buffer.from('\ufeff<html><p>x</p></html>', 'utf16le'), {}, 'html'],
  ['words declared as a page', 'no tags', { contentType: 'text/html; charset=utf-8' }, 'html'],
  ['words in a .html file', 'no tags', { name: 'a.html' }, 'html'],
  ['RSS', '<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0"><channel>', {}, 'feed'],
  [
    'Atom served as a page',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    { contentType: 'text/html' },
    'feed',
  ],
  ['RDF', '<rdf:RDF xmlns="http://purl.org/rss/1.0/">', {}, 'feed'],
  ['JSON Feed', '{ "version": "https://jsonfeed.org/version/1.1" }', {}, 'feed'],
  [
    'JSON Feed whose version comes last',
    '{"items":[],"version":"https://jsonfeed.org/version/1"}',
    {},
    'feed',
  ],
  [
    'RSS with a document type',
    '<!DOCTYPE rss [<!ENTITY a "b">]>\n<rss version="0.91">',
    {},
    'feed',
  ],
  ['CDF', '<CHANNEL HREF="https://a.example/"><ITEM/>', {}, 'feed'],
  ['a lone Atom entry', '<entry xmlns="http://www.w3.org/2005/Atom">', {}, 'feed'],
  ['a feed with another prefix', '<a:feed xmlns:a="http://www.w3.org/2005/Atom">', {}, 'feed'],
  ['a feed behind a warning', '<br />\n<b>Warning</b>: x\n<rss version="2.0">', {}, 'feed'],
  ['text about feeds', 'Write this:\n\n<rss version="2.0"><channel>', {}, 'text'],
  ['front matter', '---\ntitle: x\n---\n', {}, 'markdown'],
  ['a heading', 'x\n\n## Heading\n', {}, 'markdown'],
  ['links', 'see [this](https://a.example/)', {}, 'markdown'],
  ['words in a .md file', 'plain words', { name: 'a.md' }, 'markdown'],
  ['plain text', 'Only words.\n\n- and a dash', {}, 'text'],
  ['text that names tags', 'Use a <p> here\nand\nthere', {}, 'text'],
  ['a .txt file with a heading', '# not one', { name: 'a.txt' }, 'text'],
  ['nothing', '', {}, 'text'],
  ['a PDF', '%PDF-1.7\n…', { contentType: 'text/html' }, 'binary'],
  ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), { name: 'a.md' }, 'binary'],
  ['zeros', new Uint8Array(64), {}, 'binary'],
  ['noise', Uint8Array.from({ length: 256 }, (_, at) => (at * 7) % 32), {}, 'binary'],
];

describe('bytes', () => {
  test.for(cases)('%s', ([, content, hints, kind]) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    expect(sniffKind(bytes, hints)).toBe(kind);
  });
});

describe('a source that is no article', () => {
  test('is refused: a feed with the way to follow it', () => {
    const refuse = () => assertReadable('feed', 'https://a.example/rss');
    expect(refuse).toThrow('https://a.example/rss: a feed, not an article');
    expect(refuse).toThrow(
      expect.objectContaining({ hint: 'to follow it: newsprint feeds add https://a.example/rss' }),
    );
    expect(() => assertReadable('feed', 'a.xml')).toThrow(
      expect.objectContaining({ hint: 'to follow it: newsprint feeds add URL' }),
    );
    expect(() => assertReadable('binary', 'a.png')).toThrow('a.png: not an article');
    expect(() => assertReadable('html', 'a.html')).not.toThrow();
  });
});
