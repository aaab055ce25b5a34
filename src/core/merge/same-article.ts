// Whether two texts are versions of one article, where nothing says what both began with.
import { parseFrontMatter, splitFrontMatter } from '../article/front-matter.ts';
import { areTwo, namesOf } from '../journal/identity.ts';

/**
 * By what they are known by; where one of them is known by nothing, by their texts.
 * @param isSure whether they are one article unless they are known to be two
 */
export function areVersions(a: string, b: string, isSure = false): boolean {
  const [one, other] = [readNames(a), readNames(b)];
  if (areTwo(one.names, other.names)) return false;
  const isNamed = one.names.length > 0 && other.names.length > 0;
  return isNamed || isSure || one.body === other.body;
}

function readNames(text: string) {
  const { head, body } = splitFrontMatter(text);
  const { frontMatter } = parseFrontMatter(head ?? '', '');
  const names = [...namesOf(frontMatter), ...frontMatter.also.map((url) => `url ${url}`)];
  return { names, body: body.trim() };
}
