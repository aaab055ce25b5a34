// Two texts of one article brought together: front matter key by key, the body by its lines.
import { type FrontMatter, NO_FRONT_MATTER } from '../article/article.ts';
import { formatFields, keyTexts } from '../article/format-front-matter.ts';
import { parseFrontMatter, splitFrontMatter } from '../article/front-matter.ts';
import { parseYaml } from '../article/yaml.ts';
import { parseDate } from '../dates/dates.ts';
import { NewsprintError } from '../errors.ts';
import { tryKnown } from '../try-or.ts';
import { mergePlaces } from './merge-places.ts';
import { each, mergeLines, mergeSets, mergeValues, type Versions } from './three-way.ts';

/** A text in its parts, with `\n` as its line ends. */
interface Parts {
  readonly text: string;
  readonly head: string | null;
  readonly fields: FrontMatter;
  /** Blank lines before the body. */
  readonly gap: string;
  readonly body: string;
}

function splitText(text: string): Parts {
  const { head, body } = splitFrontMatter(text.replace(/\r\n?/g, '\n'));
  const gap = /^\n*/.exec(body)?.[0] ?? '';
  const { frontMatter: fields } = parseFrontMatter(head ?? '', '');
  return { text, head, fields, gap, body: body.slice(gap.length) };
}

/**
 * The text of an article that two sides changed: the same whichever is called the first, and
 * without a mark of a conflict. Where both changed a thing, the word of the leading one counts.
 * @param base what both began with; `null` where that is not known
 */
export function mergeArticles(base: string | null, a: string, b: string): string {
  const side = base === null ? a : mergeValues({ base, one: a, other: b });
  if (a === b || side !== a || base === b) return side;
  const [one, other] = [splitText(a), splitText(b)].sort(compareTexts);
  if (one === undefined || other === undefined) return a;
  const before = base === null ? null : splitText(base);
  return mergeParts({ base: before, one, other });
}

/** The leading one first: a whole text before an excerpt, then the newer, then that of more text. */
function compareTexts(a: Parts, b: Parts): number {
  const time = ({ fields }: Parts): number => parseDate(fields.updated ?? '')?.ms ?? 0;
  return (
    Number(a.fields.excerpt) - Number(b.fields.excerpt) ||
    time(b) - time(a) ||
    b.body.length - a.body.length ||
    b.text.length - a.text.length ||
    (a.text > b.text ? -1 : 1)
  );
}

type Sides = Versions<Parts | null> & { readonly one: Parts; readonly other: Parts };

function mergeParts(sides: Sides): string {
  const { base, one, other } = sides;
  const heads = each({ base, one, other }, (parts) => parts?.head ?? '');
  // Front matter of another form than a key a line cannot be put together.
  const head = tryKnown(
    () => mergeHeads(sides),
    () => mergeValues(heads),
  );
  const body =
    base === null ? one.body : mergeBodies({ base: base.body, one: one.body, other: other.body });
  const text = (head === '' ? '' : `---\n${head}---\n`) + (one.gap || other.gap) + body;
  const mark = one.text.startsWith('\ufeff') ? '\ufeff' : '';
  return mark + text.replaceAll('\n', /\r\n|\n|\r/.exec(one.text)?.[0] ?? '\n');
}

/** Whether a line may begin or end a block of code or an element of HTML. */
const isMarkup = (line: string): boolean => /`{3}|~{3}|</.test(line);

function mergeBodies(bodies: Versions<string>): string {
  const { base, one, other } = bodies;
  if (one === other || one === base || other === base) return mergeValues(bodies);
  // A last line without its end would be another one as soon as a line stands below it.
  const lines = each(bodies, (body) => body.replace(/.$/, '$&\n').split(/(?<=\n)/));
  return (mergeLines(lines) ?? mergePlaces(lines, isMarkup)).join('');
}

/** @throws NewsprintError where a key is not on lines of its own, or they are no YAML together */
function mergeHeads({ base, one, other }: Sides): string {
  const texts = each({ base, one, other }, (parts) => keyTexts(parts?.head ?? ''));
  const fields = each({ base, one, other }, (parts) => parts?.fields ?? NO_FRONT_MATTER);
  const keys = new Set([...texts.one.keys(), ...texts.other.keys(), 'also']);
  const mergeKey = (key: string): string => {
    const own = each(texts, (all) => all.get(key)?.[0] ?? '');
    // Of two copies the one that leads is the whole one, if either is.
    if (key === 'excerpt' && base === null) return own.one;
    if (key === 'tags' || key === 'also') return mergeLists(key, own, fields);
    // It came when it came first.
    const isLate = key === 'added' && (one.fields.added ?? '') > (other.fields.added ?? '9');
    return mergeValues(isLate ? { ...own, one: own.other, other: own.one } : own);
  };
  const merged = Array.from(keys, (key) => {
    const below = each(texts, (all) => all.get(key)?.[1].split(/(?<=\n)/) ?? []);
    return mergeKey(key) + (mergeLines(below) ?? mergeSets(below)).join('');
  });
  const head = merged.join('');
  if (parseYaml(head).ok) return head;
  throw new NewsprintError('they are no YAML together');
}

/** As a side has it, where that is the list that both come to. */
function mergeLists(
  key: 'tags' | 'also',
  texts: Versions<string>,
  fields: Versions<FrontMatter>,
): string {
  const merged = new Set(mergeSets(each(fields, (said) => said[key])));
  if (key === 'also') for (const address of lostAddresses(fields)) merged.add(address);
  const isWhole = (list: readonly string[]): boolean => list.join('\n') === [...merged].join('\n');
  if (isWhole(fields.one[key])) return texts.one;
  return isWhole(fields.other[key]) ? texts.other : formatFields({ [key]: [...merged] });
}

/** Addresses that are new to the other side, and did not become the article's own. */
function lostAddresses({ base, one, other }: Versions<FrontMatter>): readonly string[] {
  return (['url', 'feed'] as const).flatMap((key) => {
    const address = other[key];
    return address === null || new Set([base[key], one[key], address]).size < 3 ? [] : address;
  });
}
