// Each role against the backgrounds of known terminals, by the contrast ratio of WCAG 2.2.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ColorDepth } from '../../src/text/colors.ts';
import { isRole, roleLooks } from '../../src/text/line.ts';
import { paintSpans } from '../../src/text/palette.ts';
import {
  type Background,
  backgroundOf,
  knownBackground,
  THEMES,
  type Theme,
  themeTints,
} from '../../src/text/themes.ts';

interface Palette {
  readonly name: string;
  readonly background: string;
  readonly foreground: string;
  readonly red: string;
  readonly magenta: string;
  readonly source: string;
}

const PALETTES: readonly Palette[] = JSON.parse(
  readFileSync(new URL('terminal-palettes.json', import.meta.url), 'utf8'),
);
const ROLES = roleLooks().map(({ role }) => role);

type Channels = readonly number[];

function channelsOf(color: string): Channels {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
}

/** One of the 256 that no palette changes: the cube and the greys (xterm's). */
function indexed(index: number): Channels {
  const level = (step: number) => (step === 0 ? 0 : 55 + 40 * step) / 255;
  if (index >= 232) return [0, 1, 2].map(() => (8 + 10 * (index - 232)) / 255);
  const cube = index - 16;
  return [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level);
}

function luminance(channels: Channels): number {
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Channels, other: Channels): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What colour a role's text has, as its escape sequence says. */
function colorOf(
  role: string,
  theme: Theme,
  background: Background | null,
  palette: Palette,
  depth: ColorDepth,
) {
  const foreground = channelsOf(palette.foreground);
  if (!isRole(role)) throw new Error(`no role: ${role}`);
  const tints = themeTints(theme, background, { styles: {}, depth });
  const painted = paintSpans([{ text: 'x', roles: [role] }], {
    color: true,
    hyperlinks: false,
    tints,
  });
  const codes = /\x1b\[([\d;]+)m/.exec(painted)?.[1] ?? '';
  const channels = /(?:^|;)38;2;(\d+);(\d+);(\d+)$/.exec(codes)?.slice(1);
  if (channels !== undefined) return channels.map((value) => Number(value) / 255);
  const index = /(?:^|;)38;5;(\d+)$/.exec(codes)?.[1];
  if (index !== undefined) return indexed(Number(index));
  if (/(?:^|;)31$/.test(codes)) return channelsOf(palette.red);
  if (/(?:^|;)35$/.test(codes)) return channelsOf(palette.magenta);
  // Terminals that make dim text fainter mix it with the background half and half.
  const isDim = /^2(?:;|$)/.test(codes);
  const behind = channelsOf(palette.background);
  return isDim ? foreground.map((value, at) => (value + (behind[at] ?? 0)) / 2) : foreground;
}

function weakest(
  theme: Theme,
  palette: Palette,
  background: Background | null,
  depth: ColorDepth = 24,
) {
  const behind = channelsOf(palette.background);
  const ratios = ROLES.map((role) =>
    contrast(colorOf(role, theme, background, palette, depth), behind),
  );
  return Math.min(...ratios);
}

describe.each(PALETTES)('On $name', (palette) => {
  const behind = channelsOf(palette.background);
  const background = backgroundOf(behind);
  /** Of text in the terminal's own colours, which its user chose: of one palette it is less. */
  const own = contrast(channelsOf(palette.foreground), behind);

  it('each role stands out by 4.5 : 1 where the background is known', () => {
    const wanted = palette.name === 'Solarized light' ? own : 4.5;
    for (const theme of ['auto', background, 'mono'] as const) {
      expect(weakest(theme, palette, background)).toBeGreaterThanOrEqual(wanted);
    }
  });

  it('each role stands out by 7 : 1 in the theme of strong contrast', () => {
    expect(weakest('contrast', palette, background)).toBeGreaterThanOrEqual(7);
  });

  it('each role stands out by 3 : 1 where the background is not known', () => {
    expect(weakest('auto', palette, null)).toBeGreaterThanOrEqual(3);
  });

  it('strong contrast and no colour need not know the background', () => {
    expect(weakest('contrast', palette, null)).toBe(own);
    expect(weakest('mono', palette, null)).toBe(own);
  });
});

/** Their published backgrounds. */
const BACKGROUNDS = [
  ['solarized-dark', '#002b36'],
  ['solarized-light', '#fdf6e3'],
  ['gruvbox-dark', '#282828'],
  ['gruvbox-light', '#fbf1c7'],
  ['catppuccin-mocha', '#1e1e2e'],
  ['catppuccin-latte', '#eff1f5'],
  ['nord', '#2e3440'],
] as const;

it('Every theme of published colours is held against its background', () => {
  const plain = ['auto', 'terminal', 'dark', 'light', 'contrast', 'mono'];
  expect([...plain, ...BACKGROUNDS.map(([theme]) => theme)].sort()).toEqual([...THEMES].sort());
});

it.each(BACKGROUNDS)('In %s each role stands out by 4.5 : 1 from %s', (theme, background) => {
  // Nothing of this one is its foreground or a hue of the terminal's.
  const palette = { name: theme, background, foreground: background, red: background };
  const none = { ...palette, magenta: background, source: '' };
  expect(weakest(theme, none, null)).toBeGreaterThanOrEqual(4.5);
  // The nearest of 256 colours are a little off.
  expect(weakest(theme, none, null, 8)).toBeGreaterThanOrEqual(3.3);
});

it('The own colours of most terminals do not stand out as much', () => {
  const weak = (color: 'red' | 'magenta') =>
    PALETTES.filter((one) => contrast(channelsOf(one[color]), channelsOf(one.background)) < 4.5);
  expect(PALETTES.length).toBeGreaterThanOrEqual(17);
  expect([weak('red').length, weak('magenta').length]).toEqual([14, 11]);
  const floor = Math.min(...PALETTES.map((one) => weakest('terminal', one, null)));
  expect(floor).toBeLessThan(2);
});

it('No one colour stands out by more than 3.3 : 1 from the background of every terminal', () => {
  const floors = Array.from({ length: 240 }, (_, at) =>
    Math.min(...PALETTES.map((one) => contrast(indexed(at + 16), channelsOf(one.background)))),
  );
  expect(Math.max(...floors)).toBeLessThan(3.3);
});

it('The theme of the terminal has its own colours on any background', () => {
  expect(themeTints('terminal', 'light')).toEqual(themeTints('terminal', null));
  expect(themeTints('terminal', null)).toMatchObject({ dim: '2', red: '31', magenta: '35' });
});

it.each([
  [{ COLORFGBG: '15;0' }, 'dark'],
  [{ COLORFGBG: '0;default;15' }, 'light'],
  [{ COLORFGBG: '7;8' }, 'dark'],
  [{ COLORFGBG: '0;7' }, 'light'],
  [{ COLORFGBG: '15;default' }, null],
  [{ COLORFGBG: '' }, null],
  [{ TERM: 'linux' }, 'dark'],
  [{ TERM: 'xterm-256color' }, null],
])('Variables %j tell of a background that is %s', (env, background) => {
  expect(knownBackground(env)).toBe(background);
});
