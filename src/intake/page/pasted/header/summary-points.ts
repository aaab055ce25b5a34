// The points that sum a story up above it: under a heading, with bullets, or in a run of lines.
import { foldLine } from '../../../facts/furniture/fold-line.ts';
import { isApart, isStorySetApart } from '../captions/captions-set-apart.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import type { LineLabels } from '../lines/line-labels.ts';
import { LIGHTEST_DECK } from '../story/header-end.ts';
import type { PageSurvey } from '../story/survey-page.ts';

/** Headings of summary points, language by language. */
const HEADS_OF: readonly string[] = [
  'key points|key takeaways|takeaways|the takeaway|key findings|highlights|story highlights|article highlights|summary|quick summary|article summary|ai summary|at a glance|in brief|in short|the gist|key facts|the facts|quick facts|quick take|quick read|what you need to know|what to know|things to know|need to know|the essentials|the bottom line|the lowdown|bullet points|tl;dr|tldr|main points|key details|why it matters',
  'das wichtigste in kürze|das wichtigste auf einen blick|das wichtigste vorab|das wichtigste zum thema|die wichtigsten punkte|auf einen blick|in kürze|kurz und bündig|kurz gesagt|kurz gefasst|kurz & knapp|kurz erklärt|zusammenfassung|das wichtigste|darum geht es|darum geht’s|die wichtigsten fakten|wichtigste punkte|das müssen sie wissen',
  'l’essentiel|en bref|en résumé|résumé|points clés|les points clés|les points essentiels|à retenir|ce qu’il faut retenir|ce qu’il faut savoir|en deux mots|le résumé|les faits|l’essentiel de l’article|en un coup d’œil',
  'claves|las claves|lo esencial|en resumen|resumen|puntos clave|los puntos clave|puntos principales|en breve|en síntesis|lo más importante|lo que debes saber|lo que hay que saber|de un vistazo|ideas clave|en pocas palabras|punts clau|en resum',
  'in breve|in sintesi|punti chiave|i punti chiave|i punti principali|l’essenziale|in pillole|riassunto|sintesi|da sapere|cosa sapere|ascolta il riassunto|le cose da sapere',
  'resumo|em resumo|resumo da notícia|pontos-chave|pontos chave|pontos principais|destaques|em síntese|o essencial|o que você precisa saber|o que precisa saber|principais pontos|resumindo',
  'kort samengevat|in het kort|samenvatting|de belangrijkste punten|in ’t kort|dit moet je weten|kernpunten|samengevat',
  'i korthet|kort om|kortversionen|det viktigaste|sammanfattning|saken i korthet|det handler saken om|kortversjonen|oppsummert|kort fortalt|kort sagt|det vigtigste|resumé|overblik|pääkohdat|lyhyesti|tiivistelmä|tiivistettynä',
  'w skrócie|najważniejsze informacje|najważniejsze|podsumowanie|streszczenie|kluczowe informacje|co musisz wiedzieć|stručně|ve zkratce|shrnutí|hlavní body|v skratke|zhrnutie|összefoglaló|röviden|lényeg|pe scurt|rezumat|ukratko|sažetak|na kratko|povzetek|με λίγα λόγια|συνοπτικά|περίληψη',
  'özet|haberin özeti|kısaca|öne çıkanlar|ringkasan|ringkasan berita|poin penting|intinya|tóm tắt|điểm chính|nội dung chính|tin tóm tắt|главное|кратко|коротко|ключевые моменты|суть|что известно|вкратце|головне|коротко про головне|накратко',
  '要点|要點|摘要|内容提要|內容提要|核心提示|重点|重點|重點摘要|新聞摘要|提要|导读|導讀|ポイント|この記事のポイント|記事のポイント|要約|まとめ|概要|3行でわかる|핵심 요약|요약|핵심요약|기사 요약|ai 요약|3줄 요약|세줄 요약|النقاط الرئيسية|أبرز النقاط|ملخص|الملخص|الخلاصة|باختصار|נקודות עיקריות|תקציר|בקצרה|मुख्य बातें|मुख्य बिंदु|हाइलाइट्स|संक्षेप में|সংক্ষেপে|خلاصه|نکات کلیدی',
];
const HEADS: ReadonlySet<string> = new Set(
  HEADS_OF.flatMap((heads) => heads.split('|')).map(foldLine),
);

