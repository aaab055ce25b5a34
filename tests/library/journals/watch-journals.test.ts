import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchJournals } from '../../../src/library/journals/watch-journals.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

/** Watches a library whose journals' folder is not there yet. */
function watched() {
  const root = temporaryFolder();
  const onStir = vi.fn();
  const stop = watchJournals(root, onStir);
  onTestFinished(stop);
  const folder = join(root, '.newsprint/state');
  return { folder, onStir, stop };
}

test('A folder that comes later, goes and comes back is watched', async () => {
  const { folder, onStir } = watched();
  for (const device of ['one', 'two']) {
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, `${device}.jsonl`), '{}\n');
    onStir.mockClear();
    await expect.poll(() => onStir).toHaveBeenCalled();
    rmSync(folder, { recursive: true });
  }
});

test('A journal that is written is told before anyone looks', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const root = temporaryFolder();
  const folder = join(root, '.newsprint/state');
  mkdirSync(folder, { recursive: true });
  const told = new Promise<void>((resolve) => {
    onTestFinished(watchJournals(root, resolve));
  });
  appendFileSync(join(folder, 'one.jsonl'), '{}\n');
  await told;
});

test('Nothing is told after the end', async () => {
  const { folder, onStir, stop } = watched();
  mkdirSync(folder, { recursive: true });
  await expect.poll(() => onStir).toHaveBeenCalled();
  appendFileSync(join(folder, 'one.jsonl'), '{}\n');
  stop();
  onStir.mockClear();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect(onStir).not.toHaveBeenCalled();
});
