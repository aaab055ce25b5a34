// JSON as feeds write it, also where JSON.parse fails: with extra commas, or without its end.

/**
 * Parses JSON; where that fails, once more with what is wrong in it mended.
 * @returns the value, and whether the text ends within it
 */
export function mendJson(text: string): { readonly value: unknown; readonly isCut: boolean } {
  const bare = text.replace(/^[\ufeff\s]+/, '');
  try {
    return { value: JSON.parse(bare), isCut: false };
  } catch {
    const reader = new LooseReader(bare);
    return { value: reader.read(), isCut: reader.isCut };
  }
}

const DEEPEST = 100;
const NO_WORD = /[\s,:{}[\]"]/;

/** Reads forwards once and makes the best of what it finds; it never fails. */
class LooseReader {
  /** Whether something that was begun is not ended. */
  isCut = false;
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
    for (;;) {
      this.#skipSpace();
      const sign = this.#text[this.#at];
      if (sign === undefined) {
        this.isCut = true;
        return false;
      }
      if (sign !== end && sign !== ',') return true;
      this.#at += 1;
      if (sign === end) return false;
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
      this.isCut ||= at === undefined;
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
