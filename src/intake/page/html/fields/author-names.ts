// The names in what a page says of its authors: split as the source joins them, without jobs.
import { cleanLine } from '../../../../core/clean.ts';
import { skeleton } from '../../../../core/fold.ts';
import { isObject } from '../../../../core/json.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { SEPARATOR } from '../../../facts/names/byline-names.ts';
import {
  isHouse,
  isHouseNamed,
  isJob,
  isPersonName,
  NICKNAME,
  naturalCase,
} from '../../../facts/names/names.ts';
import { pattern } from '../../../words/pattern.ts';
import { lineTest, phrasesOf } from '../../../words/phrases.ts';
import { firstMeta, type PageData } from '../document/page-data.ts';
import { asList, lineField, valuesOf } from '../document/structured-data.ts';
import { lineOf } from '../dom/dom.ts';
import { selectAll } from '../dom/select.ts';

/** The word before the names of a byline. */
export const LEAD = pattern`^\W*${'before data names'}(?::\s*|\s+)`;
const ADDRESS =
  /https?:|www\.|@\w|[\\/<>{}=()]|\S\.[a-z]{2,4}$|\.(?:com?|org|net|fr|de|uk)\b|\d{2}|admin/i;
/** What programs call whoever wrote something. */
export const isNobody = lineTest(() => phrasesOf('no author'));
/** What a firm is by law: it owns the page. */
const COMPANY = pattern`\s${['company form', 'company end']}\.?$`;
const LONGEST_NAME = 60;

/** The names in one text of the page's data, however the source joins them, without jobs. */
export function splitNames(text: string): readonly string[] {
  const line = cleanLine(text).replace(LEAD(), '');
  if (/^https?:/i.test(line)) return [];
  const parts = line
    .split(SEPARATOR())
    .map((part) => part.replace(LEAD(), ''))
    .filter((part) => part !== '');
  const isList = parts.some((part) => isPerson(part) || isJob(part));
  const named = (isList ? parts : [line]).flatMap((part) =>
    isJob(part) ? (parseByline(part)?.authors ?? [part]) : [part],
  );
  // Beside a full name other words are a degree or an office: `Ada Li, PhD, head of the harbour`.
  const isFull = named.some((part) => isPerson(part));
  return named.filter((part) => !isFull || isPerson(part) || isHouseName(part)).map(naturalCase);
}

/** Whether a text can be an author: no address, no job, not the site itself. */
export function isAuthor(name: string, page: PageData): boolean {
  const isSite = page.siteNames.some((site) => skeleton(site).includes(skeleton(name)));
  return isName(name) && (!isSite || isPublisher(name, page));
}

/** Whether a person of that name publishes the page, as weblogs' software says of whose site it is. */
function isPublisher(name: string, page: PageData): boolean {
  const publishers = valuesOf(page.data, 'publisher').filter(isObject);
  const persons = publishers.filter((one) => asList(one['@type']).includes('Person'));
  return name.includes(' ') && persons.some((one) => lineField(one, 'name') === name);
}

/** The same of one that is called so by a card (microformats.org, hCard): the site may have its name. */
export function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME) return false;
  if (ADDRESS.test(name.replace(NICKNAME, ' ')) || isNobody(name) || !/\p{L}/u.test(name))
    return false;
  return (!isJob(name) || isHouse(name)) && !COMPANY().test(name);
}

/** Whether a name has the form of a person's in full. */
export function isPerson(name: string): boolean {
  return isPersonName(name) || isHouseNamed(name);
}

/** Whether a name is a paper's or an agency's. */
export function isHouseName(name: string): boolean {
  return isHouse(name) && !isHouseNamed(name);
}

/** Whether the page's foot says that this is who owns it: `© 2026 Ada Media`. */
export function isOwner(name: string, page: PageData): boolean {
  const feet = selectAll(page.document, 'footer,[class*="footer"],[id*="footer"]');
  const rights = feet.flatMap((foot) => lineOf(foot).match(RIGHTS) ?? []);
  return [...rights, firstMeta(page, 'copyright')].some((text) => text.includes(name));
}

const RIGHTS = /(?:©|copyright).{0,80}/gi;

/** A lone word or an account's name: right only where the page shows no better. */
export function isHandle(name: string): boolean {
  return /^[\p{Script=Latin}\p{N}._-]+$/u.test(name);
}
