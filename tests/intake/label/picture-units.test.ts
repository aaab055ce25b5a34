// Which pictures of a page are its story's, by their chances and by what stands around them.
import { describe, expect, test } from 'vitest';
import { judgeUnits } from '../../../src/intake/label/judge-units.ts';
import type { StoryUnit } from '../../../src/intake/label/story-units.ts';
import { boxed, LONG, others, story, unit, within } from './units.ts';

describe('A picture', () => {
  const picture = (chance: number): StoryUnit => {
    const one = unit('p', '\ufffc', chance);
    const figure = { alt: '', src: 'https://a.example/f.jpg', caption: '', isOwn: true };
    const told = { ...figure, isLink: false, isLead: false };
    return { ...one, blocks: one.blocks.map((block) => ({ ...block, figure: told })) };
  };

  test.each([
    ['right below a paragraph of the story', 0.06, true, () => unit('p', LONG, 0.9, true)],
    [
      'right below one, where it is likelier that it is not',
      0.04,
      false,
      () => unit('p', LONG, 0.9),
    ],
    ['below one in another part', 0.06, false, () => boxed(unit('p', LONG, 0.9, true))[0]],
    ['below a line that ends in a colon', 0.03, true, () => boxed(unit('p', 'So:', 0.9))[0]],
    ['below such a line, where it is none', 0.01, false, () => boxed(unit('p', 'So:', 0.9))[0]],
    ['below a paragraph of other things', 0.06, false, () => unit('p', LONG, 0.01)],
    ['below a heading', 0.01, false, () => unit('h3', 'Gulls of the sound', 0.9)],
  ])('%s, by a chance of %d, is the story’s: %s', (_where, chance, isKept, above) => {
    const head = above();
    const one = picture(chance);
    const units = head === undefined ? [] : [head];
    expect(judgeUnits([...story(), ...units, one, ...others('h4')]).has(one)).toBe(isKept);
  });

  test.each([
    ['amid the story in a part of its own', 0.06, true, 'p'],
    ['amid the story, where it is likelier that it is not', 0.04, false, 'p'],
    ['between the story and other things', 0.06, false, 'h4'],
  ])('%s, by a chance of %d, is the story’s: %s', (_where, chance, isKept, below) => {
    const row = [...boxed(picture(chance)), ...boxed(picture(chance))];
    const behind = below === 'p' ? story() : [unit('h4', 'More news', 0.01), ...story()];
    const found = judgeUnits([...story(), ...row, ...behind, ...others('h4')]);
    expect(row.map((one) => found.has(one))).toEqual([isKept, isKept]);
    const units = [...boxed(...story()), ...row, ...boxed(...behind)];
    within('form', units);
    expect(row.some((one) => judgeUnits(units).has(one))).toBe(isKept);
    within('aside', row);
    expect(row.some((one) => judgeUnits(units).has(one))).toBe(false);
    const [first, second = first] = boxed(picture(0.04), picture(chance));
    if (first === undefined || second === undefined) throw new Error('no pictures');
    expect(judgeUnits([...story(), first, second, ...behind]).has(second)).toBe(isKept);
  });

  test.each([
    ['right above the story’s first paragraph', 0.06, true, 'p', false],
    ['right above that, where it is likelier that it is not', 0.04, false, 'p', false],
    ['above the story’s first heading', 0.06, false, 'h2', false],
    ['above the story in another part', 0.06, false, 'p', true],
  ])('%s, by a chance of %d, is the story’s: %s', (_where, chance, isKept, tag, isApart) => {
    const one = picture(chance);
    if (isApart) boxed(one);
    const opening = unit(tag, LONG, 0.9, true);
    const amid = [...story(), ...others('h4'), picture(chance), unit(tag, LONG, 0.9, true)];
    expect(judgeUnits(amid).size).toBe(5);
    expect(judgeUnits([one, opening, ...story(), ...others('h4')]).has(one)).toBe(isKept);
  });
});
