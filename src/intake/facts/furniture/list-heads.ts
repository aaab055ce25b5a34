// Headings under which a page lists other stories, its comments or its own business.
import { foldLine } from './fold-line.ts';

/** What stands below such a heading. */
export type ListKind = 'related' | 'comments' | 'about' | 'footer';

/** Headings word for word, in lower case. */
const HEADS: Readonly<Record<ListKind, readonly string[]>> = {
  related: [
    "most read|most popular|most viewed|most shared|most watched|most recent|most commented|popular|popular now|trending|trending now|trending news|trending topics|related|related news|related stories|related articles|related content|related topics|related posts|related coverage|related links|related video|related videos|recommended|recommended for you|recommended stories|recommended reading|you may also like|you might also like|you may have missed|more stories|more news|more headlines|more like this|more on this|more on this story|more top stories|more to explore|more to read|read next|read this next|up next|next article|next story|what to read next|top stories|top news|latest|latest news|latest stories|latest headlines|latest videos|editor’s picks|editors’ picks|editor’s choice|editors' picks|editor's picks|our picks|dont miss|don’t miss|don't miss|must read|must reads|in other news|in case you missed it|featured|featured stories|features|headlines|also on|from the web|around the web|promoted stories|suggested|explore more|keep reading|further reading|read also|also read|see also|special reports|more in|the latest|today’s top stories|best of|top videos|videos|photos|elsewhere on the bbc|in depth|news in pictures|popular stories|popular articles|other stories|similar articles|discover more",
    'mehr zum thema|das könnte sie auch interessieren|das könnte dich auch interessieren|auch interessant|meistgelesen|meistgelesene artikel|meistkommentiert|meist gelesen|weitere artikel|weitere meldungen|weitere nachrichten|weitere themen|verwandte artikel|verwandte themen|ähnliche artikel|lesen sie auch|empfehlungen|empfehlungen der redaktion|aktuelles|aktuelle nachrichten|aktuelles: schlagzeilen|neueste artikel|neueste nachrichten|top-themen|newsticker|passend zum thema|mehr aus|themen des artikels|mehr news|top-artikel|nicht verpassen',
    'à lire aussi|lire aussi|sur le même sujet|sur le même thème|à découvrir|les plus lus|les plus lues|articles les plus lus|le plus lu|à la une|articles similaires|articles liés|dernières actualités|dernières infos|vous aimerez aussi|à voir aussi|recommandé pour vous|nos recommandations|plus d’articles|pour aller plus loin|sur le sujet|en direct|les + lus|newsletters',
    'noticias relacionadas|más noticias|te puede interesar|te recomendamos|también te puede interesar|le puede interesar|lo más leído|lo más visto|lo más|más leídas|las más leídas|más información|más sobre|relacionados|relacionadas|artículos relacionados|temas relacionados|últimas noticias|lo último|archivado en|recomendados|te puede gustar|no te pierdas|ver más noticias|contenido relacionado',
    "leggi anche|articoli correlati|i più letti|più letti|le più lette|potrebbe interessarti|ultime notizie|ultim'ora|notizie correlate|altre notizie|da non perdere|in evidenza|consigliati per te|ti potrebbe interessare|gli articoli più letti|correlati|argomenti trattati",
    'leia também|leia mais|mais lidas|mais lidos|as mais lidas|mais notícias|notícias relacionadas|últimas notícias|veja também|relacionadas|relacionados|artigos relacionados|recomendadas|recomendados|você pode gostar|saiba mais|em destaque|mais vistas',
    'lees ook|meest gelezen|gerelateerd|gerelateerde artikelen|laatste nieuws|meer nieuws|aanbevolen|verder lezen|net binnen|populair|meer over|uitgelicht',
    '相关阅读|相关新闻|相关文章|热门新闻|热点新闻|推荐阅读|最新新闻|排行榜|点击排行|猜你喜欢|为你推荐|延伸阅读|延伸閱讀|相關新聞|熱門新聞|最新消息|推薦閱讀|関連記事|関連ニュース|関連リンク|あわせて読みたい|アクセスランキング|ランキング|人気記事|おすすめ|おすすめ記事|最新記事|新着記事|新着ニュース|この記事を読んだ人はこんな記事も読んでいます|注目の特集|ニュース|関連キーワード|トピックス|관련기사|관련 기사|많이 본 뉴스|많이 본 기사|주요뉴스|주요 뉴스|인기기사|인기 기사|최신뉴스|최신기사|추천기사|추천 뉴스|이 시각 주요뉴스|핫뉴스|이슈|실시간 뉴스|오늘의 주요뉴스',
    'اقرأ أيضا|اقرأ أيضاً|الأكثر قراءة|الأكثر مشاهدة|أخبار ذات صلة|مواضيع ذات صلة|مقالات ذات صلة|آخر الأخبار|أحدث الأخبار|قد يعجبك أيضا|المزيد من الأخبار|читайте также|самое читаемое|популярное|популярные новости|последние новости|новости по теме|материалы по теме|по теме|главное|главные новости|похожие материалы|лента новостей|рекомендуем|выбор редакции|другие новости|смотрите также|новости партнеров|mest lest|mest läst|läs mer|läs också|liknande artiklar|relaterade artiklar|tin liên quan|susijusios naujienos|skaitomiausi|berita terkait|baca juga|artikel terkait|terpopuler',
    'noticia relacionada|leé también|lee también|lea también|por si no lo viste|también te puede gustar|te puede interesar también|notícies relacionades|el més llegit|potrebbe interessarti anche|leggi altro|altri articoli|i più visti|aus dem ressort|mehr artikel|weitere videos|meistgesehen|beliebte artikel|dossier zum thema|sur le même thème|nos derniers articles|les plus consultés|plus d’actualités',
    'mest læste|mest sett|senaste nytt|siste nytt|seneste nyt|lue myös|luetuimmat|lue lisää|uusimmat|lisää aiheesta|katso myös|mest lesið|se også|læs også|les også|läs även',
    'najczęściej czytane|najpopularniejsze|najnowsze|polecamy|polecane|zobacz również|zobacz też|zobacz także|czytaj także|czytaj też|powiązane|przeczytaj także|nejčtenější|související|související články|související témata|mohlo by vás zajímat|čtěte také|doporučujeme|aktuálně|najčítanejšie|súvisiace články|mohlo by vás zaujímať|odporúčame|legolvasottabb|kapcsolódó cikkek|kapcsolódó|ajánlott cikkek|ajánljuk még|friss hírek|cele mai citite|articole similare|citește și|pe aceeași temă|recomandări|najčitanije|najnovije|povezane vijesti|povezane vesti|povezani članki|pročitajte još|pročitajte i|preberite tudi|najbolj brano|taip pat skaitykite|skaitomiausi|populiariausi',
    'δείτε επίσης|διαβάστε επίσης|διαβάστε ακόμη|δημοφιλή|σχετικά άρθρα|τελευταία νέα|ροή ειδήσεων|читайте також|найчитаніше|популярне|популярно|останні новини|новини за темою|ще за темою|вас може зацікавити|това може да ви интересува|още по темата|най-четени|свързани новини|последни новини|најчитаније|самые читаемые|читать ещё|читайте ещё|сейчас читают|ещё по теме|вам может быть интересно',
    'çok okunanlar|en çok okunanlar|ilgili haberler|benzer haberler|son dakika haberleri|diğer haberler|öne çıkan haberler|baca selengkapnya|rekomendasi untuk anda|berita lainnya|berita terbaru|artikel lainnya|paling banyak dibaca|populer|xem nhiều|đọc nhiều|đọc thêm|xem thêm|tin cùng chuyên mục|tin mới nhất|có thể bạn quan tâm|cùng chủ đề|संबंधित खबरें|ये भी पढ़ें|यह भी पढ़ें|और पढ़ें|ताज़ा खबरें|আরও পড়ুন|সর্বশেষ|সম্পর্কিত|עוד בנושא|כתבות קשורות|סיפורים קשורים|כתבות נוספות|הנקראות ביותר|אולי יעניין אותך|مطالب مرتبط|عناوین مرتبط|پربازدیدترین|پربازدیدترین ها|بیشتر بخوانید|مقالات ذات صله|مواضيع متعلقة|أخبار متعلقة|الأكثر تداولا',
  ],
  comments: [
    'lesermeinungen|lesermeinung|leserpost|leserbriefe|leserzuschriften|comments|show comments|view comments|join the conversation|join the discussion|have your say|leave a comment|leave a reply|post a comment|share your thoughts|your comments|readers’ comments|kommentare|kommentar schreiben|diskussion|leserkommentare|commentaires|réactions|laisser un commentaire|comentarios|deja un comentario|commenti|lascia un commento|comentários|deixe um comentário|reacties|评论|网友评论|コメント|댓글|التعليقات|комментарии|обсуждение|schreiben sie einen kommentar|schreibe einen kommentar|kommentar verfassen|ihr kommentar|laissez un commentaire|votre commentaire|poster un commentaire|deja una respuesta|deja un comentario|escribe un comentario|deixe uma resposta|lascia una risposta|geef een reactie|plaats een reactie|kommentarer|skriv en kommentar|kommentera|kommentit|komentarze|dodaj komentarz|komentáře|diskuse|diskuze|komentáre|diskusia|hozzászólások|kommentek|comentarii|lasă un comentariu|lasă un răspuns|komentari|ostavite komentar|komentarai|σχόλια|коментарі|залишити коментар|коментари|yorumlar|yorum yap|tinggalkan komentar|bình luận|ý kiến|التعليقات|تعليقات|اترك تعليقا|اترك تعليقاً|نظرات|תגובות|टिप्पणियाँ|コメントを残す|みんなのコメント|评论区|發表評論',
  ],
  about: [
    'about the author|about the authors|about the writer|authors|contributors|tags|topics|topics in this article|filed under|in this story|explore more on these topics|more about|über den autor|über die autorin|zur person|schlagwörter|schlagworte|themen|mots-clés|à propos de l’auteur|sobre el autor|etiquetas|temas|tag|argomenti|tópicos|assuntos|tags:|topics:|keywords|标签|关键词|キーワード|タグ|태그|키워드|الوسوم|كلمات مفتاحية|теги|об авторе|темы|read more about|more information|get in touch|contact the author|learn more about|corrections|our standards|newsletter|newsletters|follow us|sign up for our newsletter|join our newsletter|subscribe to our newsletter|get the latest news|stay informed|connect with us',
  ],
  footer: [
    'about us|contact us|company|site map|sitemap|site index|services|our group sites|sections|useful links|quick links|legal|impressum|unternehmen|service|qui sommes-nous|nos liens utiles|quiénes somos|aviso legal|chi siamo|quem somos|over ons|关于我们|联系我们|会社概要|会社案内|회사소개|من نحن|о нас|о компании|редакция',
  ],
};

