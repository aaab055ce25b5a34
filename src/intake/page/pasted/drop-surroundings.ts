// The lines above the headline and below the story: all of them are furniture.
import type { LineLabels } from './lines/line-labels.ts';
import type { PageSurvey } from './story/survey-page.ts';

/** Drops every line outside the article that no pass has taken. */
export function dropSurroundings(page: PageSurvey, roles: LineLabels): void {
  const { lines, headline, story, lists } = page;
  const top = headline ?? story.start;
  for (const { kind, start, end } of lists) {
    for (let at = start; at < end; at++) {
      if (at < top || at >= story.end) roles.drop(at, kind);
    }
  }
  for (const [at, line] of lines.entries()) {
    if (line.furniture !== null) roles.drop(at, line.furniture);
    else if (at < top) roles.drop(at, 'above the headline');
    else if (at >= story.end) roles.drop(at, 'below the story');
  }
}
