// What a page asks its reader to do, language by language: read another story, share, subscribe.

/** How a line begins that points to another story. */
const POINTERS_OF: readonly string[] = [
  'read(?: more| also| next| our| the full)?|also read|see also|see more|related(?: story| stories| article| coverage)?|more(?: on this| from)?|recommended|watch(?: more| also| now)?|listen|must[- ]read|don[’\u0027]t miss|explore',
  'lesen sie (?:auch|mehr|hier|dazu)|lies (?:auch|dazu)|mehr (?:zum thema|dazu)|lesetipp|siehe auch|auch interessant|passend dazu|zum thema',
  '(?:à |a )?lire aussi|à lire|voir aussi|à voir(?: aussi)?|lisez aussi|lire (?:également|plus)|sur le même sujet',
  'lea (?:también|además|más)|lee (?:también|además|más)|leé también|(?:también )?(?:le|te) puede interesar|(?:también )?puede leer|ver (?:también|además)|(?:vea|mira|mirá|escucha|además) también|más información|relacionad[ao]|llegiu també',
  'leggi (?:anche|pure)|vedi anche|guarda anche|ti potrebbe interessare|approfondisci|per approfondire',
  '(?:leia|veja|confira|assista|ouça) (?:também|mais|ainda)|saiba mais|ler também',
  'lees (?:ook|meer|verder)|bekijk ook|luister ook',
  'läs (?:också|mer|även)|se (?:också|även)|les (?:også|mer)|se også|læs (?:også|mere)|lue (?:myös|lisää)|katso myös|lesið einnig',
  'czytaj (?:też|także|również|więcej)|(?:zobacz|przeczytaj|sprawdź|polecamy) ?(?:też|także|również)?|čtěte (?:také|i|více)|(?:přečtěte|poslechněte) si (?:také|i)|čítajte (?:aj|tiež)|prečítajte si aj|olvass(?:a|on|d)? (?:el|tovább)|citește (?:și|mai mult)|pročitajte (?:i|još)|pročitaj (?:i|još)|preberite (?:tudi|še)|skaitykite taip pat|lasi arī|loe (?:ka|veel)',
  'διαβάστε (?:επίσης|ακόμη|και)|δείτε (?:επίσης|ακόμη|και)|читайте (?:также|також|ещё|еще|на эту тему)|смотрите также|(?:дивіться|дивись) також|прочетете (?:още|и)|вижте (?:още|също)|прочитајте и|по теме|материалы по теме',
  '(?:[iİ]lgili|benzer) haber|ayrıca (?:okuyun|bakınız)|bunu da okuyun|baca (?:juga|selengkapnya)|lihat juga|simak juga|xem thêm|đọc thêm|mời xem thêm|có thể bạn quan tâm',
  '相关(?:阅读|新闻|文章|报道)|延伸閱讀|延伸阅读|更多新聞|関連(?:記事|ニュース|リンク)?|あわせて読みたい|【関連】|관련 ?기사|[إا]قر[أا] (?:أيض[اً]*|المزيد)|شاهد أيض[اً]*|بیشتر بخوانید|קרא(?:ו)? (?:גם|עוד)|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|আরও পড়ুন',
];

/** Pointers that need no mark behind them: `À LIRE AUSSI The other story`. */
const SURE_POINTERS =
  'à lire aussi|a lire aussi|lire aussi|voir aussi|lea también|lee también|leé también|vea también|mira también|también puede leer|leggi anche|guarda anche|leia também|leia mais|veja também|lees ook|läs också|läs även|les også|læs også|lue myös|czytaj też|czytaj także|zobacz też|zobacz także|čtěte také|čítajte aj|читайте также|читайте також|διαβάστε επίσης|baca juga|xem thêm|also read|lesen sie auch';

/** A line that points to another story with a mark, and one that does without. */
export const POINTER = new RegExp(
  `^(?:[>→►▶•»*[(【]\\s*)?(?:${POINTERS_OF.join('|')})\\s*(?:[:：|»→>】\\]]|[-–—]\\s).+`,
  'iu',
);
export const SURE_POINTER = new RegExp(
  `^(?:${SURE_POINTERS.split('|').flatMap(cases).join('|')})\\s+["“«„]?[\\p{Lu}\\d\\p{Lo}]`,
  'u',
);

function cases(lead: string): readonly string[] {
  return [lead.charAt(0).toUpperCase() + lead.slice(1), lead.toUpperCase()];
}

