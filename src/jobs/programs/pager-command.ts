// The user's pager, as verbs and the reader run it.

export const USUAL_PAGER = 'less -R';
/** What only a shell understands. */
const NEEDS_SHELL = /[|&;<>()$`\\"'*?[#~%\n]/;

/** The command of `$PAGER`, else `less -R`; `null` where nothing is to be paged. */
export function pagerCommand({
  PAGER,
  TERM,
}: Readonly<Record<string, string | undefined>>): string | null {
  const command = (PAGER ?? USUAL_PAGER).trim();
  return TERM === 'dumb' || command === '' || command === 'cat' ? null : command;
}

/** A program and its words; of a line that only a shell understands all of it is the program. */
export function pagerWords(command: string) {
  const shell = NEEDS_SHELL.test(command);
  const [program = '', ...words] = shell ? [command] : command.split(/\s+/);
  return { program, words, shell };
}
