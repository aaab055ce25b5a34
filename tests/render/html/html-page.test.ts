// The HTML page: escaped, self-contained, only safe targets.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/core/article/article.ts';
import { htmlPage } from '../../../src/render/html/html-page.ts';
import { articleHead } from '../../support/library/article-head.ts';

const LOCALE = { language: 'en-GB' };
const article = (markdown: string, fields: Partial<Article> = {}): Article => ({
  ...articleHead({ readingMinutes: 1 }),
  ...fields,
  markdown,
});
const page = (markdown: string, fields: Partial<Article> = {}) =>
  htmlPage([article(markdown, fields)], LOCALE);
const body = (markdown: string) =>
  /<\/header>\n([\s\S]*)\n<\/article>/.exec(page(markdown))?.[1] ?? '';

describe('blocks', () => {
  test.each([
    ['a **b** *c* ~~d~~ `e`', '<p>a <strong>b</strong> <em>c</em> <del>d</del> <code>e</code></p>'],
    ['a  \nb', '<p>a<br/>\nb</p>'],
    ['# a', '<h2>a</h2>'],
    ['1 &lt; 2 &amp; "3"', '<p>1 &lt; 2 &amp; &quot;3&quot;</p>'],
    ['[a](https://e.com/?a&b "t")', '<p><a href="https://e.com/?a&amp;b" title="t">a</a></p>'],
    ['[a](javascript:x)', '<p>a</p>'],
    [
      '![Cap. Photo: AP]()',
      '<figure>\n<figcaption>Cap. <small>Photo: AP</small></figcaption>\n</figure>',
    ],
    [
      '![alt](a.png "Cap")',
      '<figure>\n<img src="a.png" alt="alt"/>\n<figcaption>Cap</figcaption>\n</figure>',
    ],
    [
      'one ![alt](a.png "Cap") two',
      '<p>one <img src="a.png" alt="alt"/> <small>(Cap)</small> two</p>',
    ],
    ['one ![alt](a.png "alt") two', '<p>one <img src="a.png" alt="alt"/> two</p>'],
    ['![alt](data:text/html,x)', '<figure>\n<figcaption>alt</figcaption>\n</figure>'],
    [
      '- a\n- [x] b',
      '<ul>\n<li>a</li>\n<li><input type="checkbox" disabled="" checked=""/> b</li>\n</ul>',
    ],
    ['3. a\n\n4. b', '<ol start="3">\n<li><p>a</p></li>\n<li><p>b</p></li>\n</ol>'],
    ['> a', '<blockquote>\n<p>a</p>\n</blockquote>'],
    ['```ts\na < b\n```', '<pre><code class="language-ts">a &lt; b\n</code></pre>'],
    ['---', '<hr/>'],
    ['a <script>x</script> <b onclick="x">b</b>', '<p>a   b</p>'],
    [
      '| a |\n|-:|\n| b |',
      '<table>\n<thead>\n<tr><th style="text-align:right">a</th></tr>\n</thead>\n<tbody>\n<tr><td style="text-align:right">b</td></tr>\n</tbody>\n</table>',
    ],
  ])('of %j', (markdown, html) => {
    expect(body(markdown)).toBe(html);
  });
});

test('A file that belongs to an article is a link below the byline', () => {
  const file = { type: null, length: 23456789, seconds: 62, title: 'A & B' };
  const html = page('', {
    readingMinutes: null,
    enclosures: [{ ...file, url: 'https://pod.example/a.mp3?b&c' }],
  });
  expect(html).toContain(
    '<p class="meta"><a href="https://pod.example/a.mp3?b&amp;c">Audio · 1 min · 23 MB · A &amp; B</a></p>',
  );
  expect(html).not.toContain('min read');
});

