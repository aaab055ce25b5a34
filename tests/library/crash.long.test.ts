// The real process, killed at each of its changes to the disk: nothing is lost, nothing is half, and
// what it had said is done.

import { expect, test } from 'vitest';
import { openTrial } from '../support/machine/trial.ts';
import { WRITING_CALLS } from '../support/machine/writing-calls.ts';

/** For a machine at work (ms). */
const TIME = { timeout: 1_800_000 };

/** How many processes are killed in all, at least. */
const FEWEST = 1500;

let all = 0;

test.for(WRITING_CALLS)('Killed at every change to the disk: $name', TIME, async (call) => {
  const trial = await openTrial(call);
  let [kills, said] = [0, 0];
  for (const how of ['torn', 'unended', 'after'] as const) {
    const tried = await trial.tryAll(how);
    kills += tried.faults;
    said += tried.said;
  }
  all += kills;
  console.log(
    `${call.name}: killed ${kills} times, ${said} said, ${trial.conditions()} conditions`,
  );
  expect(kills).toBeGreaterThan(3);
  expect(trial.conditions()).toBeGreaterThan(1);
});

test(`At least ${FEWEST} processes are killed in all`, () => {
  console.log(`killed ${all} times`);
  expect(all).toBeGreaterThanOrEqual(FEWEST);
});
