// The shown article as it is laid out: its lines, the place in it, and what is found there.
import type { Words } from '../../core/query/query.ts';
import type { Line } from '../../text/line.ts';

/** A place in an article that outlives a change of width. */
export interface Anchor {
  readonly paragraph: number;
  /** How far into the paragraph, 0 to 1. */
  readonly fraction: number;
}

/** What was read and laid out for the article the state asks for. */
export interface LaidOut {
  readonly id: string;
  /** Columns it was laid out for. */
  readonly width: number;
  readonly lines: readonly Line[];
  /** Why there is no article to show; `null` where there is one. */
  readonly problem: string | null;
}

export interface ArticlePage extends LaidOut {
  /** The first line on the screen. */
  readonly top: number;
  /** What was at the top when the reader last scrolled. */
  readonly anchor: Anchor;
  /** Where the words of the list's filter brought it; `null` where they did not. */
  readonly broughtTo: Anchor | null;
}

/** A part of a line, in UTF-16 units of the line's text. */
export interface Segment {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One find in the article: one segment, more where it crosses a wrapped line. */
export type Hit = readonly Segment[];

export interface Find {
  readonly text: string;
  /** The words of the list's filter, where it began by itself; `null` where `text` was typed. */
  readonly words: readonly Words[] | null;
  readonly hits: readonly Hit[];
  /** Index of the hit the reader is at; −1 where there is none. */
  readonly current: number;
}
