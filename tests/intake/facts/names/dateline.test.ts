// Reporters that a story names in the brackets it begins or ends with.

import { describe, expect, test } from 'vitest';
import { datelineNames } from '../../../../src/intake/facts/names/dateline.ts';

describe('the ends of a story', () => {
  test.for([
    ['新华社北京4月24日电（记者史卫燕、李明）发布了新的规定，各地方开始执行。', ['史卫燕', '李明']],
    ['（中央社記者王小明、李大同新北市3日電）行政院今天表示。', ['王小明', '李大同']],
    ['【ワシントン=渡辺洋介】大統領は14日、声明を発表した。', ['渡辺洋介']],
    ['代表は前向きな姿勢を示した。【エルサレム松岡大地】', ['松岡大地']],
    ['(서울=연합통신) 홍길동 기자 = 정부는 새로운 정책을 발표했다.', ['홍길동']],
    ['그는 이렇게 밝혔다. 홍길동·김철수 기자 hong@paper.kr', ['홍길동', '김철수']],
  ] as const)('%s', ([paragraph, names]) => {
    expect(datelineNames(paragraph)).toEqual(names);
  });

  test.for([
    'The town said on Monday (reporter Ada Li) that it would wait.',
    '정부는 홍길동 기자 회견을 했다고 밝혔다. 다음 날에도 같은 말을 되풀이했다.',
    '彼は「【重要】と書かれた手紙」を読んだ。',
  ])('name nobody in "%s"', (paragraph) => {
    expect(datelineNames(paragraph)).toEqual([]);
  });
});
