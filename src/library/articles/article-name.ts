// The name an article's file gets: its date and its headline, safe on every file system.

/** Longest name without `.md`, in characters; file systems take 255 bytes. */
const LONGEST = 80;
const MOST_BYTES = 240;
/** Room for `-` and a number, so that names are cut alike with and without one. */
const SUFFIX = 5;

/** Letters that no decomposition takes apart. */
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/**
 * `2021-07-19-allies-blame-beijing`: accents folded to ASCII, letters of other scripts kept, at
 * most 80 characters. It begins with the date, so it is no reserved name of Windows and has no dot
 * before it; it holds no separator, so it never leads out of its folder.
 * @param date ISO 8601; its day is taken as written
 */
export function articleName(title: string, date: string): string {
  const day = /^\d{4}-\d\d-\d\d/.exec(date)?.[0] ?? '0000-00-00';
  return `${day}-${cutAtWord(slugOf(title) || 'untitled', LONGEST - SUFFIX - day.length - 1)}`;
}

/** The path of a name, from the library's root: a folder a year, of a crowded year one a month. */
export function articlePath(name: string, isCrowded = false): string {
  const year = name.slice(0, 4);
  const month = name.slice(5, 7);
  return `${isCrowded ? `${year}/${month}` : year}/${name}.md`;
}

const PLACE = /^(\d{4})\/(?:(\d\d)\/)?(\1-(\d\d)-[^/]*)$/;

/**
 * Where else an article of the same name may lie: in its year's folder or in its month's; `null`
 * for what lies in neither.
 */
export function otherPlace(path: string): string | null {
  const [, year, folder, name, month] = PLACE.exec(path) ?? [];
  if (year === undefined) return null;
  if (folder === undefined) return `${year}/${month}/${name}`;
  return folder === month ? `${year}/${name}` : null;
}

/** Latin letters that may have an accent, in them or behind them. */
const ACCENTED = /[a-z]\p{M}+|(?![a-z])\p{Script=Latin}\p{M}*/gu;

function slugOf(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’'ʼ`]/g, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => LATIN[letter] ?? letter)
    .replace(ACCENTED, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .normalize('NFC')
    .replace(/^-+|-+$/g, '');
}

/** Cut between words where the last one is not half of it. */
function cutAtWord(slug: string, longest: number): string {
  const characters = Array.from(slug);
  let cut = characters.slice(0, longest);
  while (Buffer.byteLength(cut.join('')) > MOST_BYTES - 16) cut = cut.slice(0, -1);
  if (cut.length === characters.length) return slug;
  const text = cut.join('');
  const end = characters[cut.length] === '-' ? text.length : text.lastIndexOf('-');
  return text.slice(0, end > text.length / 2 ? end : text.length).replace(/-+$/, '');
}
