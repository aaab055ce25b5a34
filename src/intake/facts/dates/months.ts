// Month names of a dozen languages, each with its number.
import { ENGLISH_MONTHS } from '../../../core/dates/format-dates.ts';

/** January to December, a month's spellings separated by `|`; dots and case do not count. */
const NAMES: readonly string[] = [
  // English, with the fourth letter of September
  ENGLISH_MONTHS.map((name) => `${name}|${name.slice(0, 3)}`)
    .join(' ')
    .replace('|Sep', '|Sep|Sept')
    .toLowerCase(),
  // German, with the Austrian January
  'januar|jänner|jän februar|feber märz|mär|mrz april mai juni juli august september oktober|okt november dezember|dez',
  // French
  'janvier|janv février|fevrier|févr|fevr|fév mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre décembre|decembre|déc',
  // Spanish
  'enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre|set octubre noviembre diciembre|dic',
  // Italian
  'gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre ottobre|ott novembre dicembre',
  // Portuguese
  'janeiro fevereiro|fev março|marco abril maio|mai junho julho agosto setembro outubro|out novembro dezembro',
  // Dutch
  'januari februari maart|mrt april mei juni juli augustus september oktober november december',
  // Russian, in the genitive and the nominative
  'января|январь|янв февраля|февраль|фев марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сент|сен октября|октябрь|окт ноября|ноябрь|ноя декабря|декабрь|дек',
  // Ukrainian
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  // Arabic: the names of Egypt and the Gulf, of the Levant, of the Maghreb
  'يناير فبراير مارس أبريل|ابريل|إبريل مايو يونيو|يونية يوليو|يوليه أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر',
  'كانون_الثاني شباط آذار|اذار نيسان أيار|ايار حزيران تموز آب أيلول|ايلول تشرين_الأول تشرين_الثاني كانون_الأول',
  'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر',
  // Swedish, Danish, Norwegian
  'januari februari|febr mars april maj juni juli augusti september oktober november december',
  'januar februar marts april maj juni juli august september oktober november desember|des',
  // Polish
  'stycznia|sty lutego|lut marca|mar kwietnia|kwi maja|maj czerwca|cze lipca|lip sierpnia|sie września|wrz października|paź listopada|lis grudnia|gru',
  // Czech, Slovak, Hungarian
  'ledna února března dubna května června července srpna září října listopadu prosince',
  'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
  'január február március|márc április|ápr május|máj június|jún július|júl augusztus szeptember|szept október november december',
  // Finnish, Estonian, Icelandic
  'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
  'janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember',
  // Lithuanian, Latvian
  'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio',
  'janvāris|janvārī februāris|februārī marts|martā aprīlis|aprīlī maijs|maijā jūnijs|jūnijā jūlijs|jūlijā augusts|augustā septembris|septembrī oktobris|oktobrī novembris|novembrī decembris|decembrī',
  // Romanian, Greek, Bulgarian
  'ianuarie|ian februarie martie aprilie mai iunie|iun iulie|iul august septembrie octombrie noiembrie|noi decembrie',
  'ιανουαρίου|ιαν φεβρουαρίου|φεβ μαρτίου|μαρ απριλίου|απρ μαΐου|μαϊου|μαΐ|μαι ιουνίου|ιουν ιουλίου|ιουλ αυγούστου|αυγ σεπτεμβρίου|σεπ οκτωβρίου|οκτ νοεμβρίου|νοε δεκεμβρίου|δεκ',
  'януари февруари март април май юни юли август септември октомври ноември декември',
  // Hindi, Swahili
  'जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर',
  'januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba',
  // Turkish, Indonesian
  'ocak|oca şubat|şub mart|mar nisan|nis mayıs haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara',
  'januari februari maret april mei juni juli agustus|agt|agu september oktober november desember',
  // Croatian but for October, which is a Polish November; Serbian, Slovenian
  'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna oktobra studenoga|studenog prosinca',
  'januar februar mart april maj jun jul avgust|avgusta septembar|septembra oktobar|oktobra novembar|novembra decembar|decembra',
  'јануар|јануара фебруар|фебруара март|марта април|априла мај|маја јун|јуна јул|јула август|августа септембар|септембра октобар|октобра новембар|новембра децембар|децембра',
  // Catalan, Hebrew, Bengali
  'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  'ינואר|בינואר פברואר|בפברואר מרץ|במרץ אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר',
  'জানুয়ারি|জানুয়ারি ফেব্রুয়ারি|ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর',
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((year) =>
    year
      .split(' ')
      .flatMap((month, at) =>
        month.split('|').map((name) => [name.replace('_', ' '), at + 1] as const),
      ),
  ),
);

/** An alternation of every name, the longer first, for the source of a pattern under `iu`. */
export const MONTH_NAME = [...NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|');

/** 1 to 12 of a month's name in any of the languages, `null` for other words. */
export function monthNumber(name: string): number | null {
  return NUMBERS.get(name.toLowerCase().replace('.', '')) ?? null;
}
