// What this folder uses of bidi-js, whose own types describe another form of its module.
declare module 'bidi-js' {
  export default function bidiFactory(): {
    /** The levels of all UTF-16 units, and of each paragraph (Unicode UAX #9). */
    readonly getEmbeddingLevels: (
      text: string,
      direction: 'ltr' | 'rtl' | 'auto',
    ) => {
      readonly levels: Uint8Array;
      readonly paragraphs: readonly { readonly level: number }[];
    };
    readonly getBidiCharTypeName: (character: string) => string;
    /** `null` for a character that looks the same both ways. */
    readonly getMirroredCharacter: (character: string) => string | null;
  };
}
