// Which of a page's dates is the story's, and which its last change's.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';
import { HEADLINE } from './story-with.ts';

const STORY = [
  'Le port de Quillport compte ses conteneurs depuis lundi, et personne ne dit combien de temps il va les compter.',
  'Les grues ne bougent pas tant que le port compte, et les mouettes ont pris les crochets pour leurs conteneurs.',
].join('\n\n');

const draftOf = (lines: readonly string[], story = STORY) =>
  parsePasted(['News', 'Harbour', HEADLINE, 'By Ada Li', ...lines, '', story].join('\n'), {
    now: new Date('2024-05-10T12:00:00Z'),
  }).draft;

describe('the date', () => {
  test.for([
    ['Updated: March 9, 2023 at 6:00 p.m.', 'Published: March 8, 2023'],
    ['Akt.: 9. März 2023 - 21.18 Uhr', '8. März 2023 - 16.03 Uhr'],
    ['Zuletzt geändert am 09.03.2023', '08.03.2023'],
    ['Mis à jour le 9 mars 2023 à 10h00', 'Publié le 8 mars 2023'],
    ['Última actualización: 09/03/2023', '08/03/2023'],
    ['Ultimo aggiornamento: 9 marzo 2023', '8 marzo 2023'],
    ['Atualizado em 09/03/2023 às 10h00', '08/03/2023 às 9h00'],
    ['Laatste update: 9 maart 2023', '8 maart 2023'],
    ['Sidst opdateret 9. marts 2023', '8. marts 2023'],
    ['Päivitetty 9.3.2023 10.00', 'Julkaistu 8.3.2023 9.00'],
    ['Aktualizacja: 9 marca 2023', '8 marca 2023'],
    ['Frissítve: 2023. március 9.', '2023. március 8.'],
    ['Güncelleme Tarihi: 9 Mart 2023', 'Giriş Tarihi: 8 Mart 2023'],
    ['Diperbarui 9 Maret 2023', '8 Maret 2023'],
    ['Ενημερώθηκε 9 Μαρτίου 2023', '8 Μαρτίου 2023'],
    ['Оновлено 9 березня 2023', '8 березня 2023'],
    ['最終更新 2023年3月9日', '2023年3月8日'],
    ['최종수정 2023.03.09. 10:00', '입력 2023.03.08. 9:00'],
  ] as const)('is not that of "%s"', ([updated, published]) => {
    const { published: first, updated: last } = draftOf([updated, published]);
    expect([first?.slice(0, 10), last?.slice(0, 10)]).toEqual(['2023-03-08', '2023-03-09']);
  });

  test('may fill a long line together with that of the last change', () => {
    const line = 'PUBLISHED: March 8, 2023 at 4:56 p.m. | UPDATED: March 9, 2023 at 6:00 p.m.';
    expect(draftOf([line])).toMatchObject({
      published: '2023-03-08T16:56',
      updated: '2023-03-09T18:00',
    });
    expect(draftOf([line]).markdown).not.toContain('PUBLISHED');
  });

  test('may stand far below the story, the last change’s beside it', () => {
    const below = Array.from({ length: 40 }, (_, at) => `Gulls ${at}`);
    const end = ['', ...below, 'Published: March 8, 2023', 'Updated: March 9, 2023'].join('\n');
    const { published, updated } = draftOf([], STORY + end);
    expect([published, updated]).toEqual(['2023-03-08', '2023-03-09']);
  });

  test('said twice without a space is said once', () => {
    expect(draftOf(['08/03/202308/03/2023']).published).toBe('2023-03-08');
  });

  test.for([
    'QUILLPORT, 8. März 2023 – ',
    '08.03.23 - ',
    'QUILLPORT (8 March 2023) — ',
    '北京2023年3月8日电 ',
    'Red. / 8.3.2023 ',
  ])('may open the story: %s', (opening) => {
    expect(draftOf([], opening + STORY).published).toBe('2023-03-08');
  });

  test.for(['On 8 March 2023 ', 'On Wednesday, 8 March 2023 - ', 'Since 8 March 2023: '])(
    'within the first sentence is that of the event: %s',
    (opening) => {
      expect(draftOf([], opening + STORY).published).toBeNull();
    },
  );

  test.for([
    'Harbour Post | 08.03.2023 à 13h36 • Mis à jour à 20h13 | Par Ada Li, avec Bo Ek, Cy Ot et Di Um, à Quillport, et Ed Vo au Havre',
    '8 March 2023, 10:14 | Source: Harbour Agency',
  ])('may be one of the facts in "%s"', (line) => {
    expect(draftOf([line]).published?.slice(0, 10)).toBe('2023-03-08');
  });

  test('is not that of a post that the story shows', () => {
    const page = ['8 March 2023', HEADLINE, '— Ada Li (@adali) March 7, 2023', '', STORY];
    expect(parsePasted(page.join('\n')).draft.published).toBe('2023-03-08');
  });

  test.for(['Erschienen am: 08.03.2023', 'Published: 8 March 2023', 'Data publikacji: 08.03.2023'])(
    'may stand far below the story as "%s"',
    (line) => {
      const menu = ['Harbour', 'Cranes', 'Gulls', 'Hooks', 'Ships', 'Piers', 'Nets', 'Tides'];
      expect(draftOf([], [STORY, ...menu, line].join('\n')).published).toBe('2023-03-08');
    },
  );
});
