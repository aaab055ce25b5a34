// What the tests of `import` share: an empty library, and a folder beside it with what is imported.
import { join } from 'node:path';
import { type Files, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { newPlace, type Place, runIn } from '../../support/machine/crash.ts';

/** Pocket's list of two links, one of them read. */
export const POCKET =
  'title,url,time_added,tags,status\n' +
  'Ports,https://example.org/ports,1700000000,trade|sea,unread\n' +
  'Ships,https://www.example.org/ships?utm_source=x,1700000001,,archive\n';

export function imports(files: Files, place = newPlace({})) {
  const folder = temporaryLibrary(files);
  const call = (...words: readonly string[]) => runIn(place, words, { isHere: true });
  return {
    place,
    folder,
    call,
    take: (name = '', ...flags: string[]) => call('import', join(folder, name), ...flags),
  };
}

/** The rows of a list as JSON. */
export async function listed(place: Place, ...query: readonly string[]) {
  const { stdout } = await runIn(place, ['list', '--json', ...query], { isHere: true });
  return JSON.parse(stdout);
}
