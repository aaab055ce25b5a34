// Prints JSON objects one by one: a line each, or as an array that can be any length.
import { formatJson } from '../../core/json.ts';
import type { Io } from '../call/call.ts';

/**
 * Prints an object an item, as lines (`jsonl`) or as one array (`json`), a line an object.
 * @param build the item's object, or `undefined` to leave it out
 * @returns whether there was none
 */
export async function printObjects<Item>(
  format: 'json' | 'jsonl',
  items: Iterable<Item> | AsyncIterable<Item>,
  build: (item: Item) => object | undefined | Promise<object | undefined>,
  io: Pick<Io, 'out'>,
): Promise<boolean> {
  const [open, between, close, none] =
    format === 'json' ? ['[\n', ',\n', '\n]\n', '[]\n'] : ['', '\n', '\n', ''];
  let isFirst = true;
  for await (const item of items) {
    const value = await build(item);
    if (value === undefined) continue;
    await io.out(`${isFirst ? open : between}${formatJson(value)}`);
    isFirst = false;
  }
  await io.out(isFirst ? none : close);
  return isFirst;
}
