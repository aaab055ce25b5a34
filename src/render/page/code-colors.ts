// Code in colours: the highlighter and its languages are loaded when a page has code of theirs.
import type { Code } from '../../markdown/document/document.ts';
import type { Role, Span } from '../../text/line.ts';
import ALIASES from './code-aliases.json' with { type: 'json' };
import { type Engine, languages, loadEngine } from './highlight.mjs';

/** Longer code stays in one colour, in UTF-16 units: it would hold up a key. */
const LONGEST = 20_000;
/** The names beside the fences of code in Markdown. */
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{?\.?([\w+#-]{1,20})/gm;

/** The language of a name as it stands beside code; `null` for one that is not coloured. */
function findLanguage(said: string): string | null {
  const name = said.toLowerCase();
  const found = Object.entries(ALIASES).find(([alias]) => alias === name)?.[1] ?? name;
  return Object.hasOwn(languages, found) ? found : null;
}

export function plainCode({ text }: Code): readonly Span[] {
  return [{ text, roles: ['code'] }];
}

export type CodeColors = ReturnType<typeof createCodeColors>;

/** Nothing is loaded yet. */
export function createCodeColors() {
  let engine: Engine | null = null;
  const loaded = new Set<string>();
  return {
    /** Loads what the code of an article needs; `null` where that is there, or there is no such code. */
    load(markdown: string): Promise<void> | null {
      const names = [...markdown.matchAll(FENCE)].flatMap(
        ([, name = '']) => findLanguage(name) ?? [],
      );
      const wanted = [...new Set(names)].filter((name) => !loaded.has(name));
      if (wanted.length === 0) return null;
      return (async () => {
        engine ??= (await loadEngine()).default;
        for (const name of wanted) {
          const language = await languages[name]?.();
          if (language !== undefined) engine.registerLanguage(name, language.default);
          loaded.add(name);
        }
      })();
    },
    /** The spans of the code, newlines in them; one span of its own role where nothing more is known. */
    spans(code: Code): readonly Span[] {
      const { text, language } = code;
      if (engine === null || language === null || text.length > LONGEST) return plainCode(code);
      const name = findLanguage(language);
      if (name === null || !loaded.has(name)) return plainCode(code);
      return highlightedSpans(
        engine.highlight(text, { language: name, ignoreIllegals: true }).value,
      );
    },
  };
}

/** The roles of what highlight.js calls the parts of code; all else is code and no more. */
const ROLES: Readonly<Record<string, Role>> = {
  ...rolesOf('codeComment', 'comment quote doctag meta'),
  ...rolesOf('codeString', 'string regexp number literal symbol char deletion link'),
  ...rolesOf('codeKeyword', 'keyword built_in type name section selector-tag addition title'),
};

function rolesOf(role: Role, scopes: string): Record<string, Role> {
  return Object.fromEntries(scopes.split(' ').map((scope) => [scope, role]));
}

/** What it writes: text, elements of one class, and references for four signs and the apostrophe. */
const PIECE = /<span class="([^"]*)">|<\/span>|([^<]+)/g;
const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** The spans of code that highlight.js marked up, newlines in them. */
function highlightedSpans(html: string): readonly Span[] {
  const open: (Role | null)[] = [];
  return [...html.matchAll(PIECE)].flatMap(([, scopes, text]): Span[] => {
    if (scopes !== undefined) open.push(roleOf(scopes));
    else if (text === undefined) open.pop();
    else {
      const plain = text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (sign) => SIGNS[sign] ?? sign);
      const inner = open.findLast((role) => role !== null) ?? null;
      return [{ text: plain, roles: inner === null ? ['code'] : ['code', inner] }];
    }
    return [];
  });
}

/** `hljs-title function_` is a title. */
function roleOf(scopes: string): Role | null {
  return ROLES[/^hljs-([\w-]+)/.exec(scopes)?.[1] ?? ''] ?? null;
}
