// Whether two texts are versions of one article, where nothing says what both began with.
import { parseFrontMatter, splitFrontMatter } from '../article/front-matter.ts';
import { areTwo, identityNames } from '../journal/identity.ts';

/**
 * By what they are known by; where one of them is known by nothing, by their texts.
 * @param isSure whether they are one article unless they are known to be two
 */
export function areVersions(a: string, b: string, isSure = false): boolean {
  const one = readNames(a);
  const other = readNames(b);
  if (areTwo(one, other)) return false;
  const isNamed = one.length > 0 && other.length > 0;
  return isNamed || isSure || bodyOf(a) === bodyOf(b);
}

/** Whether both have names, and one in common; of two guids there are two articles. */
export function areNamedAlike(a: string, b: string): boolean {
  const one = readNames(a);
  const other = readNames(b);
  const [guid, otherGuid] = [one, other].map((names) => names.find((name) => /^guid /.test(name)));
  if (guid !== undefined && otherGuid !== undefined) return guid === otherGuid;
  return one.some((name) => other.includes(name));
}

/** What the article of a text is known by: its own address and guid first. */
export function readNames(text: string): readonly string[] {
  const { frontMatter } = parseFrontMatter(splitFrontMatter(text).head ?? '', '');
  return [...identityNames(frontMatter), ...frontMatter.also.map((url) => `url ${url}`)];
}

const bodyOf = (text: string): string => splitFrontMatter(text).body.trim();
