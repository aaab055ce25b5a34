// What follows the names in the line of a byline: dates, addresses, who else had a hand in it.
import { pattern } from '../../words/pattern.ts';
import { isHouse, isPressJob, PLACE_NAME } from './names.ts';

/** Each ends the names wherever it begins: `March 18 at 12:22`, `; Fotos: Bo Ek`. */
const TAIL = pattern`(?:
  \s[–—]\s?|\s-\s
  |${'end of names'}
  |\(?[\w.+-]+@[\w-]+\.\w|@\w|https?:|www\.
  |\s\d{1,3}\s?(?:min|h\b|hours?|days?|st[du]|minut)
  |\s\d+\s?(?:${'comment'}|share)
  |\s\d{1,2}\.?\s\p{L}{3,12},?\s\d{1,2}[:.]\d\d
  |\s\p{L}{3,9}\.?\s\d{1,2}(?:,|\s(?:at|um|à|kl))\s\d
  |\s(?:at|um|à|kl)\s\d{1,2}[:.h]\d\d
  |[\s,]${['today', 'yesterday']}[\s,](?:\p{L}+\s)?\d
  |[;,.|•·]?\s${'hand behind'}(?:\s(?:${'by'}|de)|\s?:)\s
  |\s(?:editors?|redaktor)\s?:
  |\s${'reports'}(?:\s${'in place'}\s.*)?$
  ).*$`;
/** `Ada LiPublished on`: the case tells where the name ends. */
const GLUED_TAIL = /(?<=\p{Ll})(?:Published|Updated|Posted|View|Follow|Share|Read).*$/u;
/** `Ada Li (dpa)`, `Ada Li (Rome, correspondante)`. */
const BRACKETS = /\s*[(（[]([^()（）[\]]{1,60})[)）\]].*$/u;
/** Behind a picture: `Ada Li Image`, `Ada Li KGO logo`. */
const PICTURED = /(?:\s\p{Lu}{2,5})?\s(?:[Ii]mage|[Ll]ogo|[Aa]vatar|[Hh]eadshot)$/u;
/** `Ada Li Account of Ada Li`: the names end where the first comes again. */
const AGAIN = /^(\p{Lu}[\p{L}’'.-]+\s\p{Lu}[\p{Ll}’'-]+)(?=[\p{Lu}\s]).*\s\1$/u;
const DASH = /^\s?[–—-]\s?/u;
const ONE_PLACE = /^\p{Lu}\p{Ll}+$/u;

/** The names of a byline without what follows them; `null` where that shows it is none. */
export function withoutTail(text: string, isMarked: boolean): string | null {
  const bare = text
    .replace(AGAIN, '$1')
    .replace(PICTURED, '')
    .replace(BRACKETS, (all, inside: string) => (isMarked || isOrigin(inside) ? '' : all));
  const tail = TAIL().exec(bare)?.[0] ?? '';
  // Without a `By` a dash stands between a name and anything: `Ada Li – a life at sea`.
  if (!isMarked && DASH.test(tail) && !isOrigin(tail.replace(DASH, ''))) return null;
  return bare
    .slice(0, bare.length - tail.length)
    .replace(GLUED_TAIL, '')
    .trim();
}

/** Whether words say where a story comes from: a house, a job, a place, a date. */
function isOrigin(text: string): boolean {
  if (/\d/.test(text) || isPressJob(text)) return true;
  const isName = /^\p{Lu}/u.test(text) && !/\s\p{Ll}{4}/u.test(text);
  return isName && (isHouse(text) || PLACE_NAME().test(text) || ONE_PLACE.test(text));
}
