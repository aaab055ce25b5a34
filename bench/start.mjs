// How long `list` and `show` take from spawn to exit, beside Node itself.
import { alternate, cleanEnv, median, timedSpawn } from './measure.mjs';

const ROUNDS = 25;

/** @param {import('./run.mjs').Bench} bench */
export async function measureStart({ program, home, library, ids, many }) {
  const env = cleanEnv(home);
  const node = (...args) => timedSpawn(process.execPath, args, env);
  const times = await alternate(
    {
      bare: () => node('-e', '0'),
      list: () => node(program, 'list', '--library', library),
      many: () => node(program, 'list', '--limit', '50', '--library', many),
      show: () => node(program, 'show', ids[3], '--library', library),
    },
    ROUNDS,
  );
  const bare = median(times.bare);
  return [
    { name: 'node -e 0', value: bare, unit: 'ms' },
    ratio('list', times.list, bare, 1.7),
    ratio('list --limit 50 of 1,000', times.many, bare, 1.7),
    ratio('show', times.show, bare, 2.8),
  ];
}

/** What bare Node takes from spawn to exit, in ms. @param {import('./run.mjs').Bench} bench */
export async function startOfNode({ home }) {
  const bare = () => timedSpawn(process.execPath, ['-e', '0'], cleanEnv(home));
  return median((await alternate({ bare }, ROUNDS)).bare);
}

/** A row that compares with bare Node. */
export function ratio(name, times, bare, limit) {
  const value = median(times);
  return { name, value: value / bare, unit: '× node -e 0', limit, note: `${value.toFixed(1)} ms` };
}
