/** What defines a language; only handed on. */
type Language = (engine: object) => object;

export interface Engine {
  registerLanguage(name: string, language: Language): void;
  /** `value` is HTML of spans, each of a class that begins with `hljs-`. */
  highlight(
    code: string,
    options: { readonly language: string; readonly ignoreIllegals: boolean },
  ): { readonly value: string };
}

type Load<Value> = () => Promise<{ readonly default: Value }>;

export declare const loadEngine: Load<Engine>;

/** By the names that highlight.js gives them. */
export declare const languages: Readonly<Record<string, Load<Language>>>;
