// The lines between headline and story: deck, summary points, and the facts among them.

import { foldLine } from '../facts/fold-line.ts';
import type { SeenLine } from './classify.ts';
import { isFact, LIGHTEST_DECK } from './header-end.ts';
import type { Page } from './page.ts';
import type { Roles } from './roles.ts';

const HEAVIEST_DECK = 400;

/** Headings of summary points, as `foldLine` leaves them. */
const POINTS_HEADS: ReadonlySet<string> = new Set(
  "key points|key takeaways|takeaways|highlights|summary|at a glance|in brief|in short|the gist|key facts|what you need to know|story highlights|the essentials|das wichtigste in kürze|auf einen blick|in kürze|zusammenfassung|das wichtigste|l'essentiel|en bref|points clés|à retenir|claves|lo esencial|en resumen|las claves|puntos clave|in breve|in sintesi|punti chiave|i punti chiave|resumo|pontos-chave|em resumo|destaques|kort samengevat|in het kort|samenvatting|要点|要點|摘要|ポイント|この記事のポイント|要約|핵심 요약|요약|핵심요약|النقاط الرئيسية|أبرز النقاط|ملخص|главное|кратко|коротко|ключевые моменты"
    .split('|')
    .map(foldLine),
);

/** Gives the lines from the headline down to the story's first their parts. */
export function readHeader(page: Page, roles: Roles): void {
  const { lines, headline, story } = page;
  if (headline === null) return;
  roles.set(headline, { kind: 'headline' });
  readPoints(lines, headline + 1, story.start, roles);
  let isDeckFound = false;
  for (let at = headline + 1; at < story.start; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    if (roles.at(at)?.kind === 'caption') isDeckFound = true;
    if (roles.has(at) || line.caption !== null) continue;
    if (isFact(line) && line.shape !== 'paragraph') roles.set(at, { kind: 'fact' });
    else if (line.furniture !== null || line.head !== null) continue;
    else if (!isDeckFound && at < page.headerEnd && isDeck(line)) {
      isDeckFound = true;
      roles.set(at, { kind: 'deck' });
    } else if (line.shape === 'words' && line.weight < LIGHTEST_DECK) {
      roles.drop(at, 'label beside the headline');
    }
  }
}

function isDeck({ weight, bullet, caption, doubled }: SeenLine): boolean {
  return (
    weight >= LIGHTEST_DECK && weight <= HEAVIEST_DECK && !bullet && !doubled && caption === null
  );
}

/** Bulleted lines above the story, or the lines under a heading such as "Key points". */
function readPoints(lines: readonly SeenLine[], from: number, to: number, roles: Roles): void {
  let isUnderHead = false;
  for (let at = from; at < Math.min(lines.length, to + 1); at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (POINTS_HEADS.has(line.folded)) {
      isUnderHead = true;
      roles.set(at, { kind: 'fact' });
      continue;
    }
    const isPoint = line.bullet
      ? at < to || isUnderHead
      : isUnderHead && (!line.gap || lines[at - 1]?.folded === '');
    if (isPoint && line.furniture === null && line.weight >= LIGHTEST_DECK && !isFact(line)) {
      roles.set(at, { kind: 'point' });
    } else isUnderHead = false;
  }
}
