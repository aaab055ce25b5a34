// What of a page's blocks is its story, by their chances and by what else speaks for them.

import { describe, expect, test } from 'vitest';
import { judgeUnits } from '../../../src/intake/label/judge-units.ts';
import type { StoryUnit } from '../../../src/intake/label/story-units.ts';
import { DomElement } from '../../../src/intake/page/html/dom/nodes.ts';
import { boxed, LONG, others, stays, story, unit, within } from './units.ts';

test('A heading belongs to the story where most of its kind do', () => {
  const part = (chance: number) => {
    const heading = boxed(unit('h3', 'Gulls of the sound, counted', chance));
    const beside = new DomElement('span');
    beside.textContent = 'An advertisement beside it.';
    heading[0]?.element.after(beside);
    return [...heading, unit('p', LONG, 0.9)];
  };
  const headings = (units: readonly StoryUnit[]) => {
    const found = judgeUnits(units);
    return units.flatMap((one) => (one.element.localName === 'h3' ? [found.has(one)] : []));
  };
  const several = [...story(), ...[0.5, 0.5, 0.5, 0.1].flatMap(part), ...others('h2')];
  expect(headings(several)).toEqual([true, true, true, true]);
  expect(headings([...story(), ...[0.5, 0.1, 0.1].flatMap(part)])).toEqual([true, false, false]);
});

test.each([
  ['a likely paragraph', unit('p', LONG, 0.4, true), true],
  ['an unlikely one', unit('p', LONG, 0.3, true), false],
  ['an unlikely one like the others that was not seen at first', unit('p', LONG, 0.1), true],
  ['one that is none', unit('p', LONG, 0.01), false],
  ['a short one like the others', unit('p', 'A gull on the quay.', 0.1), false],
  ['one that speaks to readers and is likely', unit('p', LONG, 0.55, true, 1), true],
  ['one that speaks to readers', unit('p', LONG, 0.45, true, 1), false],
  ['one that often speaks to readers and is likely', unit('p', LONG, 0.7, true, 3), true],
  ['one that often speaks to readers', unit('p', LONG, 0.6, true, 3), false],
  ['a list of some chance', unit('ul', LONG, 0.2), true],
  ['a list of none amid its paragraphs', unit('ul', LONG, 0.1), true],
  ['a list that papers have everywhere', unit('ul', 'Advertisement', 0.1), false],
  ['a quote of some chance', unit('blockquote', LONG, 0.2), true],
  ['code of no chance', unit('pre', 'gulls = 1', 0.01), true],
  ['an address and no more', unit('p', 'https://b.example/gull', 0.05), true],
  ['the address of a note', unit('p', '2 https://c.example/tern', 0.05), true],
  ['an address in a sentence', unit('p', 'See https://d.example', 0.05), false],
])('Of %s it is told whether it belongs to the story', (_what, one, isStory) => {
  expect(stays(one)).toBe(isStory);
});

test('A table below the story belongs to it under a heading that does', () => {
  const table = boxed(unit('table', 'Old boat, 4 hours', 0.01));
  const [one] = table;
  const under = (chance: number) =>
    judgeUnits([...story(), unit('h2', 'Boats told apart', chance), ...table]);
  expect([under(0.9), under(0.01)].map((told) => one !== undefined && told.has(one))).toEqual([
    true,
    false,
  ]);
});

test('What readers write below a story is none of it, but in a forum all of it is', () => {
  const inComments = (...all: readonly StoryUnit[]): readonly StoryUnit[] => {
    const units = boxed(...all);
    units[0]?.element.parentElement?.setAttribute('id', 'comments');
    return units;
  };
  const isTold = (units: readonly StoryUnit[]) => {
    const told = judgeUnits(units);
    return units
      .filter(({ element }) => element.parentElement?.getAttribute('id') === 'comments')
      .map((one) => told.has(one));
  };
  const said = () => inComments(unit('p', LONG, 0.9, true));
  expect(isTold([...story(), ...said()])).toEqual([false]);
  expect(isTold(said())).toEqual([true]);
  expect(isTold([unit('p', 'Be kind to gulls.', 0.9, true), ...said()])).toEqual([true]);
  expect(isTold([...said(), ...story()])).toEqual([true]);
});

test('A post of a network belongs to the story, however unlikely', () => {
  const post = unit('blockquote', LONG, 0.05);
  const link = new DomElement('a');
  link.setAttribute('href', 'https://x.com/gull/status/1');
  post.element.append(link);
  expect(stays(post)).toBe(true);
  expect(stays(unit('blockquote', LONG, 0.05))).toBe(false);
});

test.each([
  ['a caption in the story stays at little chance', 'The quay at dusk', true, 0.2, true],
  ['no caption goes at next to no chance', '', true, 0.04, false],
  ['a caption beside the story goes at an even chance', 'The quay at dusk', false, 0.5, false],
  ['a caption beside the story stays where it is likely', 'The quay at dusk', false, 0.7, true],
])('A figure with %s', (_what, caption, isOwn, chance, isStory) => {
  const picture = unit('p', 'The quay', chance);
  const place = { isOwn, isLink: false, isLead: false };
  const figure = { alt: 'The quay', src: '/quay.jpg', caption, ...place };
  const blocks = picture.blocks.map((block) => ({ ...block, figure }));
  expect(stays({ ...picture, blocks })).toBe(isStory);
});

