// A library of papers of which three have one agency's text.

const SENTENCES = [
  'The harbour of Northquay opened its gates again on Monday after nine weeks of repair.',
  'Divers had found that the old sluice was held by little more than weed and habit.',
  'Some forty boats, among them the ferry to the outer islands, left with the morning tide.',
  'The town paid for half of the work, and the county has promised to pay for the rest.',
  'Fishermen said that they had lost a season, and asked who would make up for that.',
  'A second sluice is to be built in spring, when the water is low and the herring are gone.',
];
const edition = (source: string, published: string, sentences: readonly string[]) =>
  `---\ntitle: ${source}\nsource: ${source}\npublished: ${published}\n---\n\n${sentences.join('\n\n')}\n`;
/** Agency, Post and Herald have one story; Later has it too late, Other quotes it. */
export const PAPERS = {
  'agency.md': edition('Agency', '2026-03-02', SENTENCES),
  'post.md': edition('Post', '2026-03-03', ['Boats are back.', ...SENTENCES.slice(0, 4)]),
  'herald.md': edition('Herald', '2026-03-04', SENTENCES.slice(0, 3)),
  'later.md': edition('Later', '2026-03-12', SENTENCES),
  'other.md': edition('Other', '2026-03-03', [
    'Nobody in the county voted for the new bridge, and nobody can say who wants it.',
    'The clerk who counted the papers went home early, and left a note on the door.',
    SENTENCES[1] ?? '',
  ]),
};
