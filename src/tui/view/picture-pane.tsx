// A picture as large as the screen.
import { row, span, withPictures } from '../../text/spans.ts';
import { shownHead } from '../state/loaded-rows.ts';
import { enlargedPicture } from '../state/page-pictures.ts';
import { Pane, type Placed } from './pane.tsx';

export function PicturePane({ state, view, geometry }: Omit<Placed, 'strip'>) {
  const { columns, bodyRows } = geometry;
  const of = enlargedPicture(state);
  if (of === null) return null;
  const margin = span(' '.repeat((columns - of.columns) >> 1));
  const room = ' '.repeat(of.columns);
  const lines = Array.from({ length: of.rows }, (_, at) => {
    const cells = withPictures([{ text: room, roles: [], picture: { of, at } }], view.pictureRow);
    return row(margin, ...cells);
  });
  const above = Array.from({ length: (bodyRows - of.rows) >> 1 }, () => row());
  const heading = [span(' '), span(shownHead(state)?.title ?? '', 'strong')];
  const strip = { left: 0, width: columns };
  return <Pane geometry={geometry} strip={strip} heading={heading} lines={[...above, ...lines]} />;
}
