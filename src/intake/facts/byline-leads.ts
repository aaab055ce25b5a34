// Words that begin a byline, language by language.

/** A phrase may be followed by a space or a colon; one that ends in `:` needs the colon. */
const LEADS: readonly (readonly [language: string, phrases: readonly string[]])[] = [
  [
    'English',
    [
      '(?:(?:words|written|story|reported|reporting|posted|published|report|analysis|review|opinion|exclusive|interview|text|photos?|created|edited|authored)(?: and \\w+)? )?by',
      'authors?(?: of the article)?',
      'reporter',
      'from',
    ],
  ],
  [
    'German',
    [
      '(?:(?:ein(?:e)? )?(?:kommentar|analyse|interview|reportage|bericht|essay|kolumne|gastbeitrag|rezension|glosse|porträt|geschrieben|\\w+) )?von',
      'text:',
      'autor(?:in|en)?(?:[/*:_](?:autor|autorin|in|innen))?',
    ],
  ],
  ['French', ['par', 'propos recueillis par', 'auteure?', 'autrice']],
  ['Spanish, Portuguese', ['por', 'autor(?:es|a)?', 'redacción:', 'reportagem:', 'texto:']],
  ['Italian', ['di(?=\\s\\p{Lu})', 'a cura di', 'da(?=\\s\\p{Lu})', 'autore']],
  ['Dutch', ['door', 'auteur', 'tekst:']],
  ['Scandinavian', ['av(?=\\s\\p{Lu})', 'af(?=\\s\\p{Lu})', 'skriven av', 'skrevet av', 'text:']],
  ['Finnish, Hungarian', ['teksti:', 'kirjoittaja:', 'írta:', 'szerző:']],
  ['Polish, Czech, Slovak', ['autorzy', 'opracowała?', 'oprac\\.', 'napsala?', 'píše', 'autorka']],
  ['Baltic, Romanian', ['autorius:', 'autors:', 'scris de']],
  ['Turkish', ['yazan:', 'yazar:', 'haber:', 'muhabir:']],
  ['Indonesian, Malay', ['oleh', 'penulis', 'editor:', 'pewarta:', 'reporter:']],
  ['Vietnamese', ['tác giả:', 'theo tác giả:']],
  ['Greek', ['συντάκτης:', 'γράφει (?:ο|η)', 'επιμέλεια:']],
  ['Russian, Ukrainian, Bulgarian', ['текст:', 'автор(?:ы|и)?', 'корреспондент:']],
  [
    'Arabic, Persian, Hebrew',
    ['بقلم', 'كتب(?:ت)?', 'حوار:', 'إعداد:', 'تقرير:', 'نویسنده:', 'מאת'],
  ],
  ['Hindi', ['लेखक:', 'द्वारा:']],
  ['Swahili, Zulu', ['na mwandishi', 'mwandishi:', 'ngu(?=\\s\\p{Lu})']],
  [
    'Chinese',
    [
      '作者',
      '(?:本报|本刊|本网|本報|\\p{Script=Han}{2,3}[社网报台報網])?(?:记者|記者)',
      '撰文',
      '采写',
      '文/',
    ],
  ],
  [
    'Japanese, Korean',
    [
      '執筆',
      '著者',
      '編集委員',
      '論説委員',
      '聞き手',
      '構成',
      '(?:取材|写真)・文',
      '文・写真',
      '文/',
      '글:',
      '기자:',
    ],
  ],
];

const PHRASES = LEADS.flatMap(([, phrases]) => phrases).map((phrase) => {
  if (phrase.endsWith('/')) return `${phrase.slice(0, -1)}[／/:：]`;
  if (phrase.endsWith(':')) return `${phrase.slice(0, -1)}\\s?[:：]`;
  return /\p{Script=Han}$/u.test(phrase)
    ? `${phrase}\\s*[:：・=＝]?`
    : `${phrase}(?=[\\s:：])\\s*[:：-]?`;
});

/** What a byline begins with, up to its first name. */
export const BYLINE_LEAD = new RegExp(`^(?:[|•·–—-]\\s*)?(?:${PHRASES.join('|')})\\s*`, 'iu');

const LONGEST_ALONE = 40;

/** Whether a line is nothing but the beginning of a byline, whose names are the next lines. */
export function isBylineLead(line: string): boolean {
  if (line.length > LONGEST_ALONE) return false;
  return BYLINE_LEAD.exec(`${line} `)?.[0].trim() === line;
}
