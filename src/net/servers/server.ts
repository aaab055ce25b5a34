// A server that a library is kept in step with: what it is asked and told, whatever its protocol.
import type { Mark, Marks } from '../../core/journal/marks.ts';
import type { JsonObject } from '../../core/json.ts';

/** A subscription as the server has it. */
export interface ServerFeed {
  readonly id: string;
  /** http(s), as the server writes it. */
  readonly url: string;
  readonly title: string;
  readonly site: string;
  /** Empty where it is in none. */
  readonly folder: string;
}

/** An entry's marks, and what it says where that was not known. */
export interface ServerEntry extends Marks {
  readonly id: string;
  /** The feed's ID. */
  readonly feed: string;
  /** When it was last marked, by this machine's clock, in ms; `null` where that is not told, or never. */
  readonly changed: number | null;
  /** As an item of JSON Feed, but for its ID; `null` where only its marks are told. */
  readonly item: EntryItem | null;
}

export interface EntryItem extends JsonObject {
  readonly url: string;
  /** SHA-256 of its guid, in hex, where the server tells no guid. */
  readonly hash?: string;
  readonly id?: string;
}

/** What may be said anew of a feed. */
export interface FeedNaming {
  readonly title?: string;
  readonly folder?: string;
}

/** All of it throws NewsprintError `failed` where the server does not do it. */
export interface Server {
  feeds(): Promise<readonly ServerFeed[]>;
  /**
   * Entries that are new or may be marked otherwise, in pages.
   * @param cursor what was remembered last; empty for all there are
   * @param isKnown whether no more than the marks of an entry need be told
   */
  entries(
    cursor: string,
    isKnown: (id: string) => boolean,
  ): AsyncGenerator<readonly ServerEntry[], void>;
  /** What is to be remembered once all entries are dealt with that were told; empty where nothing is. */
  cursor(): string;
  /** The tags that it has, once entries were told: of others neither side hears. */
  tags(): ReadonlySet<string>;
  /** Sets a mark, whatever it was; yields the IDs that are done after each answer. */
  mark(mark: Mark, value: boolean, ids: readonly string[]): AsyncGenerator<readonly string[], void>;
  /** @returns the new feed's ID */
  follow(feed: Pick<ServerFeed, 'url' | 'title' | 'folder'>): Promise<string>;
  unfollow(id: string): Promise<void>;
  edit(id: string, edit: FeedNaming): Promise<void>;
}

/** So many at a time. */
export function batchesOf<Item>(items: readonly Item[], size: number): readonly Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}
