import { expect, test } from 'vitest';
import { withKeptPictures } from '../../../src/library/articles/merge-article.ts';

test.each([
  ['![The quay. Photo: AP]()', '![A quay](../images/1.png "The quay. Photo: AP")', null],
  ['![A quay]()', '![A quay](images/1.png)', null],
  ['![See \\[1\\]]()', '![x](../images/1.png "See [1]")', null],
  ['![]()', '![](../images/1.png)', null],
  ['![Another]()', '![A quay](../images/1.png)', '![Another]()'],
  ['![A quay](../images/2.png)', '![A quay](../images/1.png)', '![A quay](../images/2.png)'],
  ['![A quay]()', '![A quay](https://x.test/1.png)', '![A quay]()'],
  ['![A quay]()', '![A quay](../../etc/images/1.png)', '![A quay]()'],
])('For %j the text before, %j, has the picture or has none', (now, before, kept) => {
  const [text, other] = [`One.\n\n${now}\n\nTwo.`, `Zero.\n\n${before}\n`];
  expect(withKeptPictures(text, other)).toBe(`One.\n\n${kept ?? before}\n\nTwo.`);
});

test('Of several pictures without a caption the one that is missing comes back', () => {
  const before = '![](../images/1.png)\n\n![](../images/2.png)\n\n![](../images/3.png)';
  const now = '![](../images/1.png)\n\n![]()\n\n![](../images/3.png)';
  expect(withKeptPictures(now, before)).toBe(before);
});
