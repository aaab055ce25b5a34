// Downloads what is enclosed, beside the reader, and says how far it is.
import { extname, join } from 'node:path';
import { formatBytes } from '../../core/count.ts';
import { NewsprintError } from '../../core/errors.ts';
import type { EffectFields } from '../input/outcome.ts';
import { type Effects, reasonOf, say } from './effect-world.ts';
import type { ProgramWorld } from './program-effects.ts';

export interface DownloadWorld extends ProgramWorld {
  /** This program's, as it tells web servers. */
  readonly version: string;
  /** The addresses of what is under way. */
  readonly downloading: Set<string>;
}

/** How often it is said how far it is (ms). */
const PAUSE = 500;

/** The setting: a folder, `~` for the user's own. */
function folderOf({ live }: DownloadWorld): string {
  const { downloads } = live.now();
  const { HOME, USERPROFILE } = live.env();
  const home = HOME || USERPROFILE;
  if (!/^~(?=[\\/]|$)/.test(downloads)) return downloads;
  if (!home) throw new NewsprintError('no home folder to download into: set downloads');
  return join(home, downloads.slice(1));
}

/** The article's ID: names of files on the web mean little, and may be the same for all episodes. */
function nameOf({ head, url, at }: EffectFields['download']): string {
  const ending = /^\.[a-z\d]{1,5}$/i.exec(extname(new URL(url).pathname))?.[0] ?? '';
  return `${head.id}${at > 1 ? `-${at}` : ''}${ending.toLowerCase()}`;
}

/** Says that a download begins, and then how far it is, where nothing else is said. */
function createTeller(world: DownloadWorld, name: string) {
  const { session } = world;
  let progress = '';
  say(world, `downloading ${name}…`);
  let { note: said } = session.getState();
  const tell = () => {
    const { note, prompt } = session.getState();
    if (
      !world.live.tellsProgress() ||
      progress === '' ||
      prompt !== null ||
      (note ?? said) !== said
    )
      return;
    say(world, `${progress} of ${name}…`);
    ({ note: said } = session.getState());
  };
  const timer = setInterval(tell, PAUSE);
  return {
    onProgress(done: number, of: number | null): void {
      progress = [done, of]
        .flatMap((bytes) => (bytes === null ? [] : formatBytes(bytes)))
        .join(' of ');
    },
    stop: () => clearInterval(timer),
  };
}

async function download(world: DownloadWorld, wanted: EffectFields['download']): Promise<void> {
  const { head, url } = wanted;
  const { version, leaving: signal } = world;
  const name = nameOf(wanted);
  const { onProgress, stop } = createTeller(world, name);
  try {
    const { downloadFile } = await import('../../jobs/download-file.ts');
    const { allowedFromArticle } = await import('../../net/http/allowed-addresses.ts');
    const options = { version, allowed: allowedFromArticle(head), signal, onProgress };
    const path = join(folderOf(world), name);
    await downloadFile(url, path, options);
    say(world, `downloaded ${path}`);
  } finally {
    stop();
  }
}

export const downloadEffects = {
  /** The reader is not left before what there is of a file is gone. */
  async download(world, wanted) {
    const { downloading, beginning, leaving } = world;
    if (downloading.has(wanted.url)) return say(world, 'it is being downloaded');
    downloading.add(wanted.url);
    const running = download(world, wanted).catch((error: unknown) => {
      if (!leaving.aborted) say(world, reasonOf(error), 'warning');
    });
    beginning.add(running);
    await running;
    beginning.delete(running);
    downloading.delete(wanted.url);
  },
} satisfies Partial<Effects<DownloadWorld>>;
