// A library in which articles have all that an article can have, and one that means harm.

import { join } from 'node:path';
import { type Files, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { root } from '../../support/machine/run.ts';
import { PNG } from '../../support/web/adding.ts';

export const RICH: Files = {
  '2021/2021-07-19-harbour.md': `---
title: Harbour & quay <reopen>
deck: Ships return to a mended quay.
summary:
  - The quay is whole again, says its owner.
  - The first ship came at dawn, in fog.
authors: [Ada Example, Ben Example]
place: Northport
source: The Post
url: https://example.org/harbour?a=1&b=2
published: 2021-07-19
updated: 2021-07-20T08:00:00+02:00
tags: [shipping, weather]
lang: en
comments: 99+
reading_minutes: 7
guid: "12345"
feed: https://example.org/feed.xml
also: [https://example.net/harbour]
enclosures:
  - url: https://example.org/harbour.mp3
    type: audio/mpeg
    length: 1234567
    seconds: 62
    title: The harbour, read aloud
mood: calm
---

The harbour opened **again** on Monday. See [the notice](https://example.org/notice).

![A mended quay](../images/quay.png "The quay at dawn. Photo: AP")

From the pier one sees all of it.

- [x] mended
- [ ] painted
`,
  '2021/2021-07-20-kisha.md': `---
title: 記者の一日
source: 朝刊
published: 2021-07-20
lang: ja
---

短い記事。

![写真](../images/quay.png)
`,
  'plain.md': '# A plain note\n\nWith four more words.\n',
  'images/quay.png': PNG,
};

export const HOSTILE: Files = {
  'a.md': `---
title: "From nowhere\\u0007 <b>&amp; ]]> \\ufffe=?utf-8?Q?x?="
deck: "<script>x</script>"
url: "https://example.org/a|b[c]^{d}\\\\%zz#e#f"
published: 2021-07-21
lang: ar
tags: ["<i>"]
enclosures: [{url: "http://x..y/a.mp3"}]
---

From the first line, and
>From the second, \ufffe, \uffff, &#27;[31m and &#x202e;.

> From a quotation
>
> > From one within

# One

###### Six [away](#here) [there](javascript:x) [b](https://example.org/x|y%)

[d](http://x..y/) [e](mailto:) [f](<https://-bad-.example/>)

![out](../../../etc/passwd) ![state](.newsprint/state/x.jsonl) ![no picture](b.md)

![own](images/quay.png "]]> <x>")

- [x] done

  with a paragraph
- [ ] open

0. nought

999999999. many

#

- 
  > - ![in a list](images/quay.png)

[![linked](images/quay.png)](https://example.org/) in a line

| |
|-|

| a | b |
|:-:|--:|
| \`<x>\` | [c](mailto:a@b.c?subject=x|y) |

\`\`\`"><i>
<u> ]]>
\`\`\`

<div onclick="x">raw</div> <br> &nbsp; &bogus;
`,
  'b.md': '',
  'rtl.md': '---\ntitle: עברית\n---\n\nשלום\n',
  'same.md': '---\ntitle: Same\nguid: "12345"\nurl: https://example.org/same\n---\n\nOne.\n',
  'same-again.md': '---\ntitle: Same\nguid: "12345"\nurl: https://example.org/same\n---\n\nTwo.\n',
  'long.md': `---\ntitle: ${'Endless headline '.repeat(80)}\nauthors: ${JSON.stringify(['Ann "The\\ Pen"', 'Jo (ed.), <x@y>', 'Z'])}\n---\n\n${'From '.repeat(200)}\n\n${'x'.repeat(2000)}\n`,
  'images/quay.png': PNG,
};

/** Libraries to export, by what they hold, and how many articles that is. */
export const LIBRARIES = [
  ['the articles that come with newsprint', () => join(root, 'articles'), 12],
  ['articles that have all there is', () => temporaryLibrary(RICH), 3],
  ['articles that mean harm', () => temporaryLibrary(HOSTILE), 6],
] as const;
