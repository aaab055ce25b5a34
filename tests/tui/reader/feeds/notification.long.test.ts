// The built reader tells of a fetch that took long, where its window has not the keyboard.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { machine, quit } from '../../../support/reader/reader-adding.ts';
import { temporaryFolder } from '../../../support/reader/reader-program.ts';
import { opml, rss } from '../../../support/web/following.ts';
import { serve } from '../../../support/web/web-server.ts';

it('A fetch of over ten seconds is told to whoever is elsewhere, as kitty knows it', async () => {
  const { open, library } = machine(temporaryFolder());
  const until = new Promise((resolve) => setTimeout(resolve, 12_000));
  const { url } = await serve({ '/slow': { body: rss([{ title: 'Rain; at last' }]), until } });
  writeFileSync(join(library, 'subscriptions.opml'), opml([`${url}/slow`]));
  const terminal = await open({ env: { KITTY_WINDOW_ID: '1' } });
  terminal.press('R\x1b[O');
  await terminal.waitFor('1 new, U takes it back');
  const [, told] = /\x1b\](99;[^\x1b]*)\x1b\\/.exec(terminal.output()) ?? [];
  expect(told).toBe('99;i=newsprint:o=unfocused;newsprint: 1 new, U takes it back');
  await quit(terminal);
});