const PLACES =
  'facebook|twitter|x|whats ?app|telegram|linkedin|instagram|messenger|pinterest|reddit|bluesky|threads|e-?mail|vk|viber|line|wechat|weibo|фейсбук|телеграм|вконтакте|微信|微博|페이스북|카카오톡|فيسبوك|تويتر|واتساب';
const SHARING =
  'share|teilen|partagez?|partager|compartir|compartí|comparte|condividi|compartilhar|compartilhe|partilhar|delen|deel|dela|del|jaa|udostępnij|sdílet|zdieľať|megosztás|distribuie|podijeli|podeli|deli|dalintis|κοινοποίηση|поделиться|поділитися|сподели|paylaş|bagikan|kongsi|chia sẻ|分享|シェア|공유|شارك|مشاركة|שתפו?|शेयर करें';

/** `Share on Facebook`, `Auf Facebook teilen`, `Facebook'ta paylaş`. */
export const SHARE_AT = new RegExp(
  `^(?:(?:${SHARING})(?:\\s.{0,12})?[\\s到]?(?:${PLACES}).{0,6}|(?:auf |via |per |op |bei )?(?:${PLACES})\\S{0,4} ?(?:${SHARING}).{0,6}|(?:この)?記事をシェア(?:する)?)$`,
  'iu',
);

/** How a line begins, or what it says, that asks its reader to subscribe or to follow. */
const SUBSCRIBE_OF: readonly string[] = [
  '(?:folgen? sie|folgt?|folge) uns .{0,80}',
  'suivez[- ]nous .{0,80}|suivez .{2,40} sur (?:facebook|twitter|x|instagram|whatsapp|google|linkedin).{0,40}|rejoignez[- ](?:nous|notre) .{0,80}',
  'únete a(?:l| nuestro) .{0,80}|sigue(?:nos| a .{2,40}) en .{0,60}|regístrate (?:para|y|gratis) .{0,80}',
  'segui(?:ci)? .{2,40} su .{0,60}|entra nel (?:nostro )?canale .{0,60}',
  '(?:siga|receba|assine|entre|participe|faça parte) .{0,60}(?:notícias|newsletter|e-?mail|whatsapp|telegram|instagram|facebook|google|canal|jornal|grupo|comunidade).{0,60}|(?:inscreva-se|siga-nos|siga a gente) .{0,80}',
  'volg ons .{0,80}|meld je (?:aan|nu) .{0,80}',
  'prenumerera på .{0,80}|följ oss .{0,80}|få .{0,40}nyhetsbrev.{0,40}|abonn[eé]r på .{0,60}|følg os?s? på .{0,80}|meld deg på .{0,80}|tilaa (?:.{0,30})?uutiskir.{0,60}|seuraa meitä .{0,60}',
  '(?:zapisz|zapiszcie) się (?:na|do) .{0,80}|(?:obserwuj|śledź|polub) nas .{0,80}|subskrybuj .{0,80}|dołącz do nas .{0,60}|přihlaste se k odběru .{0,80}|sledujte nás .{0,80}|iratkozz(?:on)? fel .{0,80}|köves(?:sen|s) minket .{0,80}|abon(?:ează|eaza)-te .{0,80}|urmăre(?:ște|ste)-ne .{0,80}|pratite nas .{0,80}|pretplatite se .{0,60}',
  'подпи(?:шитесь|шись|сывайтесь|саться) .{0,80}|присоединяйтесь к .{0,60}(?:канал|групп|сообществ).{0,40}|підпи(?:шіться|шись|суйтесь|суйтеся) .{0,80}|стежте за .{0,40}(?:телеграм|telegram|facebook|новинами).{0,40}|последвайте ни .{0,80}|абонирайте се .{0,80}|εγγραφείτε .{0,80}|ακολουθήστε (?:το|μας|τ[οη]) .{0,60}google.{0,40}',
  'berlangganan .{0,80}|ikuti (?:kami|berita|kanal|whatsapp) .{0,80}|đăng ký (?:nhận|theo dõi) .{0,80}|theo dõi .{0,40} trên .{0,40}',
  '(?:订阅|訂閱).{0,30}|(?:关注|關注|追蹤)我们?.{0,30}|הירשמו ל.{0,60}|עקבו אחרינו .{0,60}',
];

export const SUBSCRIBE = new RegExp(`^(?:${SUBSCRIBE_OF.join('|')})$`, 'iu');
