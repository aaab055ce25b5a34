// The pictures that were drawn last, as far as there is room for them.
import type { Span } from '../../text/line.ts';
import type { DrawnPicture } from './draw-picture.ts';

/** Of drawn pictures, in bytes. */
const MOST_KEPT = 32 * 1024 * 1024;
/** What a span takes beside its text. */
const SPAN = 120;

function sizeOf(drawn: DrawnPicture): number {
  const size = ({ text, sgr = '' }: Span) => SPAN + 2 * text.length + sgr.length;
  const sent = drawn.strips.reduce((sum, strip) => sum + strip.length, drawn.sent.length);
  return drawn.cells.flat().reduce((sum, span) => sum + size(span), sent);
}

/** @param write writes to the terminal what comes before the cells of pictures, and takes it back */
export function createKeptPictures(write: (text: string) => void) {
  /** The ones that were wanted last come last. */
  const kept = new Map<string, { readonly drawn: DrawnPicture; readonly size: number }>();
  return {
    /** Keeps one; the oldest make room for it. */
    keep(name: string, drawn: DrawnPicture): void {
      write(drawn.sent);
      kept.set(name, { drawn, size: sizeOf(drawn) });
      let total = [...kept.values()].reduce((sum, { size }) => sum + size, 0);
      for (const [oldest, { drawn: old, size }] of kept) {
        if (total <= MOST_KEPT || oldest === name) break;
        write(old.undone);
        kept.delete(oldest);
        total -= size;
      }
    },
    /** Whether it is kept; it is wanted, and stays longer than others. */
    renew(name: string): boolean {
      const own = kept.get(name);
      if (own === undefined) return false;
      kept.delete(name);
      kept.set(name, own);
      return true;
    },
    /** The cells of a row; `null` where they are not kept. */
    row: (name: string, at: number): readonly Span[] | null =>
      kept.get(name)?.drawn.cells[at] ?? null,
    /** What is written in the place of a row that begins with a cell; `null` for the cells themselves. */
    strip(sgr: string, text: string): string | null {
      for (const { drawn } of kept.values()) {
        const at = drawn.cells.findIndex(([cell]) => cell?.text === text && cell.sgr === sgr);
        if (at >= 0) return drawn.strips[at] ?? null;
      }
      return null;
    },
    /** What takes back all that was written. */
    undone: () => [...kept.values()].map(({ drawn }) => drawn.undone).join(''),
    /** After that was written: those are sent again, and the rest forgotten. */
    sendAgain(isWanted: (name: string) => boolean) {
      for (const [name, { drawn }] of kept) {
        if (isWanted(name)) write(drawn.sent);
        else kept.delete(name);
      }
    },
  };
}
