// Stands for domino, with which turndown parses text: it is handed nodes.

export function createDocument(): null {
  return null;
}
