// Language tags as feeds write them, as BCP 47 does.
import { tryOr } from '../../core/try-or.ts';

/** `en_us` as `en-US`; `null` for what is no tag. */
export function languageTag(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i.test(tag)) return null;
  return tryOr(() => Intl.getCanonicalLocales(tag)[0] ?? null, null);
}