/** Headings that name what they list: `More from Business`, `Latest in World`. */
const PATTERNS: readonly (readonly [ListKind, RegExp])[] = [
  [
    'related',
    /^(?:more (?:from|on|in|about|of|stories|news|top|articles|by)\b.{0,50}|most (?:read|popular|viewed|shared)\b.{0,30}|related (?:to|stories|articles|news|topics|content)\b.{0,40}|latest (?:in|from|on|news|stories)\b.{0,30}|latest .{0,20} news|recommended (?:for|by|from)\b.{0,30}|trending (?:in|on|now|stories|news|topics)\b.{0,30}|top (?:stories|news|picks)\b.{0,20}|stories (?:you|from|by)\b.{0,40}|you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,30}|read more (?:on|about|from)\b.{0,50}|popular (?:in|on|with)\b.{0,30}|what(?:’s|'s) (?:trending|new|next|hot)\b.{0,20}|from (?:our|the) (?:partners|archive|web|sponsors).{0,20}|mehr (?:aus|zu|von|zum|über)\b.{0,40}|meistgelesene?.{0,30}|die meistgelesenen.{0,20}|plus (?:de|sur)\b.{0,30}|les plus (?:lus|lues|commentés).{0,20}|lo más (?:leído|visto|popular).{0,30}|más (?:de|en|sobre|noticias)\b.{0,30}|altr[ei] (?:di|da|in|su|notizie)\b.{0,30}|mais (?:de|em|sobre|lidas|notícias)\b.{0,30}|meer (?:over|uit|van|in)\b.{0,30}|(?:.{0,12})(?:の関連記事|アクセスランキング|の最新記事|ランキング)|(?:.{0,12})(?:많이 본 뉴스|인기 기사|관련 ?뉴스))$/iu,
  ],
  [
    'comments',
    /^(?:(?:view|show|read|see|hide) (?:all )?(?:\d{1,5} )?comments?\b.{0,30}|\d{1,4}\+? (?:comments?|kommentare|commentaires|comentarios|commenti|comentários|reacties)|(?:comments?|kommentare|commentaires|comentarios|commenti|comentários|komentarze|komentáře|комментарии|коментарі|yorumlar|댓글|コメント)\s?[(:]?\s?\d{1,5}\)?)$/iu,
  ],
  [
    'about',
    /^(?:(?:tags?|topics|filed under|keywords|themen|schlagwörter|schlagworte|stichwörter|mots[- ]clés|étiquettes|etiquetas|temas|palabras clave|etiquetes|argomenti|in questo articolo|tópicos|assuntos|palavras-chave|trefwoorden|ämnen|emneord|emner|asiasanat|avainsanat|tagi|słowa kluczowe|tematy|štítky|témata|klíčová slova|címkék|etichete|oznake|ključne riječi|žymos|ετικέτες|теги|ключевые слова|ключові слова|тагове|etiketler|kata kunci|từ khóa|标签|關鍵字|关键词|キーワード|タグ|태그|الوسوم|كلمات مفتاحية|תגיות)\s?[:：].*|about (?:the )?(?:author|writer)s?\b.{0,40}|(?:.{0,40}) is (?:a|an|the) .{0,60}(?:reporter|correspondent|editor|journalist|writer) (?:at|for|with|based|covering|who)\b.*)$/iu,
  ],
];

const KINDS: ReadonlyMap<string, ListKind> = new Map(
  (['footer', 'about', 'comments', 'related'] as const).flatMap((kind) =>
    HEADS[kind].flatMap((line) => line.split('|').map((head) => [foldLine(head), kind] as const)),
  ),
);

/** What a heading's list holds, `null` for another line. `folded` is as `foldLine` has it. */
export function listHeadKind(folded: string): ListKind | null {
  if (folded.length > 70) return null;
  const whole = KINDS.get(folded);
  if (whole !== undefined) return whole;
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
