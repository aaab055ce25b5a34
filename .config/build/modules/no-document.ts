// Stands for domino, with which turndown parses text: it is handed nodes that linkedom made.

export function createDocument(): null {
  return null;
}
