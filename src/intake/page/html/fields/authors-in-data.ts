// The authors that a page's data name: JSON-LD, `<meta>`, Twitter's labels.
import { isObject } from '../../../../core/json.ts';
import { firstMeta, type PageData } from '../document/page-data.ts';
import { lineField, plainLine, valuesOf } from '../document/structured-data.ts';

/** `author`, `article:author`, `parsely-author`, `dc.creator`, `byl`, `articleAuthor`. */
const META = /^(?:[\w.-]+[.:_-])?(?:article)?(?:authors?|byl(?:ine)?|creator)(?:[.:_-]?names?)?$/;
/** Creators of the page's card, feed or application: accounts. */
const OTHER_META = /^(?:twitter|fb|msapplication|smartbanner|generator)\b/;

/** The authors that the data name, source by source, the surest first. */
export function dataAuthors(page: PageData): readonly (readonly string[])[] {
  const named = [...page.meta].filter(([name]) => META.test(name) && !OTHER_META.test(name));
  const metas = named.toSorted(([a], [b]) => Number(b === 'author') - Number(a === 'author'));
  return [dataNames(page), ...metas.map(([, values]) => values), labelled(page)];
}

function dataNames(page: PageData): readonly string[] {
  return ['author', 'creator'].flatMap((property) => {
    const values = valuesOf(page.data.article, property, page.data.byId);
    return values.flatMap((value) => {
      if (typeof value === 'string') return [plainLine(value)];
      if (!isObject(value)) return [];
      const name = value['name'];
      return Array.isArray(name)
        ? name.map((one) => plainLine(String(one)))
        : [lineField(value, 'name')];
    });
  });
}

/** Twitter's labelled data: `Written by`. */
function labelled(page: PageData): readonly string[] {
  const at = [1, 2, 3].find((n) =>
    /^(?:written )?by$|author|verfasst von|écrit par|escrito por/i.test(
      firstMeta(page, `twitter:label${n}`),
    ),
  );
  return at === undefined ? [] : [firstMeta(page, `twitter:data${at}`)];
}
