// The settings of a reader, which may change while it is open, and what they come to on its terminal.
import { withOwnCommands } from '../../core/keys/bindings.ts';
import { readKeys } from '../../core/keys/read-keys.ts';
import type { JobHost } from '../../jobs/job-host.ts';
import type { ReaderOpening, ReadSettings } from '../../jobs/reader-opening.ts';
import type { Programs } from '../../library/config/programs.ts';
import type { Settings } from '../../library/config/settings.ts';
import { colorDepth } from '../../text/colors.ts';
import {
  learntWay,
  type PictureTrait,
  type PictureWay,
  pictureWay,
} from '../../text/pictures/picture-ways.ts';
import { textOrder } from '../../text/text-order.ts';
import type { OwnStyles } from '../../text/themes.ts';
import type { PlacedSettings } from '../state/reduce/reduce.ts';
import type { Size } from '../terminal/keys.ts';

type Known = Pick<ReaderOpening & JobHost, 'settings' | 'programs' | 'color' | 'env'>;

export type LiveSettings = ReturnType<typeof createLiveSettings>;

export function createLiveSettings({ settings, programs, color, env }: Known) {
  let now = settings;
  let named = programs;
  const ownStyles = (): OwnStyles => ({ styles: now.styles, depth: colorDepth(env) });
  let styles = ownStyles();
  const learnt = new Map<PictureTrait['type'], (way: PictureWay) => PictureWay>();
  const firstWay = (): PictureWay | null => (color ? pictureWay(now.pictures, env) : null);
  let way = firstWay();
  return {
    now: () => now,
    programs: () => named,
    take({ settings: next, programs: nextPrograms }: Pick<ReadSettings, 'settings' | 'programs'>) {
      named = nextPrograms;
      const isOther = next.pictures !== now.pictures;
      now = next;
      styles = ownStyles();
      if (!isOther) return;
      way = firstWay();
      for (const learn of learnt.values()) way &&= learn(way);
    },
    order: () => textOrder(now.bidi, env, true),
    styles: () => styles,
    /** How pictures are shown; `null` where captions stand for them. */
    way: () => way,
    /** Takes in what the terminal says of itself, and how many cells it had then. */
    learn(trait: PictureTrait, cells: Size) {
      const learn = (before: PictureWay) => learntWay(before, trait, cells);
      learnt.set(trait.type, learn);
      way &&= learn(way);
    },
    /** Whether it is said how far something is: not where nothing is to move, and where all is spoken. */
    tellsProgress: () => now.motion && !settings.accessible,
    /** The variables of the programs that the reader starts. */
    env: (browser = now.browser): Known['env'] => {
      const { editor } = now;
      return { ...env, ...(browser && { BROWSER: browser }), ...(editor && { VISUAL: editor }) };
    },
  };
}

export function placedSettings(settings: Settings, { commands }: Programs): PlacedSettings {
  const { measure, side_by_side: two, three_panes: three, keys } = settings;
  const bindings = withOwnCommands(readKeys(keys).bindings, commands);
  return { measure, wideFrom: { two, three }, bindings };
}
