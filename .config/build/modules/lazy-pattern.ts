// Regular expressions that are put together and compiled when they are first used: an edit of marked
// has them.

type Source = string | { readonly source: string };

/** At the start of what stands for a name there may be one: a pattern of its own. */
const CARET = /(^|[^[])\^/g;

/** Puts a pattern together as marked does: each name in it gives way to a source. */
export function patternBuilder(first: Source, flags: string) {
  const steps: (readonly [name: string | RegExp, by: Source])[] = [];
  const put = (source: string, [name, by]: (typeof steps)[number]): string =>
    source.replace(name, textOf(by).replace(CARET, '$1'));
  const builder = {
    replace(name: string | RegExp, by: Source) {
      steps.push([name, by]);
      return builder;
    },
    getRegex: () => new LazyPattern(() => steps.reduce(put, textOf(first)), flags),
  };
  return builder;
}

function textOf(source: Source): string {
  return typeof source === 'string' ? source : source.source;
}

/** Does what marked does with its patterns: the methods of a text ask it through their symbols. */
export class LazyPattern {
  readonly flags: string;
  private readonly makeSource: () => string;
  private text: string | undefined;
  private made: RegExp | undefined;

  constructor(makeSource: () => string, flags: string) {
    this.makeSource = makeSource;
    this.flags = flags;
  }

  get source(): string {
    this.text ??= this.makeSource();
    return this.text;
  }

  private get pattern(): RegExp {
    this.made ??= new RegExp(this.source, this.flags);
    return this.made;
  }

  get lastIndex(): number {
    return this.pattern.lastIndex;
  }

  set lastIndex(at: number) {
    this.pattern.lastIndex = at;
  }

  get global(): boolean {
    return this.flags.includes('g');
  }

  exec(text: string): RegExpExecArray | null {
    return this.pattern.exec(text);
  }

  test(text: string): boolean {
    return this.pattern.test(text);
  }

  [Symbol.match](text: string): RegExpMatchArray | null {
    return this.pattern[Symbol.match](text);
  }

  [Symbol.matchAll](text: string): IterableIterator<RegExpMatchArray> {
    return this.pattern[Symbol.matchAll](text);
  }

  [Symbol.replace](text: string, by: string): string {
    return this.pattern[Symbol.replace](text, by);
  }

  [Symbol.search](text: string): number {
    return this.pattern[Symbol.search](text);
  }

  [Symbol.split](text: string, limit?: number): string[] {
    return this.pattern[Symbol.split](text, limit);
  }
}
