// The first segmenter costs 8 ms: it is made when the first text needs one.

export const lateSegmenter = [
  /= new Intl\.Segmenter\((.*)\);/g,
  '= ((made) => ({ segment: (text) => (made ??= new Intl.Segmenter($1)).segment(text) }))();',
];
