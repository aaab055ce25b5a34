import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createIdleTimer } from '../../../src/tui/effects/watch-library.ts';

describe('a quiet moment', () => {
  it('waits for the end of what is typed, but not for long, and holds one work', async () => {
    let clock = 0;
    const done: string[] = [];
    const quiet = createIdleTimer(() => clock);
    quiet.wait(() => done.push('at once'));
    expect(done).toEqual(['at once']);
    quiet.disturb();
    quiet.wait(() => done.push('later'));
    quiet.wait(() => done.push('never'));
    expect(done).toEqual(['at once']);
    clock = 200;
    await expect.poll(() => done).toEqual(['at once', 'later']);
    quiet.disturb();
    quiet.wait(() => done.push('at last'));
    clock = 2150;
    quiet.disturb();
    clock = 2200;
    await expect.poll(() => done).toContain('at last');
  });

  it('does nothing more once it is stopped', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let clock = 0;
    const done: string[] = [];
    const quiet = createIdleTimer(() => clock);
    quiet.disturb();
    quiet.wait(() => done.push('late'));
    quiet.stop();
    clock = 9999;
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(9999);
    expect(done).toEqual([]);
  });
});
