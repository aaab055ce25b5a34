// The words of the hints, which no type checks: the commands that they name are commands.
import { expect, test } from 'vitest';
import { USUAL_KEYS } from '../../../src/core/keys/bindings.ts';
import { withKeys } from '../../../src/core/keys/key-texts.ts';
import { PROMPTS } from '../../../src/tui/state/prompts.ts';
import places from '../../../src/tui/view/key-hints.json' with { type: 'json' };

const prompts = Object.entries(PROMPTS).map(([kind, { hints }]) => [kind, hints] as const);

test.for([...Object.entries(places), ...prompts])(
  'The hints of %s name commands only',
  ([, hints]) => {
    const named = Object.entries(hints).flat();
    expect(named.length).toBeGreaterThan(0);
    expect(named.map((text) => withKeys(USUAL_KEYS, text)).join('')).not.toMatch(/[{}]/);
  },
);
