// Files that belong to an article, as an episode or a document, and of what kind each is.

/** A file that belongs to an article; what is not known of it is `null`. */
export interface Enclosure {
  /** http(s) only. */
  readonly url: string;
  /** Its media type: `audio/mpeg`. */
  readonly type: string | null;
  /** In bytes. */
  readonly length: number | null;
  /** How long it plays. */
  readonly seconds: number | null;
  /** One line. */
  readonly title: string | null;
}

/** What media types and names of files tell: types first, of which some say nothing. */
const KINDS = [
  ['Audio', /^audio\//i, /\.(?:aac|flac|m4[ab]|mp3|og[ag]|opus|wav)$/i],
  ['Video', /^video\//i, /\.(?:avi|m4v|mkv|mov|mp4|mpe?g|ogv|webm)$/i],
  ['PDF', /^application\/(?:x-)?pdf\b/i, /\.pdf$/i],
  [
    'Document',
    /^text\/|^application\/.*(?:word|document|epub|rtf)/i,
    /\.(?:docx?|epub|od[pst]|pptx?|rtf|txt|xlsx?)$/i,
  ],
] as const;

/** What kind of file it is, in a word; `null` where neither its type nor its name tells. */
export function enclosureKind({ url, type }: Pick<Enclosure, 'url' | 'type'>) {
  const { pathname } = new URL(url);
  const row =
    KINDS.find(([, types]) => types.test(type ?? '')) ??
    KINDS.find(([, , names]) => names.test(pathname));
  return row?.[0] ?? null;
}
