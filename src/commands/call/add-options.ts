// What the flags of `add` say of its sources.

import { normalizeTag } from '../../core/article/tag.ts';
import type { AddOptions } from '../../jobs/add/known-pages.ts';
import { checkUrl } from '../../jobs/add/take-in.ts';
import { type Call, flagValue, hasFlag, readChoice, usageError } from './call.ts';

const KINDS = ['text', 'html', 'markdown', 'feed'] as const;

/** @throws NewsprintError `usage` where a flag or the number of words is wrong */
export function readAddOptions(call: Call): AddOptions {
  if (call.words.length === 0) {
    throw usageError(
      'add needs a source',
      'newsprint add FILE, newsprint add URL, newsprint add -',
    );
  }
  for (const name of ['title', 'url'] as const) {
    if (hasFlag(call, name) && call.words.length > 1)
      throw usageError(`--${name} is of one source`);
  }
  const [title, url] = [flagValue(call, 'title'), flagValue(call, 'url')];
  if (url !== undefined) checkUrl(url);
  const as = readChoice(call, 'as', KINDS);
  return { title, url, as, tags: readTags(call), isWithoutImages: hasFlag(call, 'no-images') };
}

function readTags(call: Call): readonly string[] {
  return (call.flags.tag ?? []).map((value) => {
    const tag = normalizeTag(value);
    if (tag !== '') return tag;
    throw usageError(`bad value '${value}' for --tag`, 'a tag has letters or digits');
  });
}
