// Cuts a page into its blocks of text, the units that the labels point at.

/** Runs in the page: every block's text in document order, hidden ones too, with what holds it. */
function walk() {
  const skipped = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'IFRAME', 'HEAD']);
  const inline = new Set(
    (
      'A ABBR B BDI BDO CITE CODE DATA DFN EM FONT I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME ' +
      'U VAR WBR DEL LABEL RUBY RB RT RP TT BIG STRIKE'
    ).split(' '),
  );
  const blocks = [];
  let text = '';
  let holder = '';
  const end = () => {
    const line = text.replace(/\s+/gu, ' ').trim();
    if (line !== '') blocks.push([holder, line]);
    text = '';
  };
  const visit = (node, path) => {
    if (node.nodeType === 3) {
      if (text.trim() === '') holder = path;
      text += node.data;
    }
    if (node.nodeType !== 1) return;
    const name = node.tagName.toUpperCase();
    if (skipped.has(name)) return;
    const block = !inline.has(name);
    if (block) end();
    for (const child of node.childNodes) visit(child, `${path} ${name.toLowerCase()}`);
    if (block) end();
  };
  visit(document.body, '');
  end();
  return blocks;
}

/** An expression that gives `[path of tags, text][]` in the page. */
export const blocksExpression = `(${walk})()`;
