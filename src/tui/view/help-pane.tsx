// The help: the table of keys, as far as it fits the screen.

import { span } from '../../text/spans.ts';
import { helpLines } from '../input/help-lines.ts';
import type { Geometry } from '../state/geometry.ts';
import { Pane } from './pane.tsx';

export interface HelpPaneProps {
  readonly geometry: Geometry;
  /** The first line of the help on the screen. */
  readonly top: number;
}

/** Draws the table of keys. */
export function HelpPane({ geometry, top }: HelpPaneProps) {
  const { columns, bodyRows } = geometry;
  return (
    <Pane
      geometry={geometry}
      width={columns}
      heading={[span(' '), span('Keys', 'headline')]}
      lines={helpLines(columns).slice(top, top + bodyRows)}
      first={top}
    />
  );
}
