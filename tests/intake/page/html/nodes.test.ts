// The tree of a page keeps its links whatever is moved in it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DomElement,
  type DomNode,
  DomText,
  isElement,
  nextNode,
} from '../../../../src/intake/page/html/dom/nodes.ts';

function element(name: string, ...nodes: readonly DomNode[]): DomElement {
  const made = new DomElement(name);
  made.append(...nodes);
  return made;
}

/** A tree as markup, read by its links from the front; fails where those from the back differ. */
function written(node: DomNode): string {
  if (!isElement(node)) return node.data;
  const forward = node.childNodes;
  const backward: DomNode[] = [];
  for (let at = node.lastChild; at !== null; at = at.previousSibling) backward.unshift(at);
  expect(backward).toEqual(forward);
  expect(forward.every((one) => one.parentElement === node)).toBe(true);
  return `<${node.localName}>${forward.map(written).join('')}</${node.localName}>`;
}

const MOVES = {
  'before: a node that stands behind': [(a, _b, c) => a.before(c), 'c a b'],
  'before: several': [(a, b, c) => a.before(c, b), 'c b a'],
  'before: itself': [(a) => a.before(a), 'a b c'],
  'after: a node that stood in front': [(a, b) => b.after(a), 'b a c'],
  'after: the next and one more': [(a, b) => a.after(b, new DomText('x')), 'a b x c'],
  'prepend: the first and one more': [
    (a) => a.parentElement?.prepend(a, new DomText('x')),
    'a x b c',
  ],
  'after: several new ones': [(a) => a.after(new DomText('x'), new DomText('y')), 'a x y b c'],
  'replaceWith: nothing': [(a) => a.replaceWith(), 'b c'],
  'replaceWith: what it holds': [
    (_a, b) => {
      b.append(new DomText('x'), new DomText('y'));
      b.replaceWith(...b.childNodes);
    },
    'a x y c',
  ],
  'replaceWith: itself and one more': [(a) => a.replaceWith(new DomText('x'), a), 'x a b c'],
  'remove: the last': [(_a, _b, c) => c.remove(), 'a b'],
  'remove: twice': [
    (_a, b) => {
      b.remove();
      b.remove();
    },
    'a c',
  ],
  'prepend: the last two': [(a, b, c) => a.parentElement?.prepend(b, c), 'b c a'],
  'append: the first': [(a) => a.parentElement?.append(a), 'b c a'],
  removeChild: [(a, b) => a.parentElement?.removeChild(b), 'a c'],
} satisfies Record<
  string,
  readonly [(...nodes: [DomElement, DomElement, DomElement]) => void, string]
>;

test.each(Object.entries(MOVES))(
  'After %s the order is kept in both directions',
  (_what, [move, left]) => {
    const [a, b, c] = [element('a'), element('b'), element('c')];
    const root = element('p', a, b, c);
    move(a, b, c);
    const names = root.childNodes.map((node) => (isElement(node) ? node.localName : node.data));
    written(root);
    expect(names.join(' ')).toBe(left);
  },
);

test('A node that stands in nothing has nowhere to put others', () => {
  const [alone, other] = [element('a'), element('b')];
  alone.before(other);
  alone.after(other);
  expect(other.parentElement).toBeNull();
});

test('Siblings and children of an element are told without the texts between them', () => {
  const [a, b] = [element('a'), element('b')];
  const root = element(
    'p',
    new DomText('1'),
    a,
    new DomText('2'),
    new DomText('3'),
    b,
    new DomText('4'),
  );
  expect([a.nextElementSibling, b.previousElementSibling]).toEqual([b, a]);
  expect([a.previousElementSibling, b.nextElementSibling]).toEqual([null, null]);
  expect([root.firstElementChild, root.lastElementChild, root.children]).toEqual([a, b, [a, b]]);
  expect(root.textContent).toBe('1234');
  expect(root.getElementsByTagName('B')).toEqual([b]);
  expect([root.contains(a), root.contains(root), a.contains(root)]).toEqual([true, true, false]);
});

test('Texts beside each other become one, at every depth', () => {
  const root = element(
    'p',
    new DomText('1'),
    new DomText('2'),
    element('b', new DomText('3'), new DomText('')),
  );
  root.normalize();
  expect(root.childNodes.length).toBe(2);
  expect(root.children[0]?.childNodes.length).toBe(1);
  expect(written(root)).toBe('<p>12<b>3</b></p>');
});

test('A copy shares nothing with its element', () => {
  const root = element('p', element('b', new DomText('old')));
  root.setAttribute('class', 'old');
  const copy = root.cloneNode(true);
  copy.setAttribute('class', 'new');
  copy.children[0]?.append(new DomText(' and new'));
  expect([written(root), root.getAttribute('class')]).toEqual(['<p><b>old</b></p>', 'old']);
  expect(written(copy)).toBe('<p><b>old and new</b></p>');
  expect(root.cloneNode(false).firstChild).toBeNull();
});

test('Text that is set takes the place of all that was there', () => {
  const root = element('p', element('b', new DomText('old')), new DomText('text'));
  root.textContent = 'new';
  expect(written(root)).toBe('<p>new</p>');
  root.textContent = '';
  expect(root.firstChild).toBeNull();
});

test('Attributes are there as they were written, and no others', () => {
  const root = new DomElement('p', { class: ' a  b ' });
  root.setAttribute('id', '');
  expect(root.getAttribute('class')).toBe(' a  b ');
  expect([root.hasAttribute('id'), root.hasAttribute('title')]).toEqual([true, false]);
  expect([root.getAttribute('title'), root.getAttributeNames()]).toEqual([null, ['class', 'id']]);
});

test('Whatever is moved where, every node stands in one place', () => {
  const step = fc.tuple(
    fc.constantFrom('before', 'after', 'append', 'prepend', 'remove'),
    fc.nat(7),
    fc.nat(7),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const all = Array.from({ length: 8 }, (_, at) => element(`e${at}`));
      const root = element('root', ...all);
      for (const [what, from, to] of steps) {
        const [one, other] = [all[from], all[to]];
        if (one === undefined || other === undefined) continue;
        if (what === 'remove') one.remove();
        else if (!other.contains(one)) one[what](other);
      }
      written(root);
      const met = new Set<DomNode>();
      for (let at = nextNode(root, root); at !== null; at = nextNode(at, root)) {
        expect(met.has(at)).toBe(false);
        met.add(at);
      }
    }),
  );
});
