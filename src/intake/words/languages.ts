// The languages that pages are read in: a file for each, and one for what is of no language.

import af from './af.json' with { type: 'json' };
import ar from './ar.json' with { type: 'json' };
import bg from './bg.json' with { type: 'json' };
import bn from './bn.json' with { type: 'json' };
import ca from './ca.json' with { type: 'json' };
import cs from './cs.json' with { type: 'json' };
import da from './da.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import el from './el.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import et from './et.json' with { type: 'json' };
import fa from './fa.json' with { type: 'json' };
import fi from './fi.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import he from './he.json' with { type: 'json' };
import hi from './hi.json' with { type: 'json' };
import hr from './hr.json' with { type: 'json' };
import hu from './hu.json' with { type: 'json' };
import id from './id.json' with { type: 'json' };
import icelandic from './is.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import lt from './lt.json' with { type: 'json' };
import lv from './lv.json' with { type: 'json' };
import mk from './mk.json' with { type: 'json' };
import ms from './ms.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import no from './no.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ro from './ro.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import sk from './sk.json' with { type: 'json' };
import sl from './sl.json' with { type: 'json' };
import sq from './sq.json' with { type: 'json' };
import sr from './sr.json' with { type: 'json' };
import sv from './sv.json' with { type: 'json' };
import sw from './sw.json' with { type: 'json' };
import th from './th.json' with { type: 'json' };
import tr from './tr.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };
import web from './web.json' with { type: 'json' };
import xh from './xh.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };
import zu from './zu.json' with { type: 'json' };

/** Of two that a text may be in, the one that more papers are written in stands first. */
const FILES = {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  sv,
  da,
  no,
  is: icelandic,
  fi,
  pl,
  cs,
  lt,
  sk,
  hr,
  sl,
  lv,
  et,
  tr,
  id,
  ms,
  vi,
  zu,
  xh,
  af,
  ca,
  sw,
  ro,
  hu,
  el,
  ru,
  uk,
  bg,
  ar,
  fa,
  he,
  hi,
  bn,
  ja,
  ko,
  mk,
  sq,
  sr,
  th,
  zh,
  web,
};

/** What phrases are for. */
export type PhraseRole = {
  [Language in keyof typeof FILES]: keyof (typeof FILES)[Language];
}[keyof typeof FILES];

/** By BCP 47, role → phrases; `web` has those of no language. */
export const LANGUAGES: Readonly<
  Record<string, Readonly<Partial<Record<PhraseRole, readonly string[]>>>>
> = FILES;
