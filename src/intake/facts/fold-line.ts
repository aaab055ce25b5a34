// A short line reduced to the form in which lists of known lines have it.

/** Lower case, a Turkish İ too, straight apostrophes, the marks and arrows at both ends away. */
export function foldLine(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('i̇', 'i')
    .replace(
      /^[\s•·・|>»›→▶►■□◆◇●○▼▽★☆※\-–—:*+[(【《〔<]+|[\s•·・|>»›→▶►■□◆◇●○▼▽★☆※\-–—:.…!*+\])】》〕<]+$/gu,
      '',
    );
}
