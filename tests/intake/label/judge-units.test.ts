// What of a page's blocks is its story, by their chances and by what else speaks for them.
import { parseHTML } from 'linkedom/worker';
import { describe, expect, test } from 'vitest';
import { findFurniture } from '../../../src/intake/facts/find-furniture.ts';
import { judgeUnits } from '../../../src/intake/label/judge-units.ts';
import { likeThoseBeside, type StoryUnit } from '../../../src/intake/label/story-units.ts';

const LONG = 'The ferry crosses the sound four times a day, and nobody counts the gulls. '.repeat(
  3,
);

const { document } = parseHTML('<html><body></body></html>');

/** A unit of one block. */
function unit(tag: string, text: string, chance: number, isKept: boolean, appeals = 0): StoryUnit {
  const element = document.createElement(tag);
  element.textContent = text;
  document.body.append(element);
  const isFurniture = findFurniture(text) !== null;
  const plain = { isMarked: false, linked: 0, appeals, isFurniture };
  const block = { element, text, figure: null, isKept, kind: tag, ...plain };
  return { element, blocks: [block], length: text.length, chance };
}

const others = (tag: string) => [1, 2, 3, 4].map(() => unit(tag, 'More news', 0.01, false));

const story = () => [1, 2, 3, 4].map(() => unit('p', LONG, 0.9, true));

/** The units in an element of their own. */
function boxed(...units: readonly StoryUnit[]): readonly StoryUnit[] {
  const box = document.createElement('section');
  units[0]?.element.before(box);
  box.append(...units.map(({ element }) => element));
  return units;
}

/** Indices of what is lost, and of what is furniture. */
function judged(units: readonly StoryUnit[]) {
  const { lost, furniture } = judgeUnits(units);
  const at = (some: readonly StoryUnit[]) => some.map((one) => units.indexOf(one));
  return { lost: at(lost), furniture: at(furniture) };
}

test('a lost heading over the story comes back where most of its kind belong to it', () => {
  const part = (chance: number) => {
    const heading = boxed(unit('h3', 'Gulls of the sound, counted', chance, false));
    const beside = document.createElement('span');
    beside.textContent = 'An advertisement beside it.';
    heading[0]?.element.after(beside);
    return [...heading, unit('p', LONG, 0.9, true)];
  };
  const units = [...story(), ...[0.5, 0.5, 0.5, 0.1].flatMap(part), ...others('h2'), ...part(0.1)];
  expect(judged(units)).toEqual({ lost: [4, 6, 8, 10, 16], furniture: [] });
  const few = [...story(), ...[0.5, 0.1, 0.1].flatMap(part), ...others('p')];
  expect(judged(few)).toEqual({ lost: [4], furniture: [] });
});

