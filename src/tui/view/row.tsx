// One row of the screen: a text for each of its spans, in the look of their roles.
import { Text, type TextProps } from 'ink';
import { createContext, memo, type ReactNode, useContext } from 'react';
import { lookOf, type Role, type Span } from '../../text/line.ts';
import { safeText, withHyperlink } from '../../text/palette.ts';

/** Whether texts have looks; without colour there is no attribute either. By default they have. */
export const ColorContext = createContext(true);

export interface RowProps {
  /** What is wider than the box that the row stands in is cut. */
  readonly spans: readonly Span[];
}

/** Draws a row; one whose spans say what they said before is not drawn anew. */
export const Row = memo(function Row({ spans }: RowProps) {
  const hasColor = useContext(ColorContext);
  const isBlank = spans.every(({ text }) => text === '');
  return (
    // A text without a character would take no row at all.
    <Text wrap="truncate">
      {isBlank ? ' ' : spans.map((part, at) => textOf(part, at, hasColor))}
    </Text>
  );
}, haveSameSpans);

function haveSameSpans({ spans: before }: RowProps, { spans: after }: RowProps): boolean {
  return before.length === after.length && before.every((part, at) => isSame(part, after[at]));
}

function isSame(before: Span, after: Span | undefined): boolean {
  if (before === after) return true;
  const { text, roles, href } = before;
  return (
    text === after?.text &&
    href === after.href &&
    roles.length === after.roles.length &&
    roles.every((role, at) => role === after.roles[at])
  );
}

/** A span as Ink takes it: what has no look needs no element. */
function textOf(part: Span, key: number, hasColor: boolean): ReactNode {
  const text = withHyperlink(safeText(part), part);
  if (!hasColor || part.roles.length === 0) return text;
  return (
    <Text key={key} {...textProps(part.roles)}>
      {text}
    </Text>
  );
}

/** What Ink calls the looks of roles. */
export function textProps(roles: readonly Role[]): TextProps {
  const { weight, hue, italic, underline, strike, reverse } = lookOf(roles);
  return {
    bold: weight === 'bold',
    dimColor: weight === 'dim',
    italic: italic === true,
    underline: underline === true,
    strikethrough: strike === true,
    inverse: reverse === true,
    ...(hue === undefined ? {} : { color: hue }),
  };
}
