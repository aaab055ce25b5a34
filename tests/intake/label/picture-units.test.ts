// Which pictures of a page are its story's, by their chances and by what stands around them.
import { describe, expect, test } from 'vitest';
import { judgeUnits } from '../../../src/intake/label/judge-units.ts';
import type { StoryUnit } from '../../../src/intake/label/story-units.ts';
import { boxed, LONG, others, story, unit, within } from './units.ts';

describe('Whether a picture belongs to the story is told by what is beside it', () => {
  const picture = (chance: number): StoryUnit => {
    const one = unit('p', '\ufffc', chance);
    const figure = { alt: '', src: 'https://a.example/f.jpg', caption: '', isOwn: true };
    const told = { ...figure, isLink: false, isLead: false };
    return { ...one, blocks: one.blocks.map((block) => ({ ...block, figure: told })) };
  };

  test.each([
    ['right below a paragraph of it', 0.06, () => unit('p', LONG, 0.9, true), true],
    ['right below, where it is likelier that it is not', 0.04, () => unit('p', LONG, 0.9), false],
    ['in another part', 0.06, () => boxed(unit('p', LONG, 0.9, true))[0], false],
    ['below a line that ends in a colon', 0.03, () => boxed(unit('p', 'So:', 0.9))[0], true],
    ['below such a line, where it is none', 0.01, () => boxed(unit('p', 'So:', 0.9))[0], false],
    ['below a paragraph of other things', 0.06, () => unit('p', LONG, 0.01), false],
    ['below a heading', 0.01, () => unit('h3', 'Gulls of the sound', 0.9), false],
  ])('%s: %d', (_where, chance, above, isKept) => {
    const head = above();
    const one = picture(chance);
    const units = head === undefined ? [] : [head];
    expect(judgeUnits([...story(), ...units, one, ...others('h4')]).has(one)).toBe(isKept);
  });

  test.each([
    ['amid it in a part of its own', 0.06, 'p', true],
    ['amid it, where it is likelier that it is not', 0.04, 'p', false],
    ['between it and other things', 0.06, 'h4', false],
  ])('%s: %d', (_where, chance, below, isKept) => {
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
    ['right above its first paragraph', 0.06, 'p', false, true],
    ['right above, where it is likelier that it is not', 0.04, 'p', false, false],
    ['above its first heading', 0.06, 'h2', false, false],
    ['above it in another part', 0.06, 'p', true, false],
  ])('%s: %d', (_where, chance, tag, isApart, isKept) => {
    const one = picture(chance);
    if (isApart) boxed(one);
    const opening = unit(tag, LONG, 0.9, true);
    const amid = [...story(), ...others('h4'), picture(chance), unit(tag, LONG, 0.9, true)];
    expect(judgeUnits(amid).size).toBe(5);
    expect(judgeUnits([one, opening, ...story(), ...others('h4')]).has(one)).toBe(isKept);
  });
});
