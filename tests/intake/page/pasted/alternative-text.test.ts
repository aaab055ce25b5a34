// Captions told by the alternative text above them: a copy, a beginning, the same in other words.

import { describe, expect, test } from 'vitest';
import { draftOf, pageWith, paragraph } from './story-with.ts';

/** The Markdown of what stands between two paragraphs of a story, copied by a browser. */
function setIn(lines: string): string {
  const [, rest = ''] = draftOf(pageWith(lines)).markdown.split(paragraph('cranes'));
  return rest.split(paragraph('gulls'))[0]?.trim() ?? '';
}

describe('an alternative text', () => {
  const gull = 'A gull on the old pier';
  const watch = 'A gull watches the cranes from the old pier';
  const crane = 'A gull watches the crane from the old pier';
  const said = 'Ada Li, crane driver';
  const driver = 'The crane driver Ada Li on the old pier';

  test.for<readonly [string, string, string]>([
    ['is no second caption right below', `${gull}\n${gull}`, `![${gull}]()`],
    ['is none with a line between', `${gull}\n\n${gull}`, `![${gull}]()`],
    ['may be a word of four letters', 'Gull\nGull', '![Gull]()'],
    ['is no shorter word', 'Gul\nGul', ''],
    [
      'may be the beginning of a caption',
      `${watch}\n${watch} and counts.`,
      `![${watch} and counts.]()`,
    ],
    ['may have a word changed', `${watch}\n${crane}`, `![${crane}]()`],
    ['with a word changed stands right above', `${watch}\n\n${crane}`, `${watch}\n\n## ${crane}`],
    ['is told by the credit behind its copy', `${watch}\n${watch}: Bo Ek`, `![${watch} : Bo Ek]()`],
    [
      'is told by the credit below its copy',
      `${gull}\n${gull}\nFoto: Bo Ek`,
      `![${gull} Foto: Bo Ek]()`,
    ],
    ['stands above a button and its copy', `${gull}\nEnlarge\n${gull}`, `![${gull}]()`],
    [
      'stands above a button and what it begins',
      `${gull}\nEnlarge\n${gull} at noon`,
      `![${gull} at noon]()`,
    ],
    [
      'may have a character changed where words are not set apart',
      '海鸥在旧码头上看着起重机和工人\nEnlarge\n海鸥在旧码头上望着起重机和工人',
      '![海鸥在旧码头上望着起重机和工人]()',
    ],
    [
      'keeps its credit above a button',
      `${watch} © Bo Ek\nEnlarge\n${watch}`,
      `![${watch} © Bo Ek]()`,
    ],
    [
      'has no line as long as text for a button',
      `${gull}\nEnlarge this image of the harbour now\n${gull} at noon`,
      `${gull}\n\n## ${gull} at noon`,
    ],
    ['of a word has no button below it', 'Gull\nEnlarge\nGull', ''],
    ['is said again by its caption in other words', `${said}\n${driver}`, `![${driver}]()`],
    ['is said again right below only', `${said}\n\n${driver}`, `${said}\n\n## ${driver}`],
    [
      'is none of which the next line says nothing',
      `${said}\nNobody else on the old pier`,
      `${said}\n\n## Nobody else on the old pier`,
    ],
    [
      'is said again by a caption with its credit',
      `${said}\n${driver}\nFoto: Bo Ek`,
      `![${driver} Foto: Bo Ek]()`,
    ],
    ['does not lead to what is below', `${said}:\n${driver}`, `${said}:\n\n## ${driver}`],
    ['is no item of a list', `• ${said}\n• ${driver}\n`, `- ${said}\n- ${driver}`],
    ['does not begin with a number', `1 ${said}\n${driver}`, `1 ${said}\n\n## ${driver}`],
  ])('%s', ([, lines, markdown]) => {
    expect(setIn(lines)).toBe(markdown);
  });
});
