// Prose is imported as text: esbuild does that by the import's attribute.
declare module '*.md' {
  const text: string;
  export default text;
}
