// Lines that say who an author is: `Ada Li is a reporter for …`, `About the author`.
import { lazy } from '../../../core/lazy.ts';
import { anyOf } from '../../words/phrases.ts';
import { BYLINE_LEAD } from './byline-leads.ts';
import { isPersonName, isPressJob } from './names.ts';

/** A name, and what its bearer is or writes of. */
const BIO = lazy(
  () =>
    new RegExp(
      `^(?:\\*\\s?)?((?:\\p{Lu}[\\p{L}’'.-]+\\s(?:\\p{Ll}{1,3}\\s){0,2}){1,3}\\p{Lu}[\\p{L}’'.-]+),?\\s(?:(${anyOf('writes of')})|${anyOf('is someone')})\\s(.{4,})$`,
      'u',
    ),
);
const LONGEST_BIO = 500;
/** Words in which a bio tells what somebody is. */
const LONGEST_JOB = 120;

/** The people that a line describes as writers; none for other lines. */
export function bioNames(line: string): readonly string[] {
  const [, name = '', writes, rest = ''] =
    line.length > LONGEST_BIO ? [] : (BIO().exec(line) ?? []);
  const isWriter = writes !== undefined || isPressJob(rest.slice(0, LONGEST_JOB));
  return isWriter && isPersonName(name) ? [name] : [];
}

const ABOUT = lazy(() => new RegExp(`^(?:${anyOf('about the author')})\\s?:?$`, 'iu'));

/** Whether a line is a heading such as `About the author`. */
export function isAboutAuthor(line: string): boolean {
  return line.length < 40 && ABOUT().test(line);
}

const LONGEST_OFFICE = 5;
/** `writes from Oslo`, `ada.li@paper.com`. */
const BELOW_NAME = lazy(
  () =>
    new RegExp(
      `^(?:(?:${anyOf('reports')})(?:\\s.{0,40})?|[\\w.+-]+@[\\w-]+\\.[\\w.]+|(?:Weitere|Alle|Mehr) (?:Beiträge|Artikel)|(?:More|All|View|See)(?: \\p{Ll}+)? (?:posts|articles|stories))$`,
      'u',
    ),
);

/** Whether a line says of the name above it that it is a reporter's: a job, an address. */
export function isOfficeLine(line: string): boolean {
  if (BELOW_NAME().test(line)) return true;
  if (BYLINE_LEAD().test(line)) return false;
  return isPressJob(line) && line.split(' ').length <= LONGEST_OFFICE && !/[.:!?]/u.test(line);
}