/** A point is no longer; a run of fewer lines without a heading may be anything. */
const HEAVIEST_POINT = 300;
const FEWEST_IN_RUN = 3;

/** Labels the points above the story; what is unsure stays the story's. */
export function readPoints(page: PageSurvey, roles: LineLabels): void {
  const { lines, headline, story } = page;
  if (headline === null) return;
  for (let at = headline + 1; at <= Math.min(story.start, lines.length - 1); at++) {
    if (roles.has(at)) continue;
    const points = pointsAt(page, at, roles);
    for (const point of points) roles.set(point, { kind: 'point' });
    if (points.length > 0 && HEADS.has(lines[at]?.folded ?? '')) roles.set(at, { kind: 'fact' });
  }
}

/** The lines of the points that begin with a line, or below it where it is their heading. */
function pointsAt(page: PageSurvey, at: number, roles: LineLabels): readonly number[] {
  const { lines, story } = page;
  if (HEADS.has(lines[at]?.folded ?? '')) return headedPoints(page, at + 1, roles);
  if (at >= story.start && !isStorySetApart(lines, story)) return [];
  if (lines[at]?.bullet) {
    const bulleted = takeWhile(page, at, roles, (line) => line.bullet);
    return at < story.start && bulleted.length > 1 ? bulleted : [];
  }
  return isStorySetApart(lines, story) ? runOfPoints(page, at, roles) : [];
}

function headedPoints(page: PageSurvey, from: number, roles: LineLabels): readonly number[] {
  const { lines } = page;
  if (lines[from]?.bullet) return takeWhile(page, from, roles, (line) => line.bullet);
  const block = takeWhile(page, from, roles, (line, at) => at === from || !line.gap);
  const last = block.at(-1);
  // A paragraph that a browser copied right below the last point is the story's first.
  const isStory = last !== undefined && block.length > 1 && isHeavier(lines, last, block);
  return isStory ? block.slice(0, -1) : block;
}

function isHeavier(lines: readonly SeenLine[], last: number, block: readonly number[]): boolean {
  const weight = lines[last]?.weight ?? 0;
  const others = block.slice(0, -1).map((at) => lines[at]);
  if (lines[last]?.shape === 'paragraph' && others.every((line) => line?.shape === 'words'))
    return true;
  return others.every((line) => (line?.weight ?? 0) < weight * 0.7);
}

/** Lines without blank ones between them before a paragraph, as a browser copies a list. */
function runOfPoints(page: PageSurvey, at: number, roles: LineLabels): readonly number[] {
  const { lines, headline } = page;
  const run = takeWhile(page, at, roles, (_, place) => !isApart(lines, place));
  const isSaid = run.every((point) => lines[point]?.shape !== 'words');
  if (run.length < FEWEST_IN_RUN || !(isSaid || at === (headline ?? 0) + 1)) return [];
  return run.some((point) => /[?？]$/.test(lines[point]?.text ?? '')) ? [] : run;
}

function takeWhile(
  { lines }: PageSurvey,
  from: number,
  roles: LineLabels,
  isNext: (line: SeenLine, at: number) => boolean,
): readonly number[] {
  const taken: number[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || roles.has(at) || !canBePoint(line) || !isNext(line, at)) break;
    taken.push(at);
  }
  return taken;
}

function canBePoint(line: SeenLine): boolean {
  const { weight, furniture, head, caption, byline, doubled } = line;
  if (furniture !== null || head !== null || caption !== null || doubled) return false;
  if (weight < LIGHTEST_DECK || weight > HEAVIEST_POINT) return false;
  return byline?.isMarked !== true && line.dates.length === 0 && !line.isRelative;
}
