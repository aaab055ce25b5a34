// The invented pages: what each sends, what a reader copies of it, and what its story is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Blocks } from '../../../bench/intake/compare.mjs';

const FOLDER = join(import.meta.dirname, 'fixtures');

/** What a reader calls the story; a string of `strangers` is no part of it. */
export interface Truth extends Blocks {
  readonly url: string;
  readonly language: string;
  readonly headline: string;
  readonly authors: readonly string[];
  readonly published: string;
  /** Whether a copy of the page tells the whole date. */
  readonly dateShown: boolean;
  readonly strangers: readonly string[];
}

export interface Page {
  /** The content system and the page: `ghost/comet-lens`. */
  readonly name: string;
  readonly html: string;
  readonly pasted: string;
  readonly truth: Truth;
}

/** Every page, by name. */
export function readPages(): readonly Page[] {
  return readdirSync(FOLDER).flatMap((system) =>
    readdirSync(join(FOLDER, system))
      .filter((file) => file.endsWith('.html'))
      .map((file) => readPage(`${system}/${file.replace('.html', '')}`)),
  );
}

function readPage(name: string): Page {
  const read = (ending: string): string => readFileSync(join(FOLDER, `${name}.${ending}`), 'utf8');
  return { name, html: read('html'), pasted: read('txt'), truth: JSON.parse(read('json')) };
}
