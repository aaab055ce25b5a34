// Words that are themselves programs: nothing of an article is ever filled into one.

/** A shell or another that takes a program as a word. */
const INTERPRETER =
  /^(?:(?:a|ba|c|da|fi|k|mk|tc|z)?sh|cmd|pwsh|powershell|su|script|(?:lua|node|perl|php|pypy|python|ruby)[\d.]*|nodejs|bun|deno|osascript)(?:\.exe)?$/i;
/** What a program's text stands behind. */
const ITS_OPTION = /^(?:-[a-z]*[ce]|-[pr]|--(?:command|eval|print)|-command|\/[ck]|eval)$/i;
/** Options a line each, some with a value; behind any other word they are those of a script. */
const OPTIONS = /^(?:[-+][a-z]*[oWXI]\n.*\n|[-+/].*\n|eval\n)*$/i;
/** What stands for something of an article. */
const FILLED = /\{(?:url|title|path|id|feed|source|author|date|enclosure)\}/;

/** What would be filled into the text of a program, as `{title}`; `null` where nothing would. */
export function filledText(run: string | readonly string[]): string | null {
  if (typeof run === 'string') return null;
  const word = run.find((one, at) => FILLED.test(one) && isProgram(run.slice(0, at), one));
  return FILLED.exec(word ?? '')?.[0] ?? null;
}

function isProgram(before: readonly string[], word: string): boolean {
  return before.some((name, at) => {
    if (!INTERPRETER.test(name.replace(/^.*[/\\]/, ''))) return false;
    const options = before.slice(at + 1);
    const isFirst = OPTIONS.test(options.map((option) => `${option}\n`).join(''));
    return isFirst && (word.startsWith('-') || options.some((one) => ITS_OPTION.test(one)));
  });
}