describe('a picture', () => {
  test.each([
    ['a.png', '2021/x.md', true],
    ['../images/ab12.jpg', '2021/x.md', true],
    ['../images/../images/ab12.jpg', '2021/x.md', true],
    ['..', 'x.md', false],
    ['../images/ab12.jpg', 'x.md', false],
    ['images/../../../etc/passwd', '2021/x.md', false],
    ['../../x.png', '2021/x.md', false],
    ['%2e%2e/x.png', 'x.md', false],
    ['a%5c..%5c..%5cx.png', 'x.md', false],
    ['.%2E%2fx.png', 'x.md', false],
    ['a\\\\..\\\\..\\\\x.png', 'x.md', false],
    ['/etc/passwd', '2021/x.md', false],
    ['../x.png', '/home/me/x.md', false],
    ['a.png?../../b', 'x.md', true],
  ])('at %j of %s is shown where it lies in the library: %s', (src, path, shown) => {
    expect(page(`![alt](${src})`, { path }).includes('<img')).toBe(shown);
    expect(page(`one ![alt](${src}) two`, { path }).includes('<img')).toBe(shown);
  });
});

describe('the page', () => {
  test('shows pictures of each article wherever it is kept itself', () => {
    const articles = [
      article('![a](../images/a.png)\n\none ![b](<b c.png>)', { path: '2021/x.md' }),
      article('![c](https://e.com/c.png)\n\n![d](../../d.png)', { path: 'x/y.md' }),
    ];
    const html = htmlPage(articles, LOCALE, ['file:///lib/2021/x.md', 'file:///lib/x/y.md']);
    expect(html.match(/(?<=src=")[^"]*/g)).toEqual([
      'file:///lib/images/a.png',
      'file:///lib/2021/b%20c.png',
      'https://e.com/c.png',
    ]);
  });

  test('holds several articles, each with its header and language', () => {
    const html = htmlPage(
      [
        article('a', { lang: 'en', title: 'One' }),
        article('b', { lang: 'ar', title: 'Two & <b>' }),
      ],
      LOCALE,
    );
    expect(html.match(/<article lang="(?:en|ar)" dir="auto">/g)).toHaveLength(2);
    expect(html).toContain('<title>One · Two &amp; &lt;b&gt;</title>');
    expect(html).toMatch(/^<!doctype html>\n<html lang="und">/);
  });

  test('takes the language of its only article', () => {
    expect(page('a', { lang: 'zh-Hant' })).toContain('<html lang="zh-Hant">');
  });

  test('says a headline once that the text begins with', () => {
    expect(page('# An article\n\nText.').match(/An article<\/h/g)).toHaveLength(1);
  });

  test('links the headline to where the article is from, if that may be opened', () => {
    expect(page('', { url: 'https://e.com/' })).toContain('<h1><a href="https://e.com/">');
    expect(page('', { url: 'javascript:x' })).toContain('<h1>An article</h1>');
  });

  test('lets no tag, attribute or target of an article through', () => {
    const nasty = fc.constantFrom(
      '<script>x()</script>',
      '<img src=x onerror=y>',
      '"><svg onload=z>',
      "' onclick='",
      '&lt;script&gt;',
      '![a](javascript:x)',
      '[a](data:x)',
      '[a](https://e.com/"onload=x)',
      '<a href="javascript:x">',
      '`<b>`',
      '\n```"><i>\n<u>\n```\n',
      '| <s> |\n|-|\n| <q> |\n',
      '*a*',
    );
    const text = fc.array(nasty, { maxLength: 5 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (markdown, field) => {
        const html = page(markdown, {
          title: field,
          deck: field,
          summary: [field],
          authors: [field],
          source: field,
          url: field,
          lang: field,
          tags: [field],
        });
        const tags = html.replace(/<style>[\s\S]*?<\/style>/, '').match(/<[^>]*>/g) ?? [];
        const attribute = '(?: [a-z-]+="[^"<>]*"| disabled| checked)*';
        const names =
          '!doctype html|(?:html|head|meta|title|body|article|header|h[1-6]|p|a|ul|ol|li|table|thead|tbody|tr|th|td|pre|code|em|strong|del|br|hr|figure|figcaption|small|img|input|blockquote)';
        const own = new RegExp(`^</?(?:${names})${attribute}>$`);
        expect(tags.filter((tag) => !own.test(tag))).toEqual([]);
        expect(tags.filter((tag) => / on[a-z]+=/.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([]);
        expect(
          tags.filter((tag) => /(?:href|src)="(?!https?:|mailto:|[\w./-]+")/.test(tag)),
        ).toEqual([]);
      }),
    );
  });
});
