// What follows the names in the line of a byline: dates, addresses, who else had a hand in it.
import { PLACE_NAME } from './name-words.ts';
import { isHouse, isPressJob } from './names.ts';

/** Each ends the names wherever it begins. */
const TAILS = [
  '\\s[–—]\\s?|\\s-\\s',
  '\\bfor (?:the )?\\p{Lu}',
  '\\b(?:last )?(?:published|updated|posted|read more|follow|opens in|view (?:bio|profile|more)|see more|all posts)\\b',
  '\\b(?:veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|publicerad|publisert|udgivet)\\b',
  '\\b(?:lesezeit|lesedauer|reading time|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid|lesetid|læsetid)\\b',
  '\\(?[\\w.+-]+@[\\w-]+\\.\\w|@\\w|https?:|www\\.',
  '\\s\\d{1,3}\\s?(?:min|h\\b|hours?|days?|st[du]|minut)',
  '\\s\\d+\\s?(?:comment|kommentar|kommentti|coment|commenti|reacti|komentar|share)',
  '\\s\\d{1,2}\\.?\\s\\p{L}{3,12},?\\s\\d{1,2}[:.]\\d\\d',
  // `Ada Li March 18 at 12:22`
  '\\s\\p{L}{3,9}\\.?\\s\\d{1,2}(?:,|\\s(?:at|um|à|kl))\\s\\d',
  "[\\s,](?:today|yesterday|heute|gestern|hier|aujourd[’']hui|hoy|ayer|hoje|ontem|oggi|ieri|vandaag|gisteren)[\\s,](?:\\p{L}+\\s)?\\d",
  // `; Editing by Bo Ek`, `Fotos: Bo Ek`
  '[;,.|•·]?\\s(?:additional reporting|edit(?:ing|ed)|photo\\p{L}*|fotos?|fotografie|illustrations?|video|bild(?:er)?|kuvat?|beeld|translat\\p{L}+)(?: by|\\s?:| von| par| de| di| av| af)\\s',
  '\\s(?:editors?|redaktor)\\s?:',
  // `Ada Li reports from Oslo`
  '\\s(?:reports|writes|berichtet|schreibt|skrifar|skriver|schrijft|rapporterar)(?:\\s(?:from|in|aus|frá|fra|från|uit)\\s.*)?$',
];
const TAIL = new RegExp(`(?:${TAILS.join('|')}).*$`, 'iu');
/** `Ada LiPublished on`: the case tells where the name ends. */
const GLUED_TAIL = /(?<=\p{Ll})(?:Published|Updated|Posted|View|Follow|Share|Read).*$/u;
/** `Ada Li (dpa)`, `Ada Li (Rome, correspondante)`. */
const BRACKETS = /\s*[(（[]([^()（）[\]]{1,60})[)）\]].*$/u;
/** Behind a picture: `Ada Li Image`, `Ada Li KGO logo`. */
const PICTURED = /(?:\s\p{Lu}{2,5})?\s(?:[Ii]mage|[Ll]ogo|[Aa]vatar|[Hh]eadshot)$/u;
/** `Ada Li Account of Ada Li`: the names end where the first comes again. */
const AGAIN = /^(\p{Lu}[\p{L}’'.-]+\s\p{Lu}[\p{Ll}’'-]+)(?=[\p{Lu}\s]).*\s\1$/u;
const DASH = /^\s?[–—-]\s?/u;
const ONE_PLACE = /^\p{Lu}\p{Ll}+$/u;

/** The names of a byline without what follows them; `null` where that shows it is none. */
export function withoutTail(text: string, isMarked: boolean): string | null {
  const bare = text
    .replace(AGAIN, '$1')
    .replace(PICTURED, '')
    .replace(BRACKETS, (all, inside: string) => (isMarked || isOrigin(inside) ? '' : all));
  const tail = TAIL.exec(bare)?.[0] ?? '';
  // Without a `By` a dash stands between a name and anything: `Ada Li – a life at sea`.
  if (!isMarked && DASH.test(tail) && !isOrigin(tail.replace(DASH, ''))) return null;
  return bare
    .slice(0, bare.length - tail.length)
    .replace(GLUED_TAIL, '')
    .trim();
}

/** Whether words say where a story comes from: a house, a job, a place, a date. */
function isOrigin(text: string): boolean {
  if (/\d/.test(text) || isPressJob(text)) return true;
  const isName = /^\p{Lu}/u.test(text) && !/\s\p{Ll}{4}/u.test(text);
  return isName && (isHouse(text) || PLACE_NAME.test(text) || ONE_PLACE.test(text));
}
