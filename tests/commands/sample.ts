// A small library for the tests of the command line.

import type { Files } from '../support/library/temporary-library.ts';

/** Three articles: a full one, a plain one, and one in Japanese. */
export const SAMPLE: Files = {
  '2021/2021-07-19-harbour-reopens.md': `---
title: Harbour reopens after the storm
deck: Ships return to a mended quay.
summary:
  - The quay is whole again.
  - The first ship came at dawn.
authors: [Ada Example, Ben Example]
place: Northport
source: The Post
url: https://example.org/harbour
published: 2021-07-19
tags: [Shipping, weather]
mood: calm
---

The harbour opened **again** on Monday. See [the notice](https://example.org/notice).

![A mended quay](images/quay.png "The quay at dawn. Photo: AP")

A second paragraph.
`,
  'plain.md': '# A plain note\n\nWith four more words.\n',
  '2021-07-20-kisha.md': `---
title: 記者の一日
source: 朝刊
published: 2021-07-20
lang: ja
---

短い記事。
`,
};
