// Captions by what stands around them.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';
import { DATE, HEADLINE, pageWith, paragraph, STORY } from './story-with.ts';

const bodyOf = (lines: string): string => parsePasted(pageWith(lines)).draft.markdown;

describe('a caption', () => {
  test('is a sentence that no blank line follows among paragraphs that one follows', () => {
    const markdown = bodyOf('A gull watches the cranes from the old pier.');
    expect(markdown).toContain('![A gull watches the cranes from the old pier.]()');
  });

  test('is none in an interview, where only answers are followed by a blank line', () => {
    const asked = ['Who counts?', 'How long?', 'Since when?', 'What for?'];
    const answers = asked.map((line) => `${line}\n${paragraph(line)}\n`);
    const said = 'Nobody has asked the gulls.';
    const markdown = bodyOf(`${answers.join('\n')}\n${said}`);
    expect(markdown).toContain(said);
    expect(markdown).not.toContain('![');
  });

  test('is no paragraph under a heading where hardly any is followed by a blank line', () => {
    const advice = [
      'What to count instead',
      'Count what comes back every morning, and write down when, because nobody will remember it in a year.',
      'Leave the ropes where they are, so that the next clerk who walks along the quay will not stumble.',
      'Buy the master his breakfast. He had meant well, and the harbour will need him when the next ship sinks.',
    ];
    const text = [`${HEADLINE}\nBy Ada Li\n${DATE}`, STORY, advice.join('\n')];
    const { markdown } = parsePasted(text.join('\n\n')).draft;
    expect(markdown).toContain('## What to count instead');
    expect(markdown).not.toContain('![');
  });

  test('is no question, quote or row of items', () => {
    for (const lines of [
      'Who will count the gulls?',
      '“Nobody asked the gulls at all.”',
      'Ropes are counted first.\nThen come the hooks.\nThe gulls are counted last.',
    ]) {
      expect(bodyOf(lines)).not.toContain('![');
    }
  });

  test('goes on from its copy, a button between the two', () => {
    const markdown = bodyOf(
      'A gull on the old pier\nEnlarge image\nA gull on the old pier\nFoto: Bo Ek',
    );
    expect(markdown.match(/A gull on the old pier/g)).toHaveLength(1);
    expect(markdown).toContain('![A gull on the old pier Foto: Bo Ek]()');
  });

  test('may be as long as a paragraph above the story, over its credit and without a full stop', () => {
    const caption = `${paragraph('gulls').slice(0, -1)} at the old pier of the island on which they all stood`;
    const lines = [
      'Cranes stand still as Quillport counts its containers',
      'By Ada Li 4 March 2022',
    ];
    const story = [`${paragraph('cranes')}`, `${paragraph('ropes')}`, `${paragraph('hooks')}`];
    const copy = [...lines, '', caption, '', 'Bo Ek / Getty Images', '', story.join('\n\n')];
    const { markdown } = parsePasted(copy.join('\n')).draft;
    expect(markdown).toContain(`![${caption} Bo Ek / Getty Images]()`);
  });

  test('stands there once', () => {
    const words = 'A gull on the old pier\nA gull on the old pier';
    const markdown = bodyOf(`${words}\n\n${paragraph('hooks')}\n\n${words}`);
    expect(markdown.match(/A gull on the old pier/g)).toHaveLength(1);
  });

  test('is no known line of a page, however often it stands there', () => {
    expect(bodyOf('Save this story for later.\nSave this story for later.')).not.toContain('Save');
  });

  test('stands below its credit where none is above it', () => {
    const markdown = bodyOf('Foto: Bo Ek, Quillport\nA gull on the old pier.');
    expect(markdown).toContain('![A gull on the old pier. Foto: Bo Ek, Quillport]()');
  });

  test('tells who stands where', () => {
    const markdown = bodyOf('Ada Li (left) and Bo Ek on the old pier');
    expect(markdown).toContain('![Ada Li (left) and Bo Ek on the old pier]()');
  });

  test('says the words of the alternative text above it again', () => {
    const markdown = bodyOf('Ada Li, Kranführerin\nDie Kranführerin Ada Li auf der alten Mole');
    expect(markdown).toContain('![Die Kranführerin Ada Li auf der alten Mole]()');
    expect(markdown).not.toContain('Ada Li, Kranführerin');
  });

  test('is no paragraph below a subhead', () => {
    const markdown = bodyOf(`The gulls of Quillport\n${paragraph('gulls in Quillport')}\n`);
    expect(markdown).not.toContain('![');
  });

  test('is no paragraph that begins with the words of its subhead', () => {
    const markdown = bodyOf(`The harbour\n${paragraph('hooks')}\n`);
    expect(markdown).toContain('## The harbour');
  });

  test('stands below the headline said again', () => {
    const markdown = bodyOf(
      `Cranes stand still as Quillport counts its containers\n${'Ropes lie on the old pier. '.repeat(4)}`,
    );
    expect(markdown).toContain('![Ropes lie on the old pier.');
  });

  test('may be a name that is said twice', () => {
    const markdown = bodyOf('Павел Ли\nПавел Ли\nИсточник: Музей гавани');
    expect(markdown).toContain('![Павел Ли Источник: Музей гавани]()');
  });

  test('tells from where a row of people is told', () => {
    const row = 'Der Rat der Möwen (von li nach re): Ada Li, Bo Ek und Cy Oz';
    expect(bodyOf(`${row}\n`)).toContain(`![${row}]()`);
  });

  test('says that its picture is from the archive', () => {
    for (const words of ['IMAGEN DE REFERENCIA', 'Symbolbild', 'Photo d’archives', '資料写真'])
      expect(bodyOf(words)).toContain(`![${words}]()`);
  });

  test('opens with its being an old one, or closes with its place', () => {
    const old = 'FILE - A gull watches the cranes at the old pier, March 4, 2021.';
    expect(bodyOf(`${old}\n`)).toContain(`![${old}]()`);
    expect(bodyOf('港のカモメがクレーンを見ている＝４日、カモメ港\n')).toContain('![港の');
  });

  test('is no sentence on who was pictured', () => {
    const said =
      'She was pictured with a gull on the old pier, and the gull was pictured with a rope.';
    expect(bodyOf(`${said}\n`)).not.toContain('![');
  });
});

