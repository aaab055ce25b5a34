// The phrases by which furniture on a news page is known, in the languages of its readers.

const join = (...phrases: readonly string[]): string => phrases.join('|');

const ADVERTISEMENT = join(
  'advert(?:isement|ising)?',
  'ads?',
  'sponsored(?: content| links?)?',
  'promoted content',
  'publicité|publicidade|publicidad|pubblicità|anzeige|werbung|annonce|annons|mainos|reklam[ae]?|реклама|广告|廣告|広告|광고',
  '(?:article|story) continues (?:below|after)(?: (?:this )?ad(?:vertisement)?)?',
  'continue reading(?: the main story| below)?',
  'scroll to continue|loading\\.*|this slideshow requires javascript',
  '(?:share|tweet|print|email|comments?|highlights|text size|letture|read in app|thanks for signing up|copy link|save)',
);

/** A block that is nothing else. */
export const ADVERTISEMENT_LINE = new RegExp(`^\\W*(?:${ADVERTISEMENT})\\W*$`, 'iu');

const POINTER = join(
  "read (?:more|next|also|the full|it on)|also read|also on|more(?: on this| from| stories| news| great)?:|see also|see more|related(?: (?:stories|articles?|posts?|links?|content|coverage|topics?))?\\b|recommended(?: (?:stories|reading))?|you (?:may|might) also (?:like|be interested)|more (?:great|on this|coverage|stories)\\b|watch:?(?: \\||$)|listen:|subscribe|don[’']t miss|what to read next|trending|up next|most (?:read|popular|viewed)",
  'à lire aussi|lire aussi|lire (?:la suite|également)|voir aussi|sur le même sujet',
  'lesen sie auch|mehr (?:zum thema|dazu|lesen)|lesen sie (?:hier|mehr)|auch interessant|das könnte sie auch|empfohlener (?:redaktioneller )?inhalt|weitere artikel',
  'le[eé]r? (?:también|más|además)|te puede interesar|lea (?:también|además)|más información|noticias relacionadas',
  'leia (?:também|mais)|veja também|saiba mais|leggi anche|per approfondire|lees ook|meer over|les også|läs (?:också|mer)|læs også|lue myös|czytaj (?:też|także|więcej)|zobacz (?:też|także)|taip pat skaitykite|čtěte (?:také|více)|читайте (?:также|ще|також)|смотрите также|xem thêm|baca (?:juga|selengkapnya)',
  '相关(?:新闻|阅读|推荐)|相關(?:新聞|報導)|延伸閱讀|関連記事|関連(?:リンク|ニュース)|あわせて読みたい|관련\\s?기사',
);

/** The start of a pointer to another article. */
export const POINTER_START = new RegExp(`^[\\W_]*(?:${POINTER})`, 'iu');

const CALL = join(
  "sign[ -]?up (?:for|to|here|now)|subscribe (?:to|now|here|for)|click here (?:to|for)|(?:get|read|follow) .{0,60}(?:by )?clicking here|follow (?:us|him|her|them|\\S+ ?\\S* on) (?:on )?|get in touch with our|for more stories like this|get (?:breaking|the latest|our) .{0,80}(?:news|newsletter|inbox|emails?)|like this story\\?|do you have a (?:story|tip)|have a (?:news )?tip\\?|(?:got|have) a story|send (?:us )?(?:your )?tips|if you enjoyed this|join (?:our|the) .{0,40}(?:newsletter|channel|whatsapp|telegram|community)|download (?:the|our) .{0,30}app|stay (?:up to date|on top|informed)|start your day with|this (?:web)?site uses cookies|listen to this article|access your favorite topics|support (?:our|independent) journalism|there[’']s plenty more where|visit .{0,60} for more (?:stories|news)",
  'abonnieren sie|melden sie sich|folgen sie uns|inscrivez-vous|abonnez-vous|suivez-nous|suscríb[ae]te|síguenos|assine |inscreva-se|siga |iscriviti|seguici|schrijf je in|volg ons',
);

/** The start of a block that asks the reader to do something. */
export const CALL_START = new RegExp(`^[\\W_]*(?:${CALL})`, 'iu');

/** Rights, agencies' numbers. */
export const RIGHTS =
  /^[\W_]*(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|©? ?riproduzione riservata|todos los derechos|this (?:material|article) may not be (?:published|reproduced)|image credits?:?\s*$|order reprints)/iu;

/** A heading that opens what comes after a story. */
export const AFTERMATH =
  /^\W*(?:about the authors?|(?:\d+ )?(?:comments?|kommentare|commentaires|comentarios|comentários|reacties)(?: \(\d+\))?|(?:leave|post|write) a (?:comment|reply)|join the (?:conversation|discussion)|forum\b.*|ihre meinung zählt.*|more (?:from|stories|in|on|like)\b.*|latest (?:news|stories)\b.*|top stories|breaking news emails|news updates|artikel-tools|seitennavigation|share this.*|tags?|topics?|filed under.*|(?:related|recommended)\b.*|you (?:may|might) .*like.*|read next|most (?:read|popular).*|mehr zum thema|newsletter)\W*$/iu;
