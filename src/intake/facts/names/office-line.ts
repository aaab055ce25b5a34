// Lines that say of the name above them that it is a reporter's: a job, an address.
import { pattern } from '../../words/pattern.ts';
import { BYLINE_LEAD } from './byline-leads.ts';
import { isPressJob } from './names.ts';

const LONGEST_OFFICE = 5;
/** `writes from Oslo`, `ada.li@paper.com`. */
const BELOW_NAME = pattern`
  ^(?:${'reports'}(?:\s.{0,40})?|[\w.+-]+@[\w-]+\.[\w.]+|${'more by the author'})$`;

/** Whether a line says of the name above it that it is a reporter's: a job, an address. */
export function isOfficeLine(line: string): boolean {
  if (BELOW_NAME().test(line)) return true;
  if (BYLINE_LEAD().test(line)) return false;
  return isPressJob(line) && line.split(' ').length <= LONGEST_OFFICE && !/[.:!?]/u.test(line);
}
