// Lines that say who an author is: `Ada Li is a reporter for …`, `About the author`.
import { BYLINE_LEAD } from './byline-leads.ts';
import { isPersonName, isPressJob } from './names.ts';

/** What stands between a name and what its bearer is or does, language by language. */
const IS =
  'is|was|ist|war|est|es|é|è|är|er|is een|on|jest|je|este|adalah|является|have|works|arbeitet|travaille|trabaja|trabalha|lavora|werkt|arbetar';
const WRITES =
  '(?:writes|reports|schreibt|berichtet|escribe|escreve|scrive|écrit|schrijft|skriver|pisze|пишет) (?:about|for|on|from|für|über|aus|sobre|para|en|de|di|per|da|pour|sur|over|voor|om|för|for|o|о|об|для)|covers|couvre|cubre';
const NAME = "((?:\\p{Lu}[\\p{L}’'.-]+\\s(?:\\p{Ll}{1,3}\\s){0,2}){1,3}\\p{Lu}[\\p{L}’'.-]+)";
const BIO = new RegExp(`^(?:\\*\\s?)?${NAME},?\\s(?:(${WRITES})|${IS})\\s(.{4,})$`, 'u');
const LONGEST_BIO = 500;
/** Words in which a bio tells what somebody is. */
const LONGEST_JOB = 120;

/** The people that a line describes as writers; none for other lines. */
export function bioNames(line: string): readonly string[] {
  const [, name = '', writes, rest = ''] = line.length > LONGEST_BIO ? [] : (BIO.exec(line) ?? []);
  const isWriter = writes !== undefined || isPressJob(rest.slice(0, LONGEST_JOB));
  return isWriter && isPersonName(name) ? [name] : [];
}

/** The heading over a description of an author, language by language. */
const ABOUT =
  /^(?:about (?:the )?(?:authors?|writers?)|(?:über|zu) (?:den autor|die autorin|die autoren|den verfasser)|zur person|zum autor|zur autorin|(?:à propos de )?l['’]aut(?:eur|eure|rice)|sobre (?:el|la|o|a) autora?|acerca del autor|l['’]autore|l['’]autrice|chi è l['’]autore|over de auteur|om (?:författaren|forfatteren|skribenten)|tietoa kirjoittajasta|o autor(?:ze|ce|ovi|u)|despre autor|yazar hakkında|tentang penulis|об авторе|про автора|за автора|σχετικά με τον συντάκτη|关于作者|關於作者|作者简介|著者紹介|この記事を書いた人)\s?:?$/iu;

/** Whether a line is a heading such as `About the author`. */
export function isAboutAuthor(line: string): boolean {
  return line.length < 40 && ABOUT.test(line);
}

const LONGEST_OFFICE = 5;
/** `writes from Oslo`, `ada.li@paper.com`. */
const BELOW_NAME =
  /^(?:(?:writes|reports|schreibt|berichtet|skrifar|skriver|escribe|scrive)(?:\s.{0,40})?|[\w.+-]+@[\w-]+\.[\w.]+|(?:Weitere|Alle|Mehr) (?:Beiträge|Artikel)|(?:More|All|View|See)(?: \p{Ll}+)? (?:posts|articles|stories))$/u;

/** Whether a line says of the name above it that it is a reporter's: a job, an address. */
export function isOfficeLine(line: string): boolean {
  if (BELOW_NAME.test(line)) return true;
  if (BYLINE_LEAD.test(line)) return false;
  return isPressJob(line) && line.split(' ').length <= LONGEST_OFFICE && !/[.:!?]/u.test(line);
}
