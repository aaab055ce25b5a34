// Encodings that nothing names, told by the letters they give.

import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { guessCharset } from '../../src/intake/charset.ts';

test.for<[text: string, encoding: string, guess: string | null]>([
  ['港のニュースをお伝えします', 'shift_jis', 'shift_jis'],
  ['港のニュースをお伝えします', 'euc-jp', 'euc-jp'],
  ['港口的起重机今天停止了工作，没有人知道是为什么', 'gbk', 'gb18030'],
  ['港口的起重機今天停止了工作，沒有人知道是為什麼', 'big5', 'big5'],
  ['항구의 기중기가 오늘 멈추었다고 하는 이야기', 'euc-kr', 'euc-kr'],
  ['Краны в порту сегодня остановились', 'windows-1251', 'windows-1251'],
  ['Краны в порту сегодня остановились', 'koi8-r', 'koi8-r'],
  ['Οι γερανοί στο λιμάνι σταμάτησαν σήμερα', 'windows-1253', 'windows-1253'],
  ['המנופים בנמל עומדים היום', 'windows-1255', 'windows-1255'],
  ['توقفت الرافعات في الميناء اليوم', 'windows-1256', 'windows-1256'],
  ['เครนที่ท่าเรือหยุดทำงานวันนี้', 'windows-874', 'windows-874'],
  ['À Besançon, les élèves étaient tous déçus à Noël', 'windows-1252', null],
  ['ÜBER DIE GRÖSSE DER HÄFEN LÄSST SICH STREITEN', 'windows-1252', null],
  ['“Naïve” – so “étrange” – “übel”', 'windows-1252', null],
  ['plain', 'windows-1252', null],
])('%s in %s', ([text, encoding, guess]) => {
  expect(guessCharset(iconv.encode(text, encoding))).toBe(guess);
});
