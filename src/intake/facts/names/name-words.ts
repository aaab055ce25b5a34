// Words that are no part of a person's name: jobs, houses, places, the furniture of pages.

/** Work at a paper. */
export const PRESS_JOBS = wordSet([
  'reporter reporters writer writers editor editors correspondent correspondents columnist',
  'columnists contributor contributors journalist journalists producer producers newsroom desk',
  'presenter anchor redaktion redakteur redakteurin korrespondent korrespondentin journaliste',
  'rédaction correspondant correspondante redaccion redacción redactor redactora corresponsal',
  'periodista redacao redacão redaçao redação repórter jornalista redazione inviato inviata',
  'enviado enviada envoyé envoyée corrispondente giornalista redactie redactrice verslaggever',
  'redaktor redaktorka redakcja redakce redakcija dziennikarz dziennikarka novinář novinářka',
  'autor autorin autorka autora autore auteur auteure autrice author toimittaja toimitus',
  'szerkesztő újságíró muhabir penulis pewarta wartawan корреспондент кореспондент редактор',
  'журналист журналистка обозреватель редакция редакція 记者 記者 編集委員 특파원 기자 مراسل محرر',
  'editorial blaðamaður contributing redattore redattrice envoyés envoyées enviados enviadas',
]);
/** Work that others have as well. */
const OTHER_JOBS = wordSet([
  'staff chief director analyst photographer team senior deputy parliamentary diplomatic freelance',
  'assistant associate political professor lecturer fellow presidente président präsident',
  'ministro ministra ministre spécial spéciale spéciaux',
]);
export const JOBS: ReadonlySet<string> = new Set([...PRESS_JOBS, ...OTHER_JOBS]);

/** Compounds of the same: `Chefredakteurin`, `Parlamentskorrespondent`, `sportredacteur`. */
export const JOB_ENDING =
  /(?:redakt(?:eur|ør|ör|or)|redacteur|[ck]orrespondent|reporter|journalist|verslaggever|politische[rn]?)(?:in|innen|en|e)?$/u;

/** Papers, agencies and sections. */
const PAPERS = [
  'news press page front agency agence agenci agencea agencia agences agencis agentur reuters afp ap',
  'dpa efe ansa apa pti ani ians xinhua tass bloomberg associated times post daily today',
  'online digital tv radio channel network magazine gazette herald tribune chronicle',
  'guardian telegraph independent mirror zeitung spiegel agencias lusa bbc cnn cbs nbc abc',
  'npr pbs sky fox euronews the world sport sports business politics opinion culture',
  'lifestyle health science technology tech weather video photo photos home search menu',
  'agência jazeera ritzau ntb pap čtk ctk tasr mti belga anp interfax ukrinform nachrichtenagentur',
  'journal observer examiner bulletin globo studio tagblatt anzeiger kurier blatt presse',
  'diario giornale corriere jornal journaux gazeta dagblad avis tidning курьер новости',
  'group inc ltd llc gmbh foxbusiness images getty schulzentrum hochschule gemeinde wetu ajansı',
  'ajans haber haberler media nachrichten aktuelles bros studios',
];
/** Bodies and offices: a university, a ministry, a club. */
const BODIES = [
  'program programme foundation marketing courses bio project council committee association',
  'federation bank fund center centre college academy library museum hospital club league cup',
  'championship society church festival award awards market markets company board house',
  'university institute department ministry government service party partei union president minister',
  'supreme senado senato senat sénat bundestag congreso parlament parlement gobierno',
];
/** What sections and kinds of text are called. */
const SECTIONS = [
  'report story week climate war crime money food travel style entertainment education local national',
  'international noticia noticias social sociedad deportes cultura economía mundo españa internacional',
  'accueil société économie politique monde cronaca politica esteri economia esportes brasil nieuws',
  'economie buitenland binnenland posts events recent inicio startseite themen topic topics tag tags',
  'country city county state states street park high school day night morning games results',
  'república nación imagen fragen países kultur politik wirtschaft gesellschaft panorama wissen',
  'lokales regionales meinung kultura',
];
/** What buttons, boxes and links say. */
const BUTTONS = [
  'abone manşet güncelleme kommentare kommentar teilen twittern escucha login sign subscribe share',
  'more live latest breaking follow about contact read view all comment comments privacy policy terms',
  'cookie cookies help newsletter newsletters related relacionada relacionadas relacionado',
  'relacionados sharing facebook twitter email linkedin whatsapp telegram instagram youtube copy link',
  'order reprint agencies article articles stories skip continue rights reserved feedback',
  'kommentieren anmelden listen watch next previous click here now close open advertisement',
  'leer más artículo artículos nota completo completa compartir ver todo todos también puede',
  'interesar última últimas último últimos hora vez leia mais ler veja também matéria compartilhe',
  'saiba assine lire aussi lien suite voir partager abonnez abonnement connexion leggi anche vedi',
  'condividi abbonati lesen hören mehr weiterlesen artikel abo abonnieren empfohlen lees meer delen',
  'bekijk luister läs mer også læs mere lue lisää jaa katso czytaj więcej udostępnij',
  'zobacz číst více sdílet olvass tovább citește mai mult oku devamını paylaş tümü baca juga bagikan',
  'selengkapnya xem thêm читать читайте также далее подробнее поделиться еще все',
  'weitere weiterer weiteres letzte letzter letztes ganze ganzer ganzes nächste nächster beste top',
  'quelle make get gets most taking paid content resize text print folge folgen schreiben finden',
  'mein meine mon mes meu minha cuenta konto compte account profil profile mode nuestra nuestro nossa',
];
/** The small words of sentences. */
const SMALL_WORDS = [
  'us uk eu with for on at from to how why what who when where your our my this that is are was new',
  'you may also like might just zum zur aus nach und unser alle neue neuen neuer neues ohne',
  'en para por dans avec voor med til för als wie',
];
/** Countries and directions. */
const LANDS = [
  'united kingdom north south east west real estados unidos états unis vereinigte staaten',
];

export const HOUSES: ReadonlySet<string> = wordSet([
  ...PAPERS,
  ...BODIES,
  ...SECTIONS,
  ...BUTTONS,
  ...SMALL_WORDS,
  ...LANDS,
]);

/** Places of two words that bylines end in. */
export const PLACE_NAME =
  /(?:^|,?\s)(?:New (?:York|Delhi|Orleans|Zealand|Jersey|Hampshire|Mexico)|Los Angeles|San (?:Francisco|Diego|Antonio|José|Juan|Salvador)|Las Vegas|Washington,? D\.?C\.?|Hong Kong|Tel Aviv|Buenos Aires|Rio de Janeiro|S[ãa]o Paulo|Belo Horizonte|Porto Alegre|Den Haag|The Hague|Kuala Lumpur|Addis Abeba|Addis Ababa|Abu Dhabi|Cape Town|Mexico City|Ciudad de México|Santo Domingo|La Paz|La Habana|Le Caire|El Cairo|Saudi Arabia|South (?:Africa|Korea)|North Korea|Sri Lanka|Costa Rica|El Salvador|Puerto Rico|Great Britain|Middle East|Ho Chi Minh City|Saint Louis|St\.? (?:Louis|Petersburg|Gallen|Pölten)|Frankfurt am Main|Bad \p{Lu}\p{L}+)$/u;

function wordSet(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
