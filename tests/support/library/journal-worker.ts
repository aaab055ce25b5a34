// A process that changes a library as fast as it can: `node journal-worker.mjs ROOT HOME WORK NAME COUNT`.

import { openJournals } from '../../../src/library/journals/journals.ts';

const [root = '', home = '', work = '', name = '', count = ''] = process.argv.slice(2);
const journals = openJournals(root, { env: { HOME: home }, platform: 'linux' });
const change = (id: string, set: object): void => {
  journals.change([{ id, set }], { now: new Date() });
};

for (let at = 0; at < Number(count); at += 1) {
  if (work === 'undo') journals.undo(new Date());
  else change(`${name}-${at}`, { starred: true });
  // Lines that soon say nothing any more, so that the journal is compacted on the way.
  for (let turn = 0; work === 'churn' && turn < 4; turn += 1) {
    change(`hot-${name}`, { position: { paragraph: 4 * at + turn + 1, fraction: 0, progress: 0 } });
  }
}
