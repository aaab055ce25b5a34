// A regular expression that is compiled when it is first used, for an edit of marked.

/** Does what marked does with its patterns: the methods of a text ask it through their symbols. */
export class LazyPattern {
  readonly source: string;
  readonly flags: string;
  private made: RegExp | undefined;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
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