test.each([
  ['of its own', 0.03, 0, '', true],
  ['that it stands in by less chance', 0.01, 0, '', false],
  ['by half of links', 0.03, 0.55, '', true],
  ['of links', 0.03, 0.7, '', false],
  ['of a form', 0.03, 0, 'label', false],
])('A table amid the story stays in a part %s: %s', (_what, chance, linked, field, isKept) => {
  const table = unit('table', 'boat crossings', chance);
  if (field !== '') table.element.append(new DomElement(field));
  const blocks = table.blocks.map((block) => ({ ...block, linked }));
  const [one = table] = boxed({ ...table, blocks });
  const units = [...boxed(...story()), one, ...boxed(...story()), ...others('h4')];
  expect(judgeUnits(units).has(one)).toBe(isKept);
  within('form', units);
  expect(judgeUnits(units).has(one)).toBe(isKept);
  within('aside', [one]);
  expect(judgeUnits(units).has(one)).toBe(false);
  const [inPart = table] = boxed(unit('table', 'boat crossings', 0.01));
  expect(stays(inPart)).toBe(true);
});

test('A list amid the story that is links by half is none of it', () => {
  const list = unit('ul', 'Crane falls in the north', 0.03);
  const linked = list.blocks.map((block) => ({ ...block, linked: 0.55 }));
  expect(stays(list)).toBe(true);
  expect(stays({ ...list, blocks: linked })).toBe(false);
});

test('A post stays amid the story whatever its chance, and beside it does not', () => {
  const post = (): StoryUnit => {
    const quote = unit('blockquote', 'Gulls:', 0.001);
    const link = new DomElement('a');
    link.setAttribute('href', 'https://twitter.com/gull/status/1');
    quote.element.append(link);
    return quote;
  };
  const [first, inside, ...rest] = boxed(...story(), post(), ...story());
  const [outside] = boxed(post());
  const all = [first, inside, ...rest, outside].filter((one) => one !== undefined);
  const told = judgeUnits([...all, ...others('h4')]);
  const posts = all.filter(({ element }) => element.localName === 'blockquote');
  expect(posts.map((one) => told.has(one))).toEqual([true, false]);
});

test('A list belongs to the story right below a paragraph of it, in whatever element the two stand', () => {
  const stays = (...between: readonly StoryUnit[]): boolean => {
    const list = unit('ul', LONG, 0.1);
    const first = boxed(unit('p', LONG, 0.9, true), ...between, list);
    return judgeUnits([...boxed(...story()), ...first, ...boxed(...story())]).has(list);
  };
  expect(stays()).toBe(true);
  expect(stays(unit('p', 'Harbour shop', 0.01))).toBe(false);
});

test.each([
  ['p', 'goes where it only leads to links that are left out', 1, false],
  ['p', 'stays where words are left out behind it', 0, true],
  ['h4', 'goes where it is a known heading over such links', 1, false],
])('A label as %s %s', (tag, _what, linked, isStory) => {
  const label = unit(tag, tag === 'p' ? 'More of the quay:' : 'Table of contents', 0.9, true);
  const behind = unit('p', 'A tern', 0.01);
  const links = { ...behind, blocks: behind.blocks.map((block) => ({ ...block, linked })) };
  expect(judgeUnits([...story(), label, links, ...story()]).has(label)).toBe(isStory);
});

describe('What leads to a part of the story', () => {
  test('belongs to it as a line that ends in a colon, and as a heading', () => {
    for (const [tag, text] of [
      ['p', 'You need:'],
      ['h3', 'What they saw'],
    ] as const) {
      const lead = unit(tag, text, 0.1);
      const units = [...story(), lead, unit('ul', LONG, 0.2), ...others('h4')];
      expect(judgeUnits(units).has(lead)).toBe(true);
    }
  });

  test('belongs to it in a box of its own only where it was taken at first sight', () => {
    for (const isTaken of [true, false]) {
      const heading = unit('h3', 'Ten tips for the allotment', 0.1, isTaken);
      const box = new DomElement('a');
      heading.element.replaceWith(box);
      box.append(heading.element);
      expect(judgeUnits([...story(), heading, ...story()]).has(heading)).toBe(isTaken);
    }
  });

  test('does not where it is surely something else', () => {
    const heading = unit('h3', 'What they saw', 0.01);
    expect(stays(heading)).toBe(false);
  });
});

test('A small page keeps what was taken of it and is plain', () => {
  const small = [
    unit('p', 'The ferry waits.', 0.2, true),
    unit('p', 'The ferry waits for the gulls.', 0.2),
    unit('p', 'Subscribe to our newsletter.', 0.2, true),
  ];
  expect([...judgeUnits([unit('p', LONG.slice(0, 200), 0.9, true), ...small])]).toHaveLength(2);
});