describe('what was kept', () => {
  test('stays where it is a post of a network, however unlikely', () => {
    const post = unit('blockquote', LONG, 0.05, true);
    const link = document.createElement('a');
    link.setAttribute('href', 'https://x.com/gull/status/1');
    post.element.append(link);
    const units = [...story(), post, unit('blockquote', LONG, 0.05, true), ...others('p')];
    expect(judged(units)).toEqual({ lost: [], furniture: [5] });
  });

  test('stays where it is an address and no more, however unlikely', () => {
    const sources = ['https://b.example/gull', '2 https://c.example/tern', 'See https://d.example'];
    const units = sources.map((text) => unit('p', text, 0.05, true));
    expect(judged([...story(), ...units, ...others('p')])).toEqual({ lost: [], furniture: [6] });
  });

  test('goes where it is unlikely', () => {
    const units = [...story(), unit('p', 'Follow us', 0.1, true), unit('p', 'Home', 0.01, false)];
    expect(judged(units)).toEqual({ lost: [], furniture: [4] });
  });

  test.each([
    [0, 0.4, 0.3],
    [1, 0.55, 0.45],
    [3, 0.7, 0.6],
  ])('needs more to stay the more it speaks to readers: %i times', (appeals, stays, goes) => {
    const [likely, less] = [stays, goes].map((chance) => unit('p', LONG, chance, true, appeals));
    const units = [...story(), likely, less, ...story(), unit('p', 'Home', 0.01, false)];
    expect(judged(units.flatMap((one) => one ?? [])).furniture).toEqual([5]);
  });

  test('stays where more than a quarter of it would go from between the story', () => {
    const units = [...story(), ...story().map((one) => ({ ...one, chance: 0.2 })), ...story()];
    const { furniture } = judged([...units, unit('p', 'Home', 0.01, false)]);
    expect(furniture).toHaveLength(3);
  });

  test('goes where the story has ended, though each of it may be the story', () => {
    const appeal = [unit('p', LONG, 0.35, true), unit('p', 'Join us', 0.35, true)];
    const units = [...story(), ...appeal, unit('p', 'Home', 0.01, false)];
    expect(judged(units).furniture).toEqual([4, 5]);
  });

  test('stays behind the end where it is a list of some chance, with the line above it', () => {
    const end = [unit('p', 'You need:', 0.1, true), unit('ul', LONG, 0.2, true)];
    const units = [...story(), ...end, unit('p', 'Home', 0.01, false)];
    expect(judged(units).furniture).toEqual([]);
  });

  test.each([
    ['The quay at dusk', []],
    ['', [4]],
  ])('stays at some chance as a figure whose caption is its own: "%s"', (caption, furniture) => {
    const picture = unit('p', 'The quay', 0.2, true);
    const place = { isOwn: true, isLink: false, isLead: false };
    const figure = { alt: 'The quay', src: '/quay.jpg', caption, ...place };
    const blocks = picture.blocks.map((block) => ({ ...block, figure }));
    const units = [...story(), { ...picture, blocks }, ...story(), unit('p', 'Home', 0.01, false)];
    expect(judged(units).furniture).toEqual(furniture);
  });

  test.each([
    ['goes with a box that is unlikely as a whole', 0.15, [4, 5]],
    ['stays in a box that is likely as a whole', 0.34, [5]],
  ])('%s', (_what, beside, furniture) => {
    const appeal = boxed(unit('p', LONG, 0.7, true), unit('p', LONG.repeat(2), beside, true));
    const rest = [...story(), ...story(), unit('p', 'Home', 0.01, false)];
    expect(judged([...story(), ...appeal, ...rest]).furniture).toEqual(furniture);
  });

  test('goes with a box in which several call readers to something', () => {
    const call = () => unit('p', `Sign up for our gulls. ${LONG.slice(0, 150)}`, 0.8, true);
    const told = unit('p', LONG, 0.9, true);
    const end = [...story(), unit('p', 'Home', 0.01, false)];
    const story8 = [...story(), ...story()];
    expect(judged([...story8, ...boxed(call(), told, call()), ...end]).furniture).toEqual([
      8, 9, 10,
    ]);
    expect(judged([...story8, ...boxed(call(), told), ...end]).furniture).toEqual([]);
  });

  test.each([
    ['goes where it only leads to links that are left out', 1, [4]],
    ['stays where words are left out behind it', 0, []],
  ])('%s', (_what, linked, furniture) => {
    const label = unit('p', 'More of the quay:', 0.9, true);
    const { blocks, ...behind } = unit('p', 'A tern', 0.01, false);
    const link = { ...behind, blocks: blocks.map((block) => ({ ...block, linked })) };
    expect(judged([...story(), label, link, ...story()]).furniture).toEqual(furniture);
  });

  test('stays above the story’s beginning, in a head that says little else', () => {
    const head = boxed(unit('p', 'A deck of one line.', 0.6, true), unit('p', LONG, 0.01, false));
    expect(judged([...head, ...story()])).toEqual({ lost: [], furniture: [] });
  });

  test('stays whole where the page holds nothing else', () => {
    expect(judged([...story(), unit('p', 'Follow us', 0.1, true)]).furniture).toEqual([]);
  });
});

describe('what was lost', () => {
  test('comes back where it is likely', () => {
    const units = [
      ...story(),
      unit('li', 'A likely point', 0.6, false),
      unit('li', 'No', 0.3, false),
    ];
    expect(judged(units).lost).toEqual([4]);
  });

  test('comes back where it is a long paragraph as those that were kept', () => {
    const units = [...story(), unit('p', LONG, 0.1, false), unit('div', LONG, 0.1, false)];
    expect(judged(units).lost).toEqual([4]);
  });

  test.each([
    ['of a kind that was rather left out', (lost: StoryUnit) => [lost, ...others('p')], 'p'],
    ['far behind the story', (lost: StoryUnit) => [...others('h4'), lost], 'p'],
  ])('stays out where it is %s', (_what, behind, tag) => {
    expect(judged([...story(), ...behind(unit(tag, LONG, 0.1, false))]).lost).toEqual([]);
  });

  test('comes back where it is a heading of what is there', () => {
    const [first, ...rest] = story();
    if (first === undefined) throw new Error('no story');
    const heading = unit('h3', 'What they saw', 0.1, false);
    const units = [first, heading, ...rest, unit('h3', 'More news', 0.1, false)];
    expect(judged(units).lost).toEqual([1]);
  });

  test('stays out where it is a heading in a box that says nothing else', () => {
    const heading = unit('h3', 'Ten tips for the allotment', 0.1, false);
    const box = document.createElement('a');
    heading.element.replaceWith(box);
    box.append(heading.element);
    expect(judged([...story(), heading, ...story()]).lost).toEqual([]);
  });

  test('stays out where it is surely something else', () => {
    expect(judged([...story(), unit('p', LONG, 0.01, false)]).lost).toEqual([]);
  });
});

test('Pictures side by side have the best of their chances, others their own', () => {
  const picture = (chance: number, isKept = true): StoryUnit => {
    const one = unit('p', '', chance, isKept);
    const place = { isOwn: false, isLink: false, isLead: false };
    const figure = { alt: '', src: '/quay.jpg', caption: '', ...place };
    return { ...one, blocks: one.blocks.map((block) => ({ ...block, figure })) };
  };
  const row = [picture(0.1), picture(0.7), picture(0.2)];
  const units = [...row, unit('p', LONG, 0.9, true), picture(0.1), picture(0.8, false)];
  expect(likeThoseBeside(units).map(({ chance }) => chance)).toEqual([
    0.7, 0.7, 0.7, 0.9, 0.1, 0.8,
  ]);
});