describe('a credit', () => {
  const caption = 'A gull watches the cranes from the old pier.';

  test.each([
    'Ada Li for The Quillport Times',
    'Courtesy of Quillport Museum',
    'Ada Li / Forum',
    'Archivo/La Gaviota',
    'The Associated Press',
    'Ada Li',
    'ADA LI, QUILLPORT TODAY',
    'PHOTO: GETTY IMAGES',
    'Beeld ANP',
    'REUTERS/Ada Li/File Photo',
    'KUVA: ADA LI / LEHTIKUVA',
  ])('ends a caption: %s', (credit) => {
    expect(bodyOf(`${caption} ${credit}`)).toContain(`![${caption} ${credit}]()`);
  });

  test('stands in brackets with a house behind a slash', () => {
    const markdown = bodyOf('Gulls on the old pier ( ADA LI/SCIENCE GULL LIBRARY)');
    expect(markdown).toContain('![Gulls on the old pier ADA LI/SCIENCE GULL LIBRARY]()');
  });

  test.each([
    ['La gaviota mira las grúas del puerto', '(foto Ada Li)'],
    ['Il gabbiano guarda le gru del porto', '(ansa)'],
    ['港のカモメがクレーンを見ている', '（撮影・港太郎）'],
    ['港口的海鸥看着起重机', '（图源：海港报）'],
    ['항구의 갈매기가 크레인을 보고 있다', '[사진=갈매기]'],
    ['نورس ينظر إلى رافعات الميناء', '(رويترز)'],
    ['बंदरगाह की क्रेन देख रहा गल', '(फोटो: पीटीआई)'],
  ])('stands in brackets in any language: %s %s', (said, credit) => {
    expect(bodyOf(`${said}${credit}\n`)).toContain(`![${said}`);
  });

  test.each([
    'Ada Li / Quillport Times',
    'PHOTO BY ADA LI',
    'fot. Ada Li',
    'Ada Li, CC BY 2.0',
    'Ada Li via Flickr',
    '사진=연합뉴스',
    '新华社发',
  ])('stands below a caption: %s', (credit) => {
    const said = 'A gull watches the cranes from the old pier';
    expect(bodyOf(`${said}\n${credit}\n`)).toContain(`![${said} ${credit}]()`);
  });

  test('is no title of a gallery', () => {
    expect(bodyOf('The harbour\nPhoto Gallery')).not.toContain('![');
  });

  test('is no name that a quote ends with', () => {
    expect(bodyOf('“The cranes of the harbour will stand for long.” Ada Li\n')).not.toContain('![');
  });

  test('stands apart from a caption that is right below its alternative text', () => {
    const markdown = bodyOf(`Gull on a pier\n${caption}\n\nArchivfoto: Bo P. Ek\n`);
    expect(markdown).toContain(`![${caption} Archivfoto: Bo P. Ek]()`);
  });

  test('is no button to share with', () => {
    expect(bodyOf('More ways to share the gulls\nFacebook')).not.toContain('![More');
  });
});

describe('a picture outside the story', () => {
  const story = ['gulls', 'ropes', 'hooks', 'cranes'].map(paragraph).join('\n\n');
  const headline = 'Cranes stand still as Quillport counts its containers\nBy Ada Li\n4 March 2022';
  const picture = 'A gull on the old pier. Foto: Bo Ek';

  test('stands right above the headline, but for the label of a section', () => {
    const { markdown } = parsePasted(
      `News\nSport\n\n${picture}\nHarbour\n${headline}\n${story}`,
    ).draft;
    expect(markdown).toContain('![A gull on the old pier. Foto: Bo Ek]()');
  });

  test('stands right below the story', () => {
    const { markdown } = parsePasted(`${headline}\n${story}\n\n${picture}\n\nImprint\n`).draft;
    expect(markdown).toContain('![A gull on the old pier. Foto: Bo Ek]()');
  });

  test('is no picture of another story in a list', () => {
    const list = 'Related articles\nGulls win the cup again\nGulls win the cup again';
    const { markdown } = parsePasted(`${headline}\n${story}\n\n${list}\n${story}`).draft;
    expect(markdown).not.toContain('![');
  });

  test('stands in the header below a name said twice, with a credit below it', () => {
    const { markdown } = parsePasted(`${headline}\nBo Ek\nBo Ek\n© Ada Li (KNA)\n${story}`).draft;
    expect(markdown).toContain('![Bo Ek © Ada Li');
  });

  test('is none without a credit', () => {
    const { markdown } = parsePasted(
      `A gull\nA gull\n${headline}\n${story}\n\nA gull\nA gull`,
    ).draft;
    expect(markdown).not.toContain('![');
  });
});
