import {
  type DomElement,
  type DomNode,
  isElement,
} from '../../../../src/intake/page/html/dom/nodes.ts';

/** What an element holds, as markup without attributes. */
export function contentOf(element: DomElement): string {
  return element.childNodes.map(written).join('');
}

function written(node: DomNode): string {
  if (!isElement(node)) return node.data;
  if (node.localName === 'br') return '<br>';
  return `<${node.localName}>${contentOf(node)}</${node.localName}>`;
}
