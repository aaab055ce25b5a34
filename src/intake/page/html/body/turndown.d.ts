// The types of turndown, as far as it is used.

declare module 'turndown' {
  type DomElement = import('../dom/nodes.ts').DomElement;

  interface Rule {
    readonly filter: string | readonly string[] | ((node: DomElement) => boolean);
    readonly replacement: (content: string, node: DomElement) => string;
  }

  interface Options {
    readonly headingStyle?: 'setext' | 'atx';
    readonly hr?: string;
    readonly bulletListMarker?: '-' | '*';
    readonly codeBlockStyle?: 'indented' | 'fenced';
    readonly emDelimiter?: '_' | '*';
    /** Of what holds no text, no picture and no link. */
    readonly blankReplacement?: (
      content: string,
      node: DomElement & { readonly isBlock: boolean },
    ) => string;
  }

  export default class TurndownService {
    constructor(options?: Options);
    addRule(name: string, rule: Rule): this;
    remove(filter: readonly string[] | ((node: DomElement) => boolean)): this;
    turndown(root: DomElement): string;
    escape(text: string): string;
  }
}
