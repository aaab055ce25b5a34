// The languages that pages are read in: a file for each, and one for what is of no language.

import af from './african/af.json' with { type: 'json' };
import sw from './african/sw.json' with { type: 'json' };
import xh from './african/xh.json' with { type: 'json' };
import zu from './african/zu.json' with { type: 'json' };
import ar from './asian/ar.json' with { type: 'json' };
import bn from './asian/bn.json' with { type: 'json' };
import fa from './asian/fa.json' with { type: 'json' };
import he from './asian/he.json' with { type: 'json' };
import hi from './asian/hi.json' with { type: 'json' };
import id from './asian/id.json' with { type: 'json' };
import ja from './asian/ja.json' with { type: 'json' };
import ko from './asian/ko.json' with { type: 'json' };
import ms from './asian/ms.json' with { type: 'json' };
import th from './asian/th.json' with { type: 'json' };
import tr from './asian/tr.json' with { type: 'json' };
import vi from './asian/vi.json' with { type: 'json' };
import zh from './asian/zh.json' with { type: 'json' };
import el from './european/el.json' with { type: 'json' };
import et from './european/et.json' with { type: 'json' };
import fi from './european/fi.json' with { type: 'json' };
import hu from './european/hu.json' with { type: 'json' };
import lt from './european/lt.json' with { type: 'json' };
import lv from './european/lv.json' with { type: 'json' };
import sq from './european/sq.json' with { type: 'json' };
import da from './germanic/da.json' with { type: 'json' };
import de from './germanic/de.json' with { type: 'json' };
import en from './germanic/en.json' with { type: 'json' };
import icelandic from './germanic/is.json' with { type: 'json' };
import nl from './germanic/nl.json' with { type: 'json' };
import no from './germanic/no.json' with { type: 'json' };
import sv from './germanic/sv.json' with { type: 'json' };
import ca from './romance/ca.json' with { type: 'json' };
import es from './romance/es.json' with { type: 'json' };
import fr from './romance/fr.json' with { type: 'json' };
import it from './romance/it.json' with { type: 'json' };
import pt from './romance/pt.json' with { type: 'json' };
import ro from './romance/ro.json' with { type: 'json' };
import bg from './slavic/bg.json' with { type: 'json' };
import cs from './slavic/cs.json' with { type: 'json' };
import hr from './slavic/hr.json' with { type: 'json' };
import mk from './slavic/mk.json' with { type: 'json' };
import pl from './slavic/pl.json' with { type: 'json' };
import ru from './slavic/ru.json' with { type: 'json' };
import sk from './slavic/sk.json' with { type: 'json' };
import sl from './slavic/sl.json' with { type: 'json' };
import sr from './slavic/sr.json' with { type: 'json' };
import uk from './slavic/uk.json' with { type: 'json' };
import web from './web.json' with { type: 'json' };

/** Of two that a text may be in, the one that more papers are written in stands first. */
const FILES = {
  ...{ en, de, fr, es, it, pt, nl, sv, da, no, is: icelandic, fi, pl, cs, lt, sk, hr, sl, lv },
  ...{ et, tr, id, ms, vi, zu, xh, af, ca, sw, ro, hu, el, ru, uk, bg, ar, fa, he, hi, bn, ja },
  ...{ ko, mk, sq, sr, th, zh, web },
};

/** What phrases are for. */
export type PhraseRole = {
  [Language in keyof typeof FILES]: keyof (typeof FILES)[Language];
}[keyof typeof FILES];

/** By BCP 47, role → phrases; `web` has those of no language. */
export const LANGUAGES: Readonly<
  Record<string, Readonly<Partial<Record<PhraseRole, readonly string[]>>>>
> = FILES;
