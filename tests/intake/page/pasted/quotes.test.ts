// Quotes on lines of their own in the story of a copied page.
import { expect, test } from 'vitest';
import { draftOf, pageWith } from './story-with.ts';

test.each(['“We were cold and the salt was there,”', '"We counted them until the tide came in,"'])(
  'A quote that the next line goes on from is no heading: %s',
  (quote) => {
    const lines = `${quote}\n\nthe eldest clerk of the harbour told the court.\n`;
    expect(draftOf(pageWith(lines)).markdown).toContain(`\n\n${quote}\n\nthe eldest`);
  },
);
