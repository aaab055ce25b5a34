import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLull } from '../../../src/tui/store/quiet-moment.ts';
import { createSession } from '../../../src/tui/store/session.ts';
import { driveReader, stories } from '../../support/reader-state.ts';

const quiet = { shelf: { page: never, preview: never, problem: () => null } };
function never(): never {
  throw new Error('nothing is laid out here');
}

function typedSession(lull: ReturnType<typeof createLull>) {
  const sources = {
    ...quiet,
    lister: { list() {}, count() {}, tally() {} },
    stock: { rows: () => [] },
  };
  return lull.listening(createSession(driveReader(stories(3)).state(), sources, () => {}));
}

describe('a lull', () => {
  it('waits for the end of what is typed, but not for long, and holds one work', async () => {
    let clock = 0;
    const done: string[] = [];
    const lull = createLull(() => clock);
    const session = typedSession(lull);
    lull.wait(() => done.push('at once'));
    expect(done).toEqual(['at once']);
    session.hear([{ type: 'key', name: '1' }]);
    lull.wait(() => done.push('later'));
    lull.wait(() => done.push('never'));
    expect(done).toEqual(['at once']);
    clock = 200;
    await expect.poll(() => done).toEqual(['at once', 'later']);
    session.hear([{ type: 'key', name: '1' }]);
    lull.wait(() => done.push('at last'));
    clock = 2150;
    session.hear([{ type: 'key', name: '1' }]);
    clock = 2200;
    await expect.poll(() => done).toContain('at last');
  });

  it('does nothing more once it is stopped', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let clock = 0;
    const done: string[] = [];
    const lull = createLull(() => clock);
    typedSession(lull).hear([{ type: 'key', name: '1' }]);
    lull.wait(() => done.push('late'));
    lull.stop();
    clock = 9999;
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(9999);
    expect(done).toEqual([]);
  });
});
