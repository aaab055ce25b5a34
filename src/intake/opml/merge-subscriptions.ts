// Two versions of a subscriptions file brought together, part by part, each in its folder.
import { mergeValues } from '../../core/merge/three-way.ts';
import { addSubscriptions, EMPTY_OPML } from './change-subscriptions.ts';
import { mergeFiles } from './merge-files.ts';
import { localName, type OpmlFile, parseOpml } from './outline-file.ts';
import { readOpml } from './read-opml.ts';
import { importOpml, subscriptionsIn } from './read-subscriptions.ts';
import { eachOnce, shownUrl } from './subscription.ts';

/**
 * The text of a file that two sides changed: the same whichever is called the first. It holds what
 * either has anew, in its folder, and nothing that one took out, with what each says anew of it;
 * where both do, what the longer text says. Of a text that is broken the other takes in its feeds.
 * @param base what both began with; `null` where that is not known
 */
export function mergeSubscriptions(base: string | null, a: string, b: string): string {
  const side = base === null ? a : mergeValues({ base, one: a, other: b });
  if (a === b || side !== a || base === b) return side;
  const [text = a, rest = b] = [a, b].sort((x, y) => y.length - x.length || (x > y ? -1 : 1));
  const one = readSound(text);
  const other = readSound(rest);
  const before = base === null ? null : readSound(base);
  if (one === null || other === null) return takeFeeds(one ?? other, before, [text, rest]);
  const merged = mergeFiles({ base: before, one, other });
  return readSound(merged) === null ? text : merged;
}

/** A file that is well-formed, or was mended to be; `null` for one that cannot be. */
function readSound(text: string): OpmlFile | null {
  const { file } = readOpml(text);
  const isOpml = file.root !== null && localName(file.root) === 'opml';
  return isOpml && file.faults.length === 0 ? file : null;
}

/** A sound file with the feeds that can be read in the texts, but for those that it took out. */
function takeFeeds(
  sound: OpmlFile | null,
  base: OpmlFile | null,
  texts: readonly [string, string],
): string {
  const feeds = eachOnce(texts.flatMap((text) => importOpml(readOpml(text).file)));
  if (sound === null && feeds.length === 0) return texts[0];
  const files = sound === null ? [] : [sound, base ?? sound];
  const known = files.flatMap((file) => subscriptionsIn(file).subscriptions);
  const shown = new Set(known.map(({ url }) => shownUrl(url)));
  const added = feeds.filter(({ url }) => !shown.has(shownUrl(url)));
  return addSubscriptions(sound ?? parseOpml(EMPTY_OPML), added);
}
