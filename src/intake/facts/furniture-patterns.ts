// Lines that are never part of a story, by what they begin with or say, in a dozen languages.

import type { Furniture } from './furniture-words.ts';

/** A pattern with the reason why no sentence of a story matches it. */
interface FurniturePattern {
  readonly kind: Furniture;
  readonly reason: string;
  readonly pattern: RegExp;
}

/** Tried in their order on lines of at most 400 units. */
export const FURNITURE_PATTERNS: readonly FurniturePattern[] = [
  {
    kind: 'trust',
    reason: 'a house asking for trust',
    pattern: /^(?:why (?:you can )?trust |our standards: |how we (?:test|rate|review)\b)/iu,
  },
  {
    kind: 'footer',
    reason: 'a claim of rights begins the line',
    pattern:
      /^(?:(?:copyright|©|\(c\)) ?(?:©|\d{4}|by |the |[\p{Lu}])|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|無断転載|著作権は|저작권자|ⓒ|무단 ?전재|جميع الحقوق محفوظة|все права защищены|本文来自|責任編集|责任编辑|(?:this material|no part of this) .*(?:may not be|without) .*(?:published|reproduc))/iu,
  },
  {
    kind: 'footer',
    reason: 'a claim of rights ends the line',
    pattern:
      /(?:all rights reserved\.?|alle rechte vorbehalten\.?|tous droits réservés\.?|무단 ?전재.{0,30}금지.*|無断(?:転載|複製).{0,20}|reproduction (?:interdite|prohibited)\.?)$/iu,
  },
  {
    kind: 'cookies',
    reason: 'the page speaks of its own cookies or terms',
    pattern:
      /^(?=.*(?:cookie|privacy|recaptcha|terms of|datenschutz|extern|contenu bloqu)).*?(?:\b(?:we|our (?:site|website|partners)|this (?:web)?site|diese (?:web)?seite|nous|questo sito|este sit(?:e|io)|wij|usamos|utilizamos|utilizziamo|verwenden)\b.{0,60}\bcookies?\b|\bcookies?\b.{0,60}\b(?:consent|preferences|policy|settings|akzeptier\w*|accept\w*|acept\w*|zustimm\w*)|privacy policy and terms|terms of service apply|protected by recaptcha|datenschutzerklärung|externe inhalte|externen inhalt|contenu bloqué)/iu,
  },
  {
    kind: 'newsletter',
    reason: 'the page asks its reader to sign up or to follow',
    pattern:
      /^(?:.{0,12}\b(?:sign up|subscribe|register)\b (?:for|to|here|now|today|and|with)\b.*|(?:get|receive) .{0,60}(?:newsletter|inbox|delivered|straight to|alerts).*|.{0,80}(?:newsletter|e-mail bulletin).{0,80}(?:sign up|subscribe|inbox|here|abonnieren|inscri\w+|suscr\w+|iscriv\w+|assin\w+|inschrijv\w+).*|by (?:signing up|subscribing|entering|clicking|providing|submitting|registering|creating).*|(?:follow|like|join) (?:us|our|the conversation|\w+ \w+ on|\w+ on) .{0,80}|download (?:the|our) .{0,40}\bapp\b.*|(?:you can )?unsubscribe.*|please enter (?:a|your).*|thank(?:s| you) for (?:signing|subscribing|registering).*|your (?:browser|subscription|account|email).*|melden sie sich .*|(?:jetzt )?abonnieren sie .*|abonnez-vous .*|inscrivez-vous .*|recevez .{0,60}(?:newsletter|boîte|alertes).*|suscríbe(?:te|se) .*|recibe .{0,60}(?:newsletter|correo|boletín).*|síguenos .*|sigue toda la información .*|iscriviti .*|seguici .*|ricevi .{0,60}newsletter.*|(?:assine|inscreva-se|siga|receba) .{0,80}|(?:schrijf je|meld je|volg ons) .{0,100}|подпис(?:ыв)?а?й?тесь .*|читайте нас .*|следите за .*|تابعنا .*|اشترك (?:في|الآن).*|تابعوا .*)$/iu,
  },
  {
    kind: 'advertisement',
    reason: 'the page speaks of what it earns',
    pattern:
      /(?:(?:purchase|buy|shop|click) (?:\w+ )?(?:through|via|on|using) (?:our |the )?(?:affiliate )?links|affiliate (?:commission|links|partner)|(?:earn|receive) (?:a|an|some) (?:small )?(?:affiliate )?commission|affiliate-links?|lien affilié)/iu,
  },
  {
    kind: 'share',
    reason: 'the page asks its reader to share or to save',
    pattern:
      /^(?:(?:share|comment|share or comment) on this (?:article|story|post)\b.*|share (?:this|via|on|to)\b.{0,60}|(?:salva|guarda|sauvegarde[rz]?|enregistre[rz]?) (?:questo|este|cet) art.*|.{0,20}(?:articoli salvati|artículos guardados|articles enregistrés).*|hai salvato .*|print this (?:article|story|page).*|order reprint.*|click to copy.*)$/iu,
  },
  {
    kind: 'account',
    reason: 'the page asks its reader to pay or to log in',
    pattern:
      /^(?:(?:already|not) (?:a|have an?) (?:subscriber|member|account).*|to continue reading.*|this (?:article|content|story) is (?:only |exclusively )?(?:available |reserved )?(?:for|to) (?:our )?(?:paying |registered )?(?:subscribers|members).*|(?:you have|you’ve|you've) (?:reached|read|used) .{0,40}(?:articles?|limit).*|.{0,40}support (?:our|independent|quality) journalism.*|(?:want|need) to (?:read|see) more\?.*|please (?:log|sign) in.*|create an account.*|cet article est réservé.*|il vous reste .*|este contenido es exclusivo.*|この記事は(?:有料|会員).*|残り\d+文字.*)$/iu,
  },
  {
    kind: 'related',
    reason: 'a pointer to another story, named as one',
    pattern:
      /^(?:[>→►▶•»*[(【]\s*)?(?:read(?: more| also| next| our| the full)?|also read|see also|see more|related(?: story| stories| article| coverage)?|more(?: on this| from)?|recommended|watch(?: more| also| now)?|listen|must[- ]read|don’t miss|don't miss|explore|lesen sie (?:auch|mehr|hier)|mehr (?:zum thema|dazu)|lesetipp|siehe auch|auch interessant|lire aussi|à lire(?: aussi)?|voir aussi|à voir(?: aussi)?|lisez aussi|lea (?:también|además|más)|lee también|le puede interesar|te puede interesar|ver también|leggi anche|vedi anche|leia (?:também|mais)|veja (?:também|mais)|saiba mais|lees (?:ook|meer|verder)|bekijk ook|相关(?:阅读|新闻|文章)|延伸閱讀|延伸阅读|更多新聞|関連(?:記事|ニュース|リンク)?|あわせて読みたい|【関連】|관련 ?기사|관련기사|читайте также|смотрите также|по теме|اقرأ أيض[اً]*|إقرأ أيض[اً]*|شاهد أيض[اً]*|läs (?:också|mer|även)|les også|læs også|czytaj (?:też|także|więcej))\s*(?:[:：|»→>】\]]|[-–—]\s).+/iu,
  },
  {
    kind: 'player',
    reason: 'words of a picture frame or a player',
    pattern:
      /^(?:\d{1,3} ?(?:of|\/|von|de|di) ?\d{1,3}(?: \|)?|(?:\d{1,2}:)?\d{1,2}:\d\d(?: ?\/ ?(?:\d{1,2}:)?\d{1,2}:\d\d)?|(?:duration|länge|durée)[: ].{0,20}|(?:video|audio|your browser) .{0,40}(?:not|isn’t|isn't|cannot) .{0,40}(?:support|play|load).*|javascript .*|(?:please )?enable javascript.*|you need to enable javascript.*|(?:click|tap) (?:here |to )(?:expand|enlarge|play|view|listen).*|listen to this article.*|this audio .{0,40}(?:ai|auto).*|posted by .*@.*|view (?:this )?post on .*|a post shared by .*|this post .{0,40}(?:may not|cannot) .*|(?:an? )?(?:instagram|twitter|facebook|youtube|x) (?:post|video|embed).*)$/iu,
  },
];
