// Who wrote an entry, and where, by the names that its feed gives.
import { firstValue } from '../../core/first-value.ts';
import { parseByline } from '../facts/names/byline.ts';
import { isHouse } from '../facts/names/names.ts';
import { isNobody } from '../page/html/fields/author-names.ts';
import { casedPattern, pattern } from '../words/pattern.ts';
import { isInverted } from './people.ts';

/** Names that may be several, or hold a place. */
const COMPOUND = pattern`[,;&/|]|\s${['and', 'short and', 'together with', 'in place']}\s`;

/**
 * The names and the place in texts as bylines have them: `Ada Li in Paris`, `Ada Li and Jo Wu`.
 * @param title the feed's own, which is no author
 */
export function bylineOf(texts: readonly string[], title: string | null) {
  const read = texts
    .filter((name) => !isNobody(name) && name !== title)
    .map((name) => {
      const isCompound = COMPOUND().test(name) && !isInverted(name);
      return { name, byline: isCompound ? parseByline(`By ${name}`) : null };
    });
  const names = read.flatMap(({ name, byline }) =>
    byline !== null && areAll(byline.authors, name) ? byline.authors : [name],
  );
  const place = firstValue(read, ({ byline }) => byline?.place ?? null);
  return { authors: [...new Set(names)], place };
}

const BETWEEN = casedPattern`\s(?:&|${['and', 'short and']})\s(?=\p{Lu})`;

/** Whether names are all that a text has, up to a job: of `Simon & Garfunkel` one is not, nor a part of `Lovelace, Ada`. */
function areAll(names: readonly string[], text: string): boolean {
  const isOne = names.some((name) => !/^\p{Script=Latin}+$/u.test(name));
  const [first = ''] = text.split(/[,|]/, 1);
  const people = first.split(BETWEEN()).filter((part) => !isHouse(part));
  return isOne && names.length >= people.length;
}
