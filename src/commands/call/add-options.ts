// What the flags of `add` say of its sources.

import { normalizeTag } from '../../core/article/tag.ts';
import { cleanUrl } from '../../intake/clean-url.ts';
import type { AddOptions } from '../../jobs/add/known-pages.ts';
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
  const as = readChoice(call, 'as', KINDS);
  const [title, url] = [flagValue(call, 'title'), readUrl(call)];
  return { title, url, as, tags: readTags(call), isWithoutImages: hasFlag(call, 'no-images') };
}

function readUrl(call: Call): string | undefined {
  const value = flagValue(call, 'url');
  const url = value === undefined ? null : cleanUrl(value);
  if (value === undefined || url !== null) return url ?? undefined;
  throw usageError(`bad value '${value}' for --url`, 'it takes an http(s) URL');
}

function readTags(call: Call): readonly string[] {
  return (call.flags.tag ?? []).map((value) => {
    const tag = normalizeTag(value);
    if (tag !== '') return tag;
    throw usageError(`bad value '${value}' for --tag`, 'a tag has letters or digits');
  });
}
