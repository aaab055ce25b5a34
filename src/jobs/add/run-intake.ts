// Runs the steps of the intake: bytes → kind → text → a draft → an article to store.
import { basename, extname } from 'node:path';
import { cleanLine } from '../../core/clean.ts';
import { NewsprintError } from '../../core/errors.ts';
import { cleanUrl, withoutLogin } from '../../core/url/clean-url.ts';
import { decodeText } from '../../intake/charset.ts';
import { type Correction, correctedSource } from '../../intake/corrections.ts';
import type { Dropped, Intake } from '../../intake/draft.ts';
import { EXPORTS, listedIn } from '../../intake/exports/sniff-export.ts';
import { assertReadable, isMessage, type SourceKind, sniffKind } from '../../intake/sniff.ts';
import type { NewArticle } from '../../library/articles/format-article.ts';
import { type AllowedAddresses, allowedFrom } from '../../net/http/allowed-addresses.ts';

/** The bytes of one source, and what is known of them. */
export interface SourceBytes {
  readonly bytes: Uint8Array;
  /** Its name in errors. */
  readonly name: string;
  /** The header `Content-Type`. */
  readonly contentType?: string;
  /** The page's addresses, as asked for and after redirects. */
  readonly urls: readonly string[];
  /** When it was found, where that is known, for dates such as "3 hours ago". */
  readonly found: Date | null;
  /** Allowed for requests that it leads to, where it came from the web. */
  readonly allowed?: AllowedAddresses;
}

export interface IntakeOptions {
  readonly as?: Exclude<SourceKind, 'binary'> | undefined;
  readonly title?: string | undefined;
  /** Its addresses, already clean. */
  readonly url?: string | undefined;
  readonly tags?: readonly string[];
  /** The user's corrections of all sources. */
  readonly corrections?: readonly Correction[];
}

/** One source with the caller's options, as data for a thread or a process. */
export interface IntakeWork {
  readonly source: SourceBytes;
  readonly options: IntakeOptions;
}

export interface IntakeResult {
  /** Its headline is empty where none was found. */
  readonly article: NewArticle;
  readonly dropped: readonly Dropped[];
  /** The absolute URLs of its pictures. */
  readonly images: readonly string[];
  /** Every clean address by which it is found again. */
  readonly urls: readonly string[];
  /** Whether its address is known from outside, so that its pictures are to be kept. */
  readonly isOnline: boolean;
  /** Allowed for requests for its pictures. */
  readonly allowed: AllowedAddresses;
  /** The corrections that matched a piece of it. */
  readonly corrected: readonly Correction[];
}

/**
 * Reads an article from bytes.
 * @throws NewsprintError `feed` for a feed, `unreadable` for what is no text or contains no article
 */
export async function runIntake(
  source: SourceBytes,
  options: IntakeOptions,
): Promise<IntakeResult> {
  if (!isMessage(source.bytes)) return takeIn(source, options);
  const { openMessage } = await import('../../intake/exports/mime-message.ts');
  const { part, title, published, url } = openMessage(source.bytes, withoutLogin(source.name));
  const taken = await takeIn({ ...source, ...(part ?? { bytes: NOTHING }) }, options);
  const { article } = taken;
  const known = { title: article.title || cleanLine(title), url: article.url ?? url };
  const urls = [...new Set([...taken.urls, url ?? []].flat())];
  return {
    ...taken,
    urls,
    article: { ...article, published: article.published ?? published, ...known },
  };
}

const NOTHING = new Uint8Array();

async function takeIn(source: SourceBytes, options: IntakeOptions): Promise<IntakeResult> {
  const { bytes, contentType = '', urls } = source;
  const name = withoutLogin(source.name);
  const { url: given = null, as, title = null, tags = [], corrections = [] } = options;
  const sniffed = sniffKind(bytes, { name, contentType });
  // Binary stays binary, whatever kind was named.
  const kind = sniffed === 'binary' ? sniffed : (as ?? sniffed);
  assertReadable(kind, name);
  const text = decodeText(bytes, contentType);
  if (as === undefined) assertSingle(text, name);
  const known = given ?? urls.at(-1);
  const read = (own: readonly Correction[]) => parse(kind, text, source, known, own);
  const { draft, dropped, images, corrected = [] } = await obeying(corrections, known, read);
  if (draft.markdown.trim() === '' && kind !== 'markdown') {
    throw new NewsprintError(`${name}: there is no article in it`, { code: 'unreadable' });
  }
  const asked = urls.map((url) => cleanUrl(url));
  const url = given ?? draft.url ?? asked.at(-1) ?? null;
  const isOnline = given !== null || urls.length > 0;
  // A file that was not fetched, piped or pasted is called something.
  const isNamed = kind === 'markdown' && source.found === null;
  const headline = title ?? draft.title ?? (isNamed ? basename(name, extname(name)) : '');
  const addresses = [url, ...asked].filter((address) => address !== null);
  const article: NewArticle = {
    ...draft,
    url,
    title: cleanLine(headline),
    tags: [...new Set([...draft.tags, ...tags])],
    also: [...new Set([...draft.also, ...addresses])].filter((address) => address !== url),
    base: kind === 'markdown' ? text : null,
  };
  const { allowed = given === null ? 'public' : allowedFrom(given) } = source;
  return { article, dropped, images, urls: [...new Set(addresses)], isOnline, allowed, corrected };
}

/** @throws NewsprintError `unreadable` for a list of articles, with the verb that takes it */
function assertSingle(text: string, name: string): void {
  const listed = listedIn(text);
  if (listed === null) return;
  throw new NewsprintError(`${name}: ${EXPORTS[listed]}, not an article`, {
    code: 'unreadable',
    hint: 'to take in what it names: newsprint import FILE',
  });
}

/**
 * The same, with a headline.
 * @throws NewsprintError `failed` where none was found, with the way out
 */
export function withHeadline(taken: IntakeResult, name: string): IntakeResult {
  if (taken.article.title !== '') return taken;
  throw new NewsprintError(`${withoutLogin(name)}: no headline found`, {
    hint: 'give it one: newsprint add --title "The headline" …',
  });
}

/** Whose page it is, a page says itself: where that is another source than thought it is read again. */
async function obeying(
  corrections: readonly Correction[],
  url: string | undefined,
  read: (own: readonly Correction[]) => Promise<Intake>,
): Promise<Intake> {
  const ownOf = (from: string | null, name: string | null): readonly Correction[] => {
    const source = correctedSource(from, name);
    return corrections.filter((one) => one.source === source || one.source === '');
  };
  const thought = ownOf(url ?? null, null);
  const first = await read(thought);
  const own = ownOf(first.draft.url, first.draft.source);
  const isSame = own.length === thought.length && own.every((one, at) => one === thought[at]);
  return isSame ? first : read(own);
}

/** @throws NewsprintError what a parser says is wrong, with the source it says it of */
async function parse(
  kind: SourceKind,
  text: string,
  { name, found }: SourceBytes,
  url: string | undefined,
  corrections: readonly Correction[],
): Promise<Intake> {
  const known = { corrections, ...(found && { now: found }), ...(url !== undefined && { url }) };
  try {
    if (kind === 'html')
      return (await import('../../intake/page/html/parse-html.ts')).parseHtml(text, known);
    if (kind === 'markdown')
      return (await import('../../intake/parse-markdown-source.ts')).parseMarkdownSource(text);
    return (await import('../../intake/page/pasted/parse-pasted.ts')).parsePasted(text, known);
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    throw new NewsprintError(`${withoutLogin(name)}: ${error.message}`, error);
  }
}
