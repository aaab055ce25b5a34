// A short line reduced to what the lists of known lines are held against.

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
