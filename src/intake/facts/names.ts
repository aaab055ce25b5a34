// What a person's name looks like in a byline, and the words that tell a job or a house from one.

/** Small words inside names: `Ursula von der Leyen`, `José y García`, `Mohammed bin Salman`. */
const PARTICLE =
  /^(?:de|del|della|di|da|dos|das|do|du|la|le|los|van|von|der|den|ter|ten|zu|zum|y|e|i|bin|bint|ibn|al|el|ben|abu|af|av|st|mc|d[’'])$/iu;
const LATIN =
  /^(?:\p{Lu}[\p{L}\p{M}’'.-]*|d[’']\p{Lu}[\p{L}’'-]+|(?:al|el|ash|an)-\p{Lu}[\p{L}-]+)$/u;
const CYRILLIC = /^[А-ЯЁІЇЄҐ][а-яёіїєґА-ЯЁІЇЄҐ’'.-]*$/u;

/** A word of this kind is no part of a person's name: jobs. */
const JOB =
  /(?<!\p{L})(?:reporters?|writers?|editors?|correspondents?|columnists?|contributors?|journalists?|producers?|staff|bureau chief|chief|director|analyst|anchor|presenter|photographer|author|newsroom|desk|team|redaktion|redakteur(?:in)?|korrespondent(?:in)?|journaliste|rédaction|correspondante?|redacci[oó]n|redactora?|corresponsal|periodista|reda[cç][aã]o|rep[oó]rter|jornalista|redazione|inviat[oa]|giornalista|redactie|verslaggever|correspondent|redaktor|корреспондент|редактор|журналист|обозреватель|редакция|记者|記者|編集委員|특파원|기자|مراسل|محرر|editorial board|\p{L}*politische[rn]?|senior|deputy|assistant|associate|political|professor|lecturer|fellow)(?!\p{L})/iu;
/** A word of this kind is no part of a person's name: papers, agencies, sections, furniture. */
const HOUSE =
  /(?<!\p{L})(?:news|press|agency|agenc[ei][as]?|agence|agentur|reuters|afp|ap|dpa|efe|ansa|apa|pti|ani|ians|xinhua|tass|bloomberg|associated|times|post|daily|today|online|digital|tv|radio|channel|network|magazine|gazette|herald|tribune|chronicle|guardian|telegraph|independent|mirror|zeitung|spiegel|agencias|lusa|bbc|cnn|cbs|nbc|abc|npr|pbs|sky|fox|euronews|the|world|sports?|business|politics|opinion|culture|lifestyle|health|science|technology|tech|weather|video|photos?|home|search|menu|login|sign|subscribe|share|more|live|latest|breaking|follow|about|contact|read|view|all|comments?|privacy|policy|terms|cookies?|help|newsletters?|advert\w*|media|group|inc|ltd|llc|gmbh|foxbusiness|images|getty|schulzentrum|hochschule|gemeinde|university|institute|department|ministry|government|service|report|story|week|climate|war|crime|money|food|travel|style|entertainment|education|local|national|international|US|UK|EU|with|for|on|at|from|how|why|what|who|when|where|your|our|my|this|that|is|are|was|new|you|may|also|like|might|just|mehr|zum|zur|aus|nach|und|unser|alle|neue[nrs]?|noticias?|relacionad[ao]s?|social|sharing|facebook|twitter|email|linkedin|whatsapp|telegram|instagram|youtube|copy|link|order|reprint|topics?|related|agencies|associated|articles?|stories|skip|continue|terms|rights|reserved|street|park|city|county|president|minister|tags?|feedback|kommentieren|themen|startseite|anmelden|inicio|sociedad|deportes|cultura|economía|mundo|españa|internacional|accueil|société|économie|culture|politique|monde|cronaca|politica|esteri|economia|esportes|brasil|mundo|nieuws|economie|buitenland|binnenland|party|partei|union|high|school|state|states|united|kingdom|north|south|east|west|real|day|night|morning)(?!\p{L})/iu;

/** Two words run into one: `MackenzieLifestyle`, but not `MacKenzie`, `DeVito`, `FitzGerald`. */
const GLUED =
  /^(?!(?:Mc|Mac|De|Di|Del|Du|La|Le|Lo|Da|Van|Vander|Von|Fitz|San|St|O[’']|D[’'])\p{Lu})\p{Lu}[\p{Ll}’']+\p{Lu}/u;

/** Whether words name a job: `Senior Writer`, `political correspondent`. */
export function isJob(text: string): boolean {
  return JOB.test(text);
}

/** Whether words name a paper, an agency or a part of a page. */
export function isHouse(text: string): boolean {
  return HOUSE.test(text);
}

/** Whether a text looks like one person's name. A lone word is one only where the byline says so. */
export function isPersonName(text: string, fewestWords = 2): boolean {
  if (text.length > 48 || /[\d@:;!?()[\]“”"|/#]|[’']s(?:\s|$)|^(?:A|An)\s/.test(text)) return false;
  if (/^\p{Script=Han}{3,5}$/u.test(text)) return true;
  if (/\p{Script=Arabic}/u.test(text)) return /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){1,3}$/u.test(text);
  const words = text.split(/\s+/);
  if (words.length < fewestWords || words.length > 6) return false;
  if (isJob(text) || isHouse(text) || words.some((word) => GLUED.test(word))) return false;
  const proper = words.filter((word) => LATIN.test(word) || CYRILLIC.test(word));
  const rest = words.filter((word) => !proper.includes(word));
  return proper.length >= fewestWords && rest.every((word) => PARTICLE.test(word));
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
