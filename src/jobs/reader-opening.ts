// What a reader is opened with: a verb makes it, the screen takes it.
import type { Locale } from '../core/dates/format-dates.ts';
import type { Config, Settings } from '../library/config/settings.ts';
import type { Finder } from '../library/finder/finder.ts';
import type { readSavedQueries } from '../library/place/saved-queries.ts';
import type { Background } from '../text/themes.ts';

/** Settings, and what is wrong with the file that they come from. */
export interface ReadSettings extends Pick<Config, 'programs' | 'problems'> {
  readonly settings: Settings;
}

export interface ReaderOpening extends ReadSettings {
  readonly finder: Finder;
  /** Whether marks and articles can be kept in the library. */
  readonly writable: boolean;
  readonly saved: ReturnType<typeof readSavedQueries>;
  /** Key of the article to open; without it the list is shown. */
  readonly start?: number | undefined;
  readonly locale: Locale;
  /** Without colour there is no attribute either. */
  readonly color: boolean;
  /** As far as it is known before the terminal is asked. */
  readonly background: Background | null;
  /** The settings, where they were changed since that was asked last. */
  readonly readSettings: () => Promise<ReadSettings | null>;
}

/** How the reader was left. */
export type ReaderEnd = 'quit' | 'interrupted';
