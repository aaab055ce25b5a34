// What a person's name looks like in a byline, and the words that tell a job or a house from one.

/** Small words inside names: `Ursula von der Leyen`, `José y García`, `Mohammed bin Salman`. */
const PARTICLE =
  /^(?:de|del|della|di|da|dos|das|do|du|la|le|los|van|von|der|den|ter|ten|zu|zum|y|e|i|bin|bint|ibn|al|el|ben|abu|af|av|st|mc|d[’'])$/iu;
const LATIN =
  /^(?:\p{Lu}[\p{L}\p{M}’'.-]*|d[’']\p{Lu}[\p{L}’'-]+|(?:al|el|ash|an)-\p{Lu}[\p{L}-]+)$/u;
const CYRILLIC = /^[А-ЯЁІЇЄҐ][а-яёіїєґА-ЯЁІЇЄҐ’'.-]*$/u;

/** A word of this kind is no part of a person's name: jobs. */
const JOBS = wordSet([
  'reporter reporters writer writers editor editors correspondent correspondents columnist',
  'columnists contributor contributors journalist journalists producer producers staff',
  'chief director analyst anchor presenter photographer author newsroom desk team redaktion',
  'redakteur redakteurin korrespondent korrespondentin journaliste rédaction correspondant',
  'correspondante redaccion redacción redactor redactora corresponsal periodista redacao',
  'redacão redaçao redação repórter jornalista redazione inviato inviata giornalista',
  'redactie verslaggever redaktor корреспондент редактор журналист обозреватель редакция 记者',
  '記者 編集委員 특파원 기자 مراسل محرر senior deputy parliamentary diplomatic freelance assistant associate political professor lecturer',
  'fellow autor autorin autore auteur autrice',
]);
/** A word of this kind is no part of a person's name: papers, agencies, sections, furniture. */
const HOUSES = wordSet([
  'news press page front agency agence agenci agencea agencia agences agencis agentur reuters afp ap',
  'dpa efe ansa apa pti ani ians xinhua tass bloomberg associated times post daily today',
  'online digital tv radio channel network magazine gazette herald tribune chronicle',
  'guardian telegraph independent mirror zeitung spiegel agencias lusa bbc cnn cbs nbc abc',
  'npr pbs sky fox euronews the world sport sports business politics opinion culture',
  'lifestyle health science technology tech weather video photo photos home search menu',
  'program programme foundation marketing courses bio project council committee association',
  'federation bank fund center centre college academy library museum hospital club league cup',
  'nachrichten aktuelles bros championship society church festival award awards market markets company studios abone manşet',
  'wetu ajansı ajans haber haberler güncelleme kommentare kommentar teilen twittern escucha posts events recent',
  'login sign subscribe share more live latest breaking follow about contact read view all',
  'comment comments privacy policy terms cookie cookies help newsletter newsletters media',
  'group inc ltd llc gmbh foxbusiness images getty schulzentrum hochschule gemeinde',
  'university institute department ministry government service report story week climate',
  'war crime money food travel style entertainment education local national international',
  'us uk eu with for on at from how why what who when where your our my this that is are',
  'was new you may also like might just mehr zum zur aus nach und unser alle neue neuen',
  'neuer neues noticia noticias relacionada relacionadas relacionado relacionados social',
  'sharing facebook twitter email linkedin whatsapp telegram instagram youtube copy link',
  'order reprint topic topics related agencies article articles stories skip continue',
  'rights reserved street park city county president minister tag tags feedback',
  'kommentieren themen startseite anmelden inicio sociedad deportes cultura economía mundo',
  'españa internacional accueil société économie politique monde cronaca politica esteri',
  'economia esportes brasil nieuws economie buitenland binnenland party partei union high',
  'school state states united kingdom north south east west real day night morning',
]);

/** Two words run into one: `MackenzieLifestyle`, but not `MacKenzie`, `DeVito`, `FitzGerald`. */
const GLUED =
  /^(?!(?:Mc|Mac|De|Di|Del|Du|La|Le|Lo|Da|Van|Vander|Von|Fitz|San|St|O[’']|D[’'])\p{Lu})\p{Lu}[\p{Ll}’']+\p{Lu}/u;

function wordSet(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** Whether words name a job: `Senior Writer`, `political correspondent`. */
export function isJob(text: string): boolean {
  return wordsOf(text).some((word) => JOBS.has(word) || /politische[rn]?$/.test(word));
}

/** Whether words name a paper, an agency or a part of a page. */
export function isHouse(text: string): boolean {
  return wordsOf(text).some((word) => HOUSES.has(word) || word.startsWith('advert'));
}

/** `佐久間志郎`, `渡辺 洋介`. */
const HAN_NAME =
  /^(?:\p{Script=Han}{3,5}|\p{Script=Han}{1,2}\s\p{Script=Han}{1,3}|\p{Script=Han}{3}\s\p{Script=Han}{1,2})$/u;
/** Words of menus as short as names. */
const HAN_MENU =
  /新闻|新聞|国际|国際|國際|社会|社會|政治|经济|経済|經濟|文化|体育|科技|财经|財經|娱乐|娛樂|视频|影音|首页|首頁|更多|分享|收藏|评论|評論|文章|全部|一覧|印刷|検索|登录|登入|会員|會員|記事|写真|画像|動画|速報|特集|連載|下载|下載|打印|转寄|文稿|关注|热点|熱門|专题|專題|图片|圖片|时政|军事|教育|健康|旅游|旅遊|更新|公開|投稿|掲載|配信|発表|汽车|房产|编辑|責任|来源|來源|订阅|訂閱|広告|廣告|中文|日本|中国|中國|生活|地方|天気|運動|财富|理财|返回/u;
/** Where the byline says so, Chinese names of two characters and Japanese ones in any script. */
const EASTERN_NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,9}$/u;

/** Whether a text looks like one person's name. A lone word is one only where the byline says so. */
export function isPersonName(text: string, fewestWords = 2): boolean {
  if (
    text.length > 48 ||
    /[\d@:;!?()[\]“”"|/#]|[’']s(?:\s|$)|^(?:A|An)\s|\p{Ll}{3}\.\s/u.test(text)
  )
    return false;
  if (HAN_NAME.test(text)) return !HAN_MENU.test(text);
  if (fewestWords === 1 && EASTERN_NAME.test(text)) return true;
  if (/\p{Script=Arabic}/u.test(text)) return /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){1,3}$/u.test(text);
  const words = text.split(/\s+/);
  if (words.length < fewestWords || words.length > 6) return false;
  const proper = words.filter((word) => LATIN.test(word) || CYRILLIC.test(word));
  const rest = words.filter((word) => !proper.includes(word));
  if (proper.length < fewestWords || !rest.every((word) => PARTICLE.test(word))) return false;
  return !isJob(text) && !isHouse(text) && !words.some((word) => GLUED.test(word));
}

/** `ROBERT O’NEIL-VAN DYK` as a name is written; what is not all capitals stays. */
export function naturalCase(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase() || !name.includes(' '))
    return name;
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<=\bMc)\p{L}/gu, (letter) => letter.toUpperCase());
}
