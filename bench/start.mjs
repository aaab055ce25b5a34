// How long short calls take from spawn to exit, beside Node itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateLibrary } from './generate.mjs';
import { alternate, cleanEnv, median, timedSpawn } from './measure.mjs';

const ROUNDS = 25;

/** Keys and programs, of which `list` uses none. */
const CONFIG = `theme = "dark"
[keys.list]
${['next', 'sort', 'mute', 'star'].map((name) => `${name} = "Ctrl-X ${name[0]}"\n`).join('')}
[[commands]]
key = "g w"
name = "save"
run = ["save", "{url}"]
`;

/** @param {import('./run.mjs').Bench} bench */
export async function measureStart({ program, home, library, ids, many }) {
  const env = cleanEnv(home);
  const node = (...args) => timedSpawn(process.execPath, args, env);
  const [hundred, hundreds, thousands] = [100, 300, 10_000].map((count) => {
    const root = join(home, `library-${count}`);
    generateLibrary(root, count, 5_000);
    return root;
  });
  const list = (root, ...args) => node(program, 'list', ...args, '--library', root);
  const folder = join(home, 'configured');
  mkdirSync(join(folder, 'newsprint'), { recursive: true });
  writeFileSync(join(folder, 'newsprint/config.toml'), CONFIG);
  const configured = { ...env, XDG_CONFIG_HOME: folder };
  const listed = [program, 'list', '--library', library];
  const times = await alternate(
    {
      bare: () => node('-e', '0'),
      version: () => node(program, '--version'),
      list: () => list(library),
      configured: () => timedSpawn(process.execPath, listed, configured),
      hundred: () => list(hundred),
      hundreds: () => list(hundreds),
      many: () => list(many, '--limit', '50'),
      thousands: () => list(thousands, '--limit', '50'),
      json: () => list(many, '--limit', '50', '--json'),
      show: () => node(program, 'show', ids[3], '--library', library),
    },
    ROUNDS,
  );
  const bare = median(times.bare);
  return [
    { name: 'node -e 0', value: bare, unit: 'ms' },
    ratio('--version', times.version, bare, 1.4),
    ratio('list', times.list, bare, 1.7),
    ratio('list with a config.toml', times.configured, bare, 1.9),
    ratio('list of 100', times.hundred, bare, 1.7),
    ratio('list of 300', times.hundreds, bare, 1.7),
    ratio('list --limit 50 of 1,000', times.many, bare, 1.7),
    ratio('list --limit 50 of 10,000', times.thousands, bare, 1.7),
    ratio('list --limit 50 --json of 1,000', times.json, bare, 2.8),
    ratio('show', times.show, bare, 2.1),
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
