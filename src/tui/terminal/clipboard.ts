// The terminal's clipboard (xterm's OSC 52): works over SSH too, where the terminal allows it.

/** The sequence that puts a text into the clipboard. */
export function copySequence(text: string): string {
  return `\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`;
}
