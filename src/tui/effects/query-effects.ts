// Saves queries and mutes, and keeps how changes of files that no journal knows are taken back.
import { formatCount } from '../../core/count.ts';
import { type Effects, type EffectWorld, say, undoHint } from './effect-world.ts';
import { lookAgain } from './show-library.ts';

export interface FilesWorld extends EffectWorld {
  /** How changes of such files are taken back, the last one last; none where others came after them. */
  readonly steps: (() => Promise<void> | void)[];
}

export const queryEffects = {
  'save-query'(world, { file, query }) {
    const { session, library } = world;
    const { added, takeOut } = library.saveQuery(file, query);
    const name = added[0]?.name ?? '';
    const undone = file === 'queries' ? `no longer saved: ${name}` : `no longer muted: ${name}`;
    world.steps.push(() => {
      const isBack = takeOut();
      lookAgain(world, file, () => {
        if (isBack) say(world, undone);
        else say(world, `the file ${file} was changed since: it stays`, 'warning');
      });
    });
    const before = session.getState().totals.articles;
    lookAgain(world, file, () => {
      if (file === 'queries') return say(world, `saved as “${name}”${undoHint(world)}`);
      const hidden = formatCount(before - session.getState().totals.articles, 'article');
      say(world, `${hidden} hidden by “${name}”${undoHint(world)}`);
    });
  },
} satisfies Partial<Effects<FilesWorld>>;
