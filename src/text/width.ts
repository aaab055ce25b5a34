// How many columns a text takes on a terminal, grapheme by grapheme.

import { lazy } from '../core/lazy.ts';
import { clusterWidth } from './cluster-width.ts';

/** First and last of characters that are one UTF-16 unit and, beside each other, a grapheme each. */
type UnitRanges = readonly (readonly [first: number, last: number])[];

/** One column: Latin, Greek, Cyrillic, Hebrew and Arabic letters, punctuation, box drawing, marks. */
const NARROW: UnitRanges = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x2ff],
  [0x370, 0x482],
  [0x48a, 0x52f],
  [0x5be, 0x5be],
  [0x5d0, 0x5f4],
  [0x60c, 0x60c],
  [0x61b, 0x61b],
  [0x61f, 0x64a],
  [0x660, 0x66f],
  [0x6f0, 0x6f9],
  [0x1e00, 0x1fff],
  [0x2002, 0x200a],
  [0x2010, 0x2027],
  [0x202f, 0x205f],
  [0x20a0, 0x20bf],
  [0x2500, 0x25fc],
  [0x2605, 0x2606],
];
/** Two columns: kana, Han, Hangul syllables, full-width forms, CJK punctuation. */
const WIDE: UnitRanges = [
  [0x3000, 0x3029],
  [0x3041, 0x3096],
  [0x309b, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff60],
];

/** The columns of each UTF-16 unit, 0 where the segmenter has to be asked. */
const UNIT_WIDTHS = unitWidths();

function unitWidths(): Uint8Array {
  const widths = new Uint8Array(0x10000);
  for (const [first, last] of NARROW) widths.fill(1, first, last + 1);
  for (const [first, last] of WIDE) widths.fill(2, first, last + 1);
  return widths;
}

/** A segmenter takes 8 ms to make, and simple text needs none: the first cluster makes it. */
const segmenter = lazy(() => new Intl.Segmenter('und', { granularity: 'grapheme' }));

/** A grapheme takes microseconds, and a text has few different ones. */
const rememberedWidth = rememberedWidths();
const MOST_REMEMBERED = 4096;
const LONGEST_REMEMBERED = 16;

function rememberedWidths(): (grapheme: string) => number {
  const widths = new Map<string, number>();
  return (grapheme) => {
    const known = widths.get(grapheme);
    if (known !== undefined) return known;
    const width = clusterWidth(grapheme) + vowelsBeside(grapheme);
    if (grapheme.length > LONGEST_REMEMBERED) return width;
    if (widths.size >= MOST_REMEMBERED) widths.clear();
    widths.set(grapheme, width);
    return width;
  };
}

/** Sara am of Thai and Lao stands beside its consonant, in a column of its own. */
const SARA_AM = /[\u0e33\u0eb3]/g;

function vowelsBeside(grapheme: string): number {
  return grapheme.slice(1).match(SARA_AM)?.length ?? 0;
}

/** Units segmented at once: the segmenter is quadratic in the length of its text. */
const WINDOW = 64;
/** A longer cluster is a flood of combining marks and is cut (UAX #15 thinks 30 are plenty). */
const LONGEST_GRAPHEME = 256;

/**
 * The columns of a UTF-16 unit whose neighbours have some too: 1 or 2; 0 where the text around it
 * must be cut into graphemes first.
 */
export function unitWidth(unit: number): number {
  return UNIT_WIDTHS[unit] ?? 0;
}

/** The columns of a text of simple units only, `null` where there are others. */
function simpleWidth(text: string): number | null {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const columns = unitWidth(text.charCodeAt(index));
    if (columns === 0) return null;
    width += columns;
  }
  return width;
}

/** The columns of one grapheme: 0, 1, 2 or, for sequences no terminal joins, more. */
export function graphemeWidth(grapheme: string): number {
  return simpleWidth(grapheme) ?? rememberedWidth(grapheme);
}

/** The columns of a text without newlines, tabs and controls. */
export function displayWidth(text: string): number {
  const simple = simpleWidth(text);
  if (simple !== null) return simple;
  return graphemes(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

/** The text's user-perceived characters (UAX #29), in linear time. */
export function graphemes(text: string): string[] {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (standsAlone(text, at)) {
      parts.push(text.charAt(at));
      at += 1;
    } else {
      at += pushClusters(text, at, parts);
    }
  }
  return parts;
}

/** Whether a unit is simple and the next one, being simple or absent, cannot change it. */
function standsAlone(text: string, at: number): boolean {
  if (unitWidth(text.charCodeAt(at)) === 0) return false;
  return at + 1 === text.length || unitWidth(text.charCodeAt(at + 1)) > 0;
}

/** Pushes the clusters of one window from `at` on; returns how many units they took. */
function pushClusters(text: string, at: number, parts: string[]): number {
  for (let size = WINDOW; ; size *= 2) {
    // Half a surrogate pair at the end would end the cluster before it, too.
    const whole = (text.codePointAt(at + size - 1) ?? 0) > 0xffff ? size + 1 : size;
    const window = text.slice(at, at + whole);
    const clusters = Array.from(segmenter().segment(window), (cluster) => cluster.segment);
    const last = at + whole < text.length && size < LONGEST_GRAPHEME ? clusters.pop() : undefined;
    if (clusters.length === 0) continue;
    parts.push(...clusters);
    return window.length - (last?.length ?? 0);
  }
}

/** Cuts to at most `width` columns, the cut shown by `…`; a text that fits is left as it is. */
export function cutColumns(text: string, width: number): string {
  if (text.length * 2 <= width) return text;
  const room = simpleRoom(text, width) ?? clusterRoom(text, width);
  if (room === text.length) return text;
  return width < 1 ? '' : `${text.slice(0, room)}…`;
}

/** Where simple units are cut so that a `…` fits too: their length where they need no cut. */
function simpleRoom(text: string, width: number): number | null {
  let used = 0;
  let room = 0;
  for (let at = 0; at < text.length; at += 1) {
    const columns = unitWidth(text.charCodeAt(at));
    if (columns === 0) return null;
    used += columns;
    if (used > width) return room;
    if (used < width) room = at + 1;
  }
  return text.length;
}

/** The same for any text. */
function clusterRoom(text: string, width: number): number {
  const start = text.slice(0, width * 16 + LONGEST_GRAPHEME);
  let used = 0;
  let end = 0;
  let room = 0;
  for (const grapheme of graphemes(start)) {
    used += graphemeWidth(grapheme);
    if (used > width) return room;
    end += grapheme.length;
    if (used < width) room = end;
  }
  return end < text.length ? room : end;
}

/** The same for prose: the `…` stands right after a word. */
export function truncate(text: string, width: number): string {
  const cut = cutColumns(text, width);
  return cut === text || cut === '' ? cut : `${cut.slice(0, -1).trimEnd()}…`;
}

/** Exactly `width` columns: cut with `…` or filled with spaces at the end. */
export function padTo(text: string, width: number): string {
  const cut = truncate(text, width);
  return cut + ' '.repeat(Math.max(0, width - displayWidth(cut)));
}
