// The texts of an article's head that words are looked for in.
import type { ArticleHead } from '../article/article.ts';
import type { TextField } from './query.ts';
import { fieldText } from './tokens.ts';

/** The fields that the head has. */
export type HeadField = Exclude<TextField, 'captions' | 'body'>;

/** The passages of a field of the head. */
function headPassages(head: ArticleHead, field: HeadField): readonly string[] {
  const { title, deck, summary, authors, source, place, tags } = head;
  switch (field) {
    case 'title':
      return [title];
    case 'summary':
      return [deck ?? '', ...summary];
    case 'authors':
      return authors;
    case 'source':
      return [source ?? ''];
    case 'meta':
      return [place ?? '', ...tags];
    default:
      return field satisfies never;
  }
}

/** A field of the head as `fieldText` makes it. */
export function headText(head: ArticleHead, field: HeadField): string {
  return fieldText(headPassages(head, field));
}
