// Words that begin a byline, language by language.

/** The word for "by", and what may stand before it: `Written by`, `Ein Kommentar von`. */
const PREPOSITIONS: readonly (readonly [language: string, word: string, before: string])[] = [
  [
    'English',
    'by',
    'words|text|story|report|article|column|essay|feature|interview|analysis|opinion|commentary|comment|review|exclusive|blog|post|written|reported|reporting|published|posted|created|authored|compiled|submitted|contributed',
  ],
  ['English', 'from|as told to', ''],
  [
    'German',
    'von',
    '(?:ein(?:e)? )?(?:\\p{Lu}?\\p{L}*(?:kommentar|analyse|interview|reportage|bericht|essay|kolumne|beitrag|rezension|kritik|glosse|porträt|artikel|einwurf)|meinung|text|geschrieben|verfasst|veröffentlicht|aufgezeichnet|protokolliert|erstellt)',
  ],
  [
    'French',
    'par',
    'écrit|publiée?|rédigée?|postée?|proposée?|recueillis?|propos recueillis|texte|article|mis en ligne',
  ],
  [
    'Spanish, Portuguese',
    'por',
    'escrit[oa]|publicad[oa]|redactad[oa]|redigid[oa]|elaborad[oa]|realizad[oa]|postad[oa]|enviad[oa]|cread[oa]|criad[oa]|texto|reportaje|reportagem|columna|coluna|crónica|entrevista|informe|análisi?[es]e?|opini[óã]o?n?',
  ],
  [
    'Italian',
    'di',
    'a cura|articolo|testo|intervista|servizio|commento|analisi|editoriale|cronaca|reportage',
  ],
  ['Italian', 'dal|dalla', ''],
  ['Dutch', 'door', 'geschreven|tekst|gepubliceerd|geplaatst|artikel|interview|opgetekend'],
  [
    'Scandinavian',
    'av|af|eftir',
    'skriven|skrivet|skrevet|publicerad|publicerat|publisert|udgivet|text|tekst|artikel|reportage|kommentar|analys|analyse|krönika|ledare',
  ],
  ['Polish, Czech, Slovak, Croatian', 'przez|od', 'napisane|opublikowane|dodane|napsáno'],
  ['Albanian', 'nga', 'shkruar'],
  ['Bulgarian, Macedonian', 'от|од', 'публикувано|написано'],
  ['Indonesian, Malay', 'oleh', 'ditulis|dilaporkan|diterbitkan'],
  ['Swahili, Zulu', 'na mwandishi|ngu', ''],
  ['Arabic, Hebrew', 'بقلم|מאת', ''],
];

/** Words that are a "by" only behind such as these: `Texto de`. */
const PHRASES = [
  '(?:une? )?(?:texte|article|chronique|analyse|reportage|récit|texto|reportaje|reportagem|crónica|columna|scris|publicat|postat|redactat|articol) de',
  '(?:scritto|pubblicato|inserito|postato|redatto) da',
  '(?:de|van)(?=\\s(?:notre|onze|ons)\\s)',
].join('|');

/** What names the author's part: before a colon, or before the name at once. */
const LABELS: readonly (readonly [language: string, words: string])[] = [
  [
    'English',
    'authors?(?: of the article)?|writers?|(?:staff )?reporters?|journalist|correspondent|contributor|columnist|blogger|words',
  ],
  [
    'German',
    'autor(?:in|en|innen)?(?:[/*:_](?:autor|autorin|in|innen))?|(?:\\p{L}*)(?:redakteur|korrespondent|reporter|journalist|kolumnist)(?:[*:_]?in)?|text|die fragen stellten?|das (?:gespräch|interview) führten?',
  ],
  ['French', 'auteure?s?|autrice|journaliste|rédact(?:eur|rice)|texte'],
  [
    'Spanish, Portuguese',
    'autor(?:es|as|a)?|periodista|redactora?|redatora?|repórter|jornalista|escriben?|escreve|texto',
  ],
  ['Italian', 'autor[ei]|giornalista|testo|scrive'],
  ['Dutch', 'auteurs?|verslaggever|redacteur|correspondent|tekst'],
  ['Scandinavian', 'journalist|reporter|skribent|tekst|text|skriver|blaðamaður|höfundur'],
  ['Finnish, Estonian', 'teksti|toimittaja|kirjoittaja|autor|toimetaja'],
  ['Hungarian', 'írta|szerző'],
  [
    'Polish, Czech, Slovak, Croatian',
    'autor(?:zy|ka|ky|i)?|opracowa(?:ła?|nie)|oprac\\.|rozmawiała?|tekst|napsala?|napísala?|píše|piše|piše|dziennikarka?|novinar(?:ka)?|redaktor(?:ka)?',
  ],
  ['Baltic, Romanian', 'autor(?:ius|ė|s|e|ul)?|autoare'],
  ['Turkish', 'yazan|yazar|muhabir'],
  ['Indonesian, Malay', 'penulis|pewarta|reporter|wartawan'],
  ['Vietnamese', 'tác giả|bài viết'],
  ['Greek', 'συντάκτης|συντάκτρια|γράφει(?: [οη])?|του(?=\\s\\S+\\s\\S+$)|της(?=\\s\\S+\\s\\S+$)'],
  [
    'Russian, Ukrainian, Bulgarian, Serbian',
    'автор(?:ы|и|ка)?|текст|корреспондент|кореспондент|журналист(?:ка)?|пише',
  ],
  ['Arabic, Persian', 'كتب(?:ت)?|حوار|إعداد|تقرير|نویسنده|نوشته'],
  ['Hindi, Swahili', 'लेखक|द्वारा|mwandishi'],
];

