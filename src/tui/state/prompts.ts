// The lines that can be typed, each with its words.
import prompts from './prompts.json' with { type: 'json' };

/** What is said of a line that is typed. */
interface PromptWords {
  readonly label: string;
  /** What may be typed, shown where nothing is yet. */
  readonly placeholder?: string;
  /** Keys, and what they do. */
  readonly hints: Readonly<Record<string, string>>;
  /** It is typed beside the feeds. */
  readonly besideFeeds?: boolean;
  /** Nothing typed is an answer, too. */
  readonly mayBeEmpty?: boolean;
  /** ↑ brings back what was entered before. */
  readonly isRecalled?: boolean;
}

export type PromptKind = keyof typeof prompts;

/** Lines by the kind of their prompt. */
export type Asked = Readonly<Partial<Record<PromptKind, readonly string[]>>>;

export const PROMPTS: Readonly<Record<PromptKind, PromptWords>> = prompts;
