// Runs the user's hooks after an operation, when what it did is on the disk.
import { articleJson } from '../../core/article/article-json.ts';
import { formatJson } from '../../core/json.ts';
import { parseQuery } from '../../core/query/parse-query.ts';
import type { Hook } from '../../library/config/programs.ts';
import type { ArticleRow, Finder } from '../../library/finder/finder.ts';
import { createQueryFeeds } from '../feeds/query-feeds.ts';
import type { HookTrigger } from './hook-triggers.ts';
import { runProgram } from './run-program.ts';

/** How long a hook may take (ms). */
const PATIENCE = 30_000;

export interface HookHost {
  readonly hooks: readonly Hook[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** Told why a hook failed, which is no failure of the operation. */
  readonly onFailure: (message: string) => void;
  /** Ends the one that runs, and those after it are not run. */
  readonly signal?: AbortSignal;
}

/** Those of the articles that fit. */
async function fitting(finder: Finder, keys: readonly number[], match: string, now: Date) {
  if (match.trim() === '') return finder.rows(keys);
  const query = await createQueryFeeds(finder.root)(parseQuery(match, now));
  const found = new Set(finder.keys({ query, sort: 'published', reverse: false }));
  return finder.rows(keys.filter((key) => found.has(key)));
}

function lineOf({ head, body, state }: ArticleRow): string {
  return `${formatJson(articleJson(head, { state, ...body }))}\n`;
}

/**
 * Runs each hook of the operation once, one after the other, with the articles that fit it as lines of
 * JSON; where none fits it is not run.
 */
export async function runHooks(
  finder: Finder,
  { event, ids }: HookTrigger,
  { hooks, env, now, onFailure, signal }: HookHost,
): Promise<void> {
  // What a hook's own newsprint does runs none: they would call each other without end.
  const isHooks = env['NEWSPRINT_EVENT'] !== undefined;
  const wanted = isHooks ? [] : hooks.filter(({ on }) => on === event);
  if (wanted.length === 0 || ids.length === 0) return;
  finder.refresh();
  const keys = ids.flatMap((id) => finder.keyOf(id) ?? []);
  for (const { match, run } of wanted) {
    const rows = await fitting(finder, keys, match, now);
    if (signal?.aborted === true) return;
    if (rows.length === 0) continue;
    const values = { event, count: String(rows.length), library: finder.root };
    const input = rows.map(lineOf).join('');
    const { failure } = await runProgram(run, {
      env,
      values,
      input,
      patience: PATIENCE,
      isSilent: true,
      signal,
    });
    if (failure !== null) onFailure(`hook ${event}: ${failure}`);
  }
}