/** Kinds of text, which name their author behind a colon only: `Interview: Ada Li`. */
const KINDS: readonly (readonly [language: string, words: string])[] = [
  ['English', 'story|report|reporting|article|interview|analysis|opinion|review'],
  ['German', 'bericht|kommentar|protokoll|analyse|reportage|aufzeichnung|redaktion'],
  ['French', 'récit|reportage|entretien|propos recueillis'],
  ['Spanish, Portuguese', 'redacción|reportagem|reportaje|entrevista'],
  ['Others', 'intervju|haber|editor|επιμέλεια|интервью|รายงาน|par|von|por'],
];

/** Chinese, Japanese and Korean leads need nothing behind them; a sign may stand there. */
const EASTERN = [
  '作者|撰文|采写|執筆|著者|編集委員|論説委員|聞き手|構成',
  '(?:本报|本刊|本网|本報|\\p{Script=Han}{2,3}[社网報报台網])?(?:特约|特派|見習)?(?:记者|記者)',
  '(?:(?:文|글|ライター|取材|(?:取材|写真)・文|文・写真)\\s?[/／|｜:：=＝]|글(?=\\s)|기자[:：]|(?:칼럼니스트|평론가|작가|에디터|편집위원)(?=\\s\\p{Script=Hangul}{2,4}(?:\\s\\S+@|$)))',
].join('|');

const ALL = {
  prepositions: PREPOSITIONS.map(([, word, before]) =>
    before === ''
      ? `(?:${word})`
      : `(?:(?:${before})(?:(?:,| and| und| et| y| e| &) \\p{L}+)? )?(?:${word})`,
  ).join('|'),
  labels: LABELS.map(([, words]) => words).join('|'),
  kinds: KINDS.map(([, words]) => words).join('|'),
};

const AND = '\\s?(?:and|und|et|y|e|og|och|en|&|\\+|/)\\s?';
const PICTURES = '(?:photos?|fotos?|foto\\p{L}+|bild(?:er)?|bilde|beeld|kuvat?)';
/** `Text und Fotos`, `Text und Interview`: the same one did both. */
const AND_PICTURES = `(?:${AND}(?:${PICTURES}|interviews?|video|recherche))?`;

/** What a byline begins with, up to its first name. */
export const BYLINE_LEAD = new RegExp(
  `^(?:(?:${ALL.prepositions}|${PHRASES}|(?:${ALL.labels})${AND_PICTURES}|${PICTURES}${AND}(?:text|words|story|tekst|texte|texto|testo)(?: by)?)(?=[\\s:：-])\\s*[:：-]?|(?:${ALL.kinds})\\s?[:：]|(?:${EASTERN})\\s*[:：・=＝|｜]?)\\s*`,
  'iu',
);

/** Who took the pictures, drew, translated or edited, and did not write. */
export const OTHER_HAND =
  /^(?:photo\p{L}*|foto\p{L}*|fot\.|bild(?:er|e)?|beeld|images?|kuvat?|фото|φωτο\p{L}*|illustra\p{L}*|video\p{L}*|grafik|graphics?|edit(?:ed|ing)|translat\p{L}*|übersetz\p{L}*|traduc\p{L}*|摄影|攝影|编辑|責任編輯|责任编辑|撮影|사진)(?! of )(?=[\s:：])/iu;

/** The paper's own reporter before the name: `unserem Korrespondenten in Rom, `. */
export const OWN_REPORTER =
  /^(?:our|unser\p{L}*|onze|ons|notre|nostr[oa]|nuestr[oa]|vår|vores)\s(?:\p{Ll}\S*\s|\p{L}*(?:[Kk]orrespondent|[Rr]edakteur|[Rr]eporter|[Mm]itarbeiter)\p{L}*\s)+(?:\p{Lu}[\p{L}-]+,\s)?(?=\p{Lu})/u;

const LONGEST_ALONE = 40;

/** Whether a line is nothing but the beginning of a byline, whose names are the next lines. */
export function isBylineLead(line: string): boolean {
  if (line.length > LONGEST_ALONE) return false;
  return BYLINE_LEAD.exec(`${line} `)?.[0].trim() === line;
}
