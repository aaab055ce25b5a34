// The targets of pictures in Markdown, replaced where they stand.

/** `![alt](target "title")`: brackets of the alt text are balanced one deep or escaped. */
const IMAGE =
  /!\[((?:\\.|[^\\[\]]|\[(?:\\.|[^\\[\]])*\])*)\]\(\s*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:\s+"((?:\\.|[^"\\])*)")?\s*\)/g;

/**
 * Puts another target in the place of each picture's. Without one the picture goes and its caption
 * stays: the title if there is one, else the alt text.
 * @param replace `null` takes the picture away, `undefined` leaves it as it is
 */
export function replaceImageTargets(
  markdown: string,
  replace: (target: string) => string | null | undefined,
): string {
  return markdown.replace(IMAGE, (whole: string, alt: string, target: string, title?: string) => {
    const other = replace(bareTarget(target));
    if (other === undefined) return whole;
    if (other !== null) return `![${alt}](${other}${title === undefined ? '' : ` "${title}"`})`;
    // In an alt text brackets are escaped, quotes are not.
    const caption = title?.replaceAll('\\"', '"').replace(/(?<!\\)[[\]]/g, '\\$&') ?? alt;
    return `![${caption}]()`;
  });
}

/** Without pointed brackets and backslashes. */
function bareTarget(target: string): string {
  return target.replace(/^<|>$/g, '').replaceAll(/\\([()\\_*])/g, '$1');
}

/** The pictures of a text, in its order. */
export function imageTexts(markdown: string) {
  return Array.from(markdown.matchAll(IMAGE), ([whole, , target = '']) => ({
    whole,
    /** Empty for a caption without its picture. */
    target: bareTarget(target),
  }));
}
