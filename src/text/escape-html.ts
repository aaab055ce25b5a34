// Text as it may stand in HTML and XML.
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe as text and inside a quoted attribute, of XML too, which has no U+FFFE and U+FFFF (XML 1.0 §2.2). */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\ufffe\uffff]/g, (character) => ESCAPES[character] ?? '');
}
