// The settings of a reader, which may change while it is open, and what they come to on its terminal.
import { withOwnCommands } from '../../core/keys/bindings.ts';
import { readKeys } from '../../core/keys/read-keys.ts';
import type { JobHost } from '../../jobs/job-host.ts';
import type { ReaderOpening, ReadSettings } from '../../jobs/reader-opening.ts';
import type { Programs } from '../../library/config/programs.ts';
import type { Settings } from '../../library/config/settings.ts';
import { colorDepth } from '../../text/colors.ts';
import {
  learntProtocol,
  type PictureProtocol,
  type PictureTrait,
  pictureProtocol,
} from '../../text/pictures/picture-protocols.ts';
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
  const learnt = new Map<PictureTrait['type'], (protocol: PictureProtocol) => PictureProtocol>();
  const firstProtocol = (): PictureProtocol | null =>
    color ? pictureProtocol(now.pictures, env) : null;
  let protocol = firstProtocol();
  return {
    now: () => now,
    programs: () => named,
    take({ settings: next, programs: nextPrograms }: Pick<ReadSettings, 'settings' | 'programs'>) {
      named = nextPrograms;
      const isOther = next.pictures !== now.pictures;
      now = next;
      styles = ownStyles();
      if (!isOther) return;
      protocol = firstProtocol();
      for (const learn of learnt.values()) protocol &&= learn(protocol);
    },
    order: () => textOrder(now.bidi, env, true),
    styles: () => styles,
    /** How pictures are shown; `null` where captions stand for them. */
    protocol: () => protocol,
    /** Takes in what the terminal says of itself, and how many cells it had then. */
    learn(trait: PictureTrait, cells: Size) {
      const learn = (before: PictureProtocol) => learntProtocol(before, trait, cells);
      learnt.set(trait.type, learn);
      protocol &&= learn(protocol);
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
