// Who a byline names, and which lines name nobody.

import { describe, expect, test } from 'vitest';
import { parseByline } from '../../../../src/intake/facts/names/byline.ts';

describe('a byline', () => {
  test.for([
    ['By Robert Delaney in Washington', ['Robert Delaney'], 'Washington'],
    ['Robert Delaneyin Washington', ['Robert Delaney'], 'Washington'],
    ['By Alice Martin in Paris', ['Alice Martin'], 'Paris'],
    ['Kevin Li, Martin Wu and Ada Stone', ['Kevin Li', 'Martin Wu', 'Ada Stone'], null],
    ['Keith MackenzieLifestyle Writer', ['Keith Mackenzie'], null],
    ['Keith Mackenzie Lifestyle Writer', ['Keith Mackenzie'], null],
    ['Keith Mackenzie North coast correspondent', ['Keith Mackenzie'], null],
    ['Keith MacKenzie', ['Keith MacKenzie'], null],
    ['bySaul Giliard', ['Saul Giliard'], null],
    ['By ADA O’NEIL and Jan van Dyk, Associated Press', ['Ada O’Neil', 'Jan van Dyk'], null],
    ['By ADA McKAY and JAN VAN DER BERG', ['Ada McKay', 'Jan van der Berg'], null],
    ['By Ada (A.J.) Li', ['Ada (A.J.) Li'], null],
    ['By Ada “Addy” Li and Bo Ek', ['Ada “Addy” Li', 'Bo Ek'], null],
    ['By Madonna', ['Madonna'], null],
    ['-- By Ada Li', ['Ada Li'], null],
    ['By Jo March | The Daily Post', ['Jo March'], null],
    ['Posted by Ada Li at 9:41 PM', ['Ada Li'], null],
    ['Ada Li · CBC News · Posted', ['Ada Li'], null],
    ['Von Sina Zehrer Landespolitische Korrespondentin', ['Sina Zehrer'], null],
    ['Kommentar von Anna Müller', ['Anna Müller'], null],
    ['Par Odile Ferrandin', ['Odile Ferrandin'], null],
    ['Por Lucía Ferrán y Mateo Olid', ['Lucía Ferrán', 'Mateo Olid'], null],
    ['Текст: Анна Иванова', ['Анна Иванова'], null],
    ['홍길동 기자', ['홍길동'], null],
    ['佐久間志郎記者', ['佐久間志郎'], null],
    ['홍길동·김철수 기자', ['홍길동', '김철수'], null],
    ['本报记者 张三', ['张三'], null],
    ['记者：李明 王小红', ['李明', '王小红'], null],
    ['作者：李小明，王大伟', ['李小明', '王大伟'], null],
    ['編集委員 中沢克二', ['中沢克二'], null],
    ['[中沢克二，QPmedia]', ['中沢克二'], null],
    ['文● サカモト／編集部', ['サカモト'], null],
    ['文：アダ・リンド', ['アダ・リンド'], null],
    ['by 深海 | 社会, 経済', ['深海'], null],
    ['Photo of Sofia Hedberg', ['Sofia Hedberg'], null],
    ['By Ada Goldstein Quillport Today', ['Ada Goldstein'], null],
    ['Aleš Vávra Aleš Vávra', ['Aleš Vávra'], null],
    ['Par Nicolas Gutierrez C.', ['Nicolas Gutierrez C.'], null],
    ['Ada Li Bo Ek Una Orr', ['Ada Li', 'Bo Ek', 'Una Orr'], null],
    ['Ada Li 2 minutes read', ['Ada Li'], null],
    ['Autor Mark Newton:', ['Mark Newton'], null],
    ['Autorin/Autor Ada Li', ['Ada Li'], null],
    ['Ada Li By Ada Li', ['Ada Li'], null],
    ['By Ada (Addy) Li (AP)', ['Ada (Addy) Li'], null],
    ['By Ada “Addy” Li (Quillport Times)', ['Ada “Addy” Li'], null],
    ['ada-li.jpg Von Ada Li', ['Ada Li'], null],
    ['Ada LindqvistAda Lindqvist', ['Ada Lindqvist'], null],
    ['Ada Lindqvist Parliamentary editor', ['Ada Lindqvist'], null],
  ] as const)('%s', ([line, authors, place]) => {
    expect(parseByline(line)).toMatchObject({ authors, place });
  });

  test.for([
    'World News',
    'Über Ada',
    'CC BY',
    'Gründerin Quillport',
    'Founder Quillport',
    'Breaking News',
    'By Reuters',
    'You May Also Like',
    'Front Page',
    'A Heat Shield for the Coast',
    'The US and Britain accuse China',
    'Bypass opens in Leeds',
  ])('is not "%s"', (line) => {
    expect(parseByline(line)).toBeNull();
  });
});
