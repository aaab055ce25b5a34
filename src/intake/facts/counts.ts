// Numbers that a page states with a story: minutes of reading, comments.

/** `Reading Time:5 minutes`, `5 min read`, `Lesezeit: 5 Min.`, `約5分で読めます`. */
const READING: readonly RegExp[] = [
  /(?:reading time|read time|time to read|lesezeit|lesedauer|temps de lecture|lecture|tiempo de lectura|lectura|tempo di lettura|tempo de leitura|leitura|leestijd|lestid|læsetid|阅读时间|閱讀時間|読了時間|время чтения|время на чтение|وقت القراءة|مدة القراءة)\s*[:：]?\s*(?:ca\.|約|约|~)?\s*(\d{1,3})/iu,
  /(\d{1,3})\s?[- ]?(?:min(?:ute)?s?\.?|m|минут[ыа]?|мин\.?|分钟|分鐘|分|분|دقائق|دقيقة)\s?(?:read\b|reading|to read|lesen|lesezeit|de lecture|de lectura|di lettura|de leitura|lezen|leestijd|чтения|阅读|閱讀|で読め|소요|للقراءة|قراءة)/iu,
];

/** `99+`, `1,204`. */
const COUNT = '(\\d{1,3}(?:[.,\\s]\\d{3})*\\+?|\\d+\\+?|\\d+(?:\\.\\d)?[kK])';
const COMMENT_WORD =
  'comments?|kommentare?|commentaires?|comentarios?|commenti|commento|coment[áa]rios?|reacties|条评论|則評論|评论|評論|コメント|댓글|комментари(?:ев|я|й)|تعليق(?:ات)?';
const COMMENTS: readonly RegExp[] = [
  new RegExp(`^${COUNT}\\s?(?:${COMMENT_WORD})$`, 'iu'),
  new RegExp(
    `^(?:(?:view|read|see|show) )?(?:all )?(?:${COMMENT_WORD})\\s?[:(]?\\s?${COUNT}\\)?(?:件|개)?$`,
    'iu',
  ),
];

/** Minutes of reading as the line states them, 1 to 240; `null` where it states none. */
export function parseReadingMinutes(line: string): number | null {
  if (line.length > 80) return null;
  for (const pattern of READING) {
    const minutes = Number(pattern.exec(line)?.[1] ?? 0);
    if (minutes >= 1 && minutes <= 240) return minutes;
  }
  return null;
}

/** The count of comments as the line writes it; `null` where it states none. */
export function parseCommentCount(line: string): string | null {
  if (line.length > 40) return null;
  for (const pattern of COMMENTS) {
    const count = pattern.exec(line)?.[1];
    if (count !== undefined) return count;
  }
  return null;
}

/** `99+` alone on its line: what a button for comments copies as. */
export function parseBareCount(line: string): string | null {
  return /^\d{1,4}\+$/.test(line) ? line : null;
}
