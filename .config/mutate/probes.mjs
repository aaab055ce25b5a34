// Marks in a file's text which of the drawn sites a test comes by.

/** What a probed file calls; probe-setup.mjs defines it. */
const CALL = 'globalThis.__newsprintProbe';

/**
 * @param {string} text
 * @param {readonly (import('./sites.mjs').Site & { id: number })[]} sites of that text
 * @returns {string} the text with a call before each site
 */
export function probedText(text, sites) {
  const inserts = sites.flatMap(({ id, probe: { start, end, isStatement } }) =>
    isStatement
      ? [{ at: start, order: -2, width: 0, put: `${CALL}(${id});` }]
      : [
          // Where several begin the widest comes first, where several end it comes last.
          { at: start, order: -1, width: end - start, put: `(${CALL}(${id}), ` },
          { at: end, order: -3, width: start - end, put: ')' },
        ],
  );
  inserts.sort((a, b) => a.at - b.at || a.order - b.order || b.width - a.width);
  let done = 0;
  const pieces = inserts.map(({ at, put }) => {
    const piece = text.slice(done, at) + put;
    done = at;
    return piece;
  });
  return pieces.join('') + text.slice(done);
}

/**
 * @param {string} text
 * @param {import('./sites.mjs').Site} site
 * @returns {string} the text with the change made
 */
export function changedText(text, { start, end, to }) {
  return text.slice(0, start) + to + text.slice(end);
}
