// The changes of files that no journal knows, feeds, queries and mutes, and how they are taken back.
import type { MarkWorld } from './mark-effects.ts';

/** Takes a change back, and says so. */
type Step = () => Promise<void> | void;

/** What effects on such files work with. */
export interface FilesWorld extends MarkWorld {
  readonly steps: ReturnType<typeof createFileSteps>;
}

/** The steps of this reader. */
export function createFileSteps() {
  let steps: readonly Step[] = [];
  return {
    keep(step: Step) {
      steps = [...steps, step];
    },
    /** Something else was changed since: that is what undo takes back. */
    forget() {
      steps = [];
    },
    /** The last step, which is no longer kept. */
    pop(): Step | undefined {
      const last = steps.at(-1);
      steps = steps.slice(0, -1);
      return last;
    },
  };
}
