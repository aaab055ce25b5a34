// The part of sax that is used: its types are kept apart from it.

declare module 'sax' {
  export interface Attribute {
    readonly name: string;
    readonly value: string;
  }

  export interface Tag {
    readonly name: string;
    readonly attributes: Record<string, string>;
    readonly isSelfClosing: boolean;
  }

  export class SAXParser {
    constructor(strict: boolean, options: { readonly strictEntities: boolean });
    write(text: string): SAXParser;
    close(): SAXParser;
    /** UTF-16 units read. */
    readonly position: number;
    /** After the last `<`. */
    readonly startTagPosition: number;
    /** 0-based. */
    readonly line: number;
    /** UTF-16 units of the line that are read. */
    readonly column: number;
    /** The unit that is read; empty at the end. */
    readonly c: string;
    readonly tag: Tag;
    /** That are open, the innermost last. */
    readonly tags: readonly Tag[];
    /** Nothing more can be written until it is `null`. */
    error: Error | null;
    onerror: (error: Error) => void;
    onopentagstart: () => void;
    onattribute: (attribute: Attribute) => void;
    onopentag: (tag: Tag) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    onopencdata: () => void;
    onsgmldeclaration: (text: string) => void;
    onprocessinginstruction: (instruction: { readonly name: string }) => void;
  }

  const sax: { readonly SAXParser: typeof SAXParser };
  export default sax;
}
