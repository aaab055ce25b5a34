// The words that credits are made of: houses, labels, and names with capitals.

/** Houses that sell or lend pictures, as they write themselves. */
const AGENCIES = [
  '(?:The )?Associated Press|Reuters|AFP|AP|AP Photo|EPA|EPA-EFE|EFE|dpa|PA|PA Media|PA Wire|Ansa',
  'Agence France-Presse|Getty Images?|Getty|iStock(?:photo)?|Shutterstock|Alamy|Bloomberg|Imago|imago images',
  'picture alliance|Keystone|NurPhoto|Anadolu(?: Agency)?|Zuma(?: Press|press)?|SOPA Images|LaPresse',
  'SWNS|Rex|WireImage|AAP|Ritzau Scanpix|Scanpix|NTB scanpix|TT|NTB|Belga|ANP|APA|PAP|ČTK|CTK|MTI',
  'Lusa|TASR|LETA|BNS|ELTA|Hina|KNA|epd|dapd|Sipa|Abaca|MAXPPP|Photononstop|Hans Lucas|Folhapress',
  'Europa ?Press|Lehtikuva|Bildbyrån|Eurokinissi|ΑΠΕ-ΜΠΕ|РИА Новости|ТАСС|Укринформ|Укрінформ|AA',
  'Xinhua|Yonhap|Kyodo|Jiji|Antara|Bernama|TTXVN|VNA|PTI|ANI|IANS|पीटीआई|एएनआई|रॉयटर्स',
  '共同(?:通信)?|時事(?:通信)?|アフロ|新[华華]社|中新社|中央社|视觉中国|연합뉴스|뉴스1|뉴시스|뉴스핌|로이터|게티이미지',
  'رويترز|الفرنسية|الأناضول|أ ?ف ?ب|أ ?ب|أسوشيتد ?برس|غيتي|وكالات|رویترز|ایسنا|ایرنا|فارس',
  '(?:stock\\.)?[Aa]dobe ?[Ss]tock|stock\\.adobe\\.com|Depositphotos|Fotolia|Pexels',
  'Unsplash|Pixabay|Wikimedia(?: Commons)?|Handout|Supplied|File photo|USA TODAY Sports|Icon Sportswire',
  'Twitter|Facebook|Instagram|YouTube|BBC|CBC|NASA|ESA',
].join('|');
/** Agencies that have their country's name before or behind them. */
const NATIONAL = 'Agencia? \\p{Lu}\\w+|Agência \\p{Lu}\\w+';
/** A house as it writes itself, or in capitals; a sentence of a story rarely ends in one. */
export const AGENCY = `(?:${AGENCIES}|${AGENCIES.toUpperCase()}|${NATIONAL})`;
/** The same as words of their own. */
export const HOUSE = `(?<!\\p{L})${AGENCY}(?!\\p{L})`;

const LABELS = [
  'Photo(?:graph|graphy|s)?|Pictures?|Pics?|Images?|Credits?|Source|Courtesy|Illustration|Graphic',
  '(?:Archiv|Symbol|Titel|Datei|Bei|Agentur)?(?:[Ff]oto|[Bb]ild)s?|Fotografie|Quelle|Grafik',
  'Bild(?:er|rechte|quelle|nachweis)|Crédits?|Crédit photo|Fotografía|Imagen|Fuente|Crédito|Fonte',
  'Immagine|Imagem|Reprodução|Divulgação|Beeld|Bron|Arkivbild|Källa|Bilde|Billede|Kilde|Arkiv',
  'Kuva|Lähde|Mynd|Ljósmynd|Fot\\.?|Zdjęcie|Źródło|Zdroj|Fotó|Forrás|Sursa|Izvor|Vir|Nuotr\\.?',
  'Foto kredit|Фото|Источник|Изображение|Джерело|Снимка|Източник|Φωτ(?:ογραφία|ό)?\\.?|Πηγή',
  'Fotoğraf|Kaynak|Görsel|صورة|تصوير|المصدر|الصورة|عکس|צילום|फ़?ोटो|फोटो|तस्वीर|स्रोत|ภาพ|Ảnh|Nguồn',
  'Sumber|Ilustrasi|Gambar|Picha|Isithombe|사진(?: ?제공)?|출처|제공',
  '图[片源]?|圖[片源]?|摄影|攝影|来源|來源|写真|画像|撮影|提供|出典',
].join('|');
/** What labels a credit or a source, language by language, as words or in capitals. */
export const LABEL = `(?:${LABELS}|${LABELS.toUpperCase()})`;
/** What stands between a label and the name. */
export const COLON = '\\s?[:：=]\\s?';
/** Labels that need no colon: `Foto ANP`, `Photo by Ada Li`, `fot. Bo Ek`. */
export const PICTURE =
  '(?:[Pp]hoto(?:graph)?|PHOTO(?:GRAPH)?|[Ff]oto|FOTO|[Bb]eeld|BEELD|[Ff]ot\\.|[Ff]otó|[Pp]ic(?:ture)?|[Ii]mage|φωτ\\.)';

const CONNECTED = 'de |del |di |da |van |von |of |the |The |and |y |und |et |& ';
/** Up to six words with a capital each: people, papers, libraries, museums. */
export const PROPER = `\\p{Lu}[\\p{L}\\d.’'&-]*(?: (?:${CONNECTED})?(?:the |The )?\\p{Lu}[\\p{L}\\d.’'&-]*){0,5}`;
/** A name as bylines have it. */
export const PERSON = `\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}.’'-]*){0,3}`;
/** Whatever names are made of. */
export const NAMES = `[\\p{L}\\p{M}\\d .,’'&@-]{0,40}`;
