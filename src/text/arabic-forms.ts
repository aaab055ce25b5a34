// The joined forms of Arabic letters, for terminals that show each letter by itself.
import { lazy } from '../core/lazy.ts';

/** Unicode's blocks of presentation forms, without marks and ligatures, from the first to the last. */
const BLOCKS = [
  [0xfe80, 0xfef4],
  [0xfb50, 0xfbff],
] as const;
/** Lengthens a word, and asks for joined forms without being seen. */
const JOINERS = '\u0640\u200d';
const LETTERS = /[\u0621-\u06d3]/;
const mark = lazy(() => /\p{M}/u);

/**
 * The forms of a letter in the order that Unicode has for them: alone, behind a letter, before one,
 * between two. A letter that joins none behind it has the first two only.
 */
const formsOf = lazy((): ReadonlyMap<string, readonly string[]> => {
  const forms = new Map<string, string[]>();
  for (const [first, last] of BLOCKS) {
    for (let code = first; code <= last; code += 1) {
      const form = String.fromCharCode(code);
      const letter = form.normalize('NFKC');
      if (letter === form || letter.length > 1) continue;
      const known = forms.get(letter) ?? [];
      forms.set(letter, known);
      known.push(form);
    }
  }
  return forms;
});

/** A text in logical order with each letter in the form that its neighbours ask for; as long as it was. */
export function arabicForms(text: string): string {
  if (!LETTERS.test(text)) return text;
  const forms = formsOf();
  const joins = (at: number, step: 1 | -1): boolean => {
    let next = at + step;
    while (mark().test(text.charAt(next))) next += step;
    const letter = text.charAt(next);
    if (letter !== '' && JOINERS.includes(letter)) return true;
    // From the left every letter with two forms is joined, to the right one with four.
    return (forms.get(letter)?.length ?? 0) >= (step === 1 ? 2 : 4);
  };
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at);
    const own = forms.get(letter);
    if (own === undefined || own.length < 2) return letter;
    const isLed = joins(at, -1);
    const leads = own.length >= 4 && joins(at, 1);
    return own[Number(isLed) + 2 * Number(leads)] ?? letter;
  }).join('');
}
