// The types of marked-terminal, as far as the page uses it.

declare module 'marked-terminal' {
  type Style = (text: string) => string;

  interface Options {
    readonly strong?: Style;
    readonly em?: Style;
    readonly del?: Style;
    readonly codespan?: Style;
    /** Turns `:smile:` into an emoji. */
    readonly emoji?: boolean;
    /** Decodes five entities in whole blocks. */
    readonly unescape?: boolean;
  }

  type Extension = import('../../markdown/document/inline.ts').InlineExtension;
  type Renderer = NonNullable<Extension['renderer']>;

  export function markedTerminal(options?: Options): Extension & {
    readonly renderer: Required<
      Pick<Renderer, 'text' | 'strong' | 'em' | 'del' | 'codespan' | 'br'>
    >;
  };
}
