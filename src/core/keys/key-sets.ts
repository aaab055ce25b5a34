// The sets of keys that come with the program, by their names: what each changes of the table.
import emacs from './sets/emacs.json' with { type: 'json' };
import newsboat from './sets/newsboat.json' with { type: 'json' };
import vim from './sets/vim.json' with { type: 'json' };

/** A table of TOML, or JSON: `list`, `article` and `feeds`, each commands with their keys. */
export type KeysTable = Readonly<Record<string, unknown>>;

export const KEY_SETS: Readonly<Record<string, KeysTable>> = {
  newsprint: {},
  newsboat,
  vim,
  emacs,
};
