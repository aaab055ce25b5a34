// JSON as feeds write it, also where JSON.parse fails: with extra commas, or without its end.

/** A value, and what was mended. */
export interface MendedJson {
  /** `undefined` where the text is no JSON at all. */
  readonly value: unknown;
  readonly repairs: readonly string[];
}

/** Parses JSON; where that fails, once more with what is wrong in it mended. */
export function mendJson(text: string): MendedJson {
  const bare = text.replace(/^[\ufeff\s]+/, '');
  try {
    return { value: JSON.parse(bare), repairs: [] };
  } catch {
    const reader = new LooseReader(bare);
    return { value: reader.read(), repairs: [...reader.repairs] };
  }
}

/** The repair of a text that ends within a value. */
export const END_IS_MISSING = 'the end is missing';

const DEEPEST = 100;
const NO_WORD = /[\s,:{}[\]"]/;

/** Reads forwards once and makes the best of what it finds; it never fails. */
class LooseReader {
  readonly repairs = new Set<string>();
  readonly #text: string;
  readonly #mark = /["\\]/g;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): unknown {
    return this.#value(0);
  }

  #value(depth: number): unknown {
    this.#skipSpace();
    const sign = this.#text[this.#at];
    if (depth > DEEPEST) {
      this.repairs.add(`values deeper than ${DEEPEST} were left out`);
      this.#at = this.#text.length;
      return null;
    }
    if (sign === '{') return this.#object(depth);
    if (sign === '[') return this.#array(depth);
    return sign === '"' ? this.#string() : this.#word();
  }

  #object(depth: number): unknown {
    const fields: [string, unknown][] = [];
    this.#at += 1;
    while (this.#goesOn('}')) {
      const name = this.#text[this.#at] === '"' ? this.#string() : this.#bareWord();
      this.#skipSpace();
      if (this.#text[this.#at] !== ':') {
        if (name === '') this.#at += 1;
        continue;
      }
      this.#at += 1;
      fields.push([name, this.#value(depth + 1)]);
    }
    return Object.fromEntries(fields);
  }

  #array(depth: number): unknown {
    const values: unknown[] = [];
    this.#at += 1;
    while (this.#goesOn(']')) {
      const before = this.#at;
      values.push(this.#value(depth + 1));
      if (this.#at === before) this.#at += 1;
    }
    return values;
  }

  /** Goes past commas, and past the end if it is there. @returns whether another value follows */
  #goesOn(end: string): boolean {
    let commas = 0;
    for (;;) {
      this.#skipSpace();
      const sign = this.#text[this.#at];
      if (sign === undefined) {
        this.repairs.add(END_IS_MISSING);
        return false;
      }
      if (sign === end) {
        if (commas > 0) this.repairs.add('commas too many were left out');
        this.#at += 1;
        return false;
      }
      if (sign !== ',') return true;
      commas += 1;
      this.#at += 1;
    }
  }

  /** A string; line ends and other controls may stand in it as they are. */
  #string(): string {
    const parts: string[] = [];
    let from = this.#at + 1;
    for (;;) {
      this.#mark.lastIndex = from;
      const at = this.#mark.exec(this.#text)?.index;
      parts.push(this.#text.slice(from, at));
      if (at === undefined) this.repairs.add(END_IS_MISSING);
      if (at === undefined || this.#text[at] === '"') {
        this.#at = (at ?? this.#text.length) + 1;
        return parts.join('');
      }
      from = this.#escape(at, parts);
    }
  }

  /** @returns where to read on */
  #escape(at: number, parts: string[]): number {
    const sign = this.#text[at + 1] ?? '';
    const code = /^[\da-f]{4}$/i.exec(this.#text.slice(at + 2, at + 6))?.[0];
    if (sign !== 'u' || code === undefined) {
      parts.push(ESCAPES[sign] ?? sign);
      return at + 2;
    }
    parts.push(String.fromCharCode(Number.parseInt(code, 16)));
    return at + 6;
  }

  #word(): unknown {
    const word = this.#bareWord();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null' || word === '') return null;
    return Number.isFinite(Number(word)) ? Number(word) : word;
  }

  #bareWord(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !NO_WORD.test(this.#text[this.#at] ?? '')) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };
