// Lists in the answers of a server: what holds none where one belongs does not say that there is nothing.
import { isObject, type JsonObject, objectOf, parseJson, textOf } from '../../core/json.ts';
import { type ApiAnswer, noAnswer } from '../http/api.ts';

/**
 * The objects of a list, each with its ID.
 * @param value what of the answer is to be the list
 * @param things what it lists, as one says it of several
 * @throws NewsprintError where it is none
 */
export function listIn(
  { base }: Pick<ApiAnswer, 'base'>,
  value: unknown,
  things: string,
): readonly JsonObject[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [null];
  const objects = list.filter(isObject).filter((one) => textOf(one['id']) !== '');
  if (objects.length === list.length) return objects;
  throw noAnswer(base, `it answered with no list of ${things}`);
}

/** The ID of what was made. @throws NewsprintError where the answer has none */
export function madeId({ base, text }: ApiAnswer, key = 'id'): string {
  const id = textOf(objectOf(parseJson(text))[key]);
  if (id === '') throw noAnswer(base, 'it does not say what it made');
  return id;
}
