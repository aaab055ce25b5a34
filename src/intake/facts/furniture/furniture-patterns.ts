// Lines that are never part of a story, by what they begin with, in a dozen languages.
import { POINTER, SHARE_AT, SUBSCRIBE, SURE_POINTER } from './furniture-calls.ts';
import type { Furniture } from './furniture-words.ts';

/** A pattern with the reason why no sentence of a story matches it. */
export interface FurniturePattern {
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
      /^(?:(?:copyright|©|\(c\)) ?(?:©|\d{4}|by |the |[\p{Lu}])|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|無断転載|著作権は|저작권자|ⓒ|무단 ?전재|جميع الحقوق محفوظة|все права защищены|本文来自|責任編集|责任编辑|(?:this material|(?:the|all) (?:material|content)s? on this (?:web)?site|no part of this) .*(?:may not be|without) .*(?:published|reproduc|distributed))/iu,
  },
  {
    kind: 'newsletter',
    reason: 'the page asks its reader to sign up or to follow',
    pattern:
      /^(?:(?:get|receive) .{0,60}(?:newsletter|inbox|delivered|straight to|alerts).*|by (?:signing up|subscribing|entering|clicking|providing|submitting|registering|creating).*|visit .{3,60} for more (?:stories|news|content|updates)\b.*|(?:follow|like|join) (?:us|our|the conversation|\w+ \w+ on|\w+ on) .{0,80}|download (?:the|our) .{0,40}\bapp\b.*|(?:you can )?unsubscribe.*|please enter (?:a|your).*|thank(?:s| you) for (?:signing|subscribing|registering).*|your (?:browser|subscription|account|email).*|melden sie sich .*|(?:jetzt )?abonnieren sie .*|abonnez-vous .*|inscrivez-vous .*|recevez .{0,60}(?:newsletter|boîte|alertes).*|suscríbe(?:te|se) .*|recibe .{0,60}(?:newsletter|correo|boletín).*|síguenos .*|sigue toda la información .*|iscriviti .*|seguici .*|ricevi .{0,60}newsletter.*|(?:schrijf je|meld je|volg ons) .{0,100}|подпис(?:ыв)?а?й?тесь .*|читайте нас .*|следите за .*|تابعنا .*|اشترك (?:في|الآن).*|تابعوا .*)$/iu,
  },
  {
    kind: 'cookies',
    reason: 'a frame of another site asks for consent',
    pattern:
      /^(?:empfohlener (?:redaktioneller|externer) inhalt|externer inhalt|recommended external content|contenu externe|contenido externo|contenuto esterno|ein klick für den datenschutz|link zum youtube-inhalt|(?:i|we) would like to (?:show|load) .{0,60} content.*|(?:pour|afin d[e’']) (?:afficher|voir) ce contenu.*|para ver este contenido.*|per visualizzare questo contenuto.*)$/iu,
  },
  {
    kind: 'newsletter',
    reason: 'a form of a newsletter, with what its reader agrees to',
    pattern:
      /^(?:(?:ihre |deine )?e-?mail(?:-adresse| address)?|your e-?mail(?: address)?|adresse e-?mail|(?:su |tu )?correo electrónico|(?:il tuo )?indirizzo e-?mail|(?:seu )?e-?mail|e-mailadres|\S+@e?-?mail\.\w+|(?:contact me with|receive e-?mails? (?:from|on behalf)|i would like to (?:be emailed|receive)|i agree to|i have read and (?:agree|accept)|mit (?:meiner|der|ihrer) anmeldung|ich (?:akzeptiere|habe die|willige|stimme|bin damit|möchte)|hiermit (?:willige|stimme)|en (?:vous inscrivant|cliquant|renseignant)|j[’']accepte|je souhaite|acepto|he leído y acepto|al (?:suscribirte|registrarte|hacer clic)|quiero recibir|accetto|ho letto|iscrivendoti|cliccando|aceito|ao (?:se inscrever|assinar|clicar|cadastrar)|quero receber|ik ga akkoord|door je (?:aan te melden|in te schrijven)) (?=.*(?:newsletter|e-?mail|privacy|datenschutz|\bagb\b|nutzungsbedingungen|werbe|offers|partners|terms|données|confidentialité|conditions|boletín|privacidad|términos|condizioni|informativa|termos|voorwaarden)).*)$/iu,
  },
  {
    kind: 'share',
    reason: 'names of places to share at, in a row or glued',
    pattern:
      /^(?:(?:facebook|fb|twitter|tw|x|whats ?app|telegram|linkedin|xing|pinterest|reddit|flipboard|messenger|instagram|mastodon|bluesky|threads|pocket|tumblr|line|vk|weibo|viber|skype|e-?mail|mail|courriel|send|share|teilen|partager|compartir|condividi|compartilhar|delen|tweet|print|drucken|imprimer|imprimir|stampa|(?:copy|kopieren) ?link|link ?(?:kopieren|copied)?|copier le lien|copiar enlace|copia link|copiar link|artikel|merken)[\s,|•·!]*){3,}$/iu,
  },
  {
    kind: 'share',
    reason: 'the page asks its reader to share or to save',
    pattern:
      /^(?:(?:share|comment|share or comment) on this (?:article|story|post)\b.*|share (?:this|via|on|to)\b.{0,60}|(?:salva|guarda|sauvegarde[rz]?|enregistre[rz]?) (?:questo|este|cet) art.*|hai salvato .*|print this (?:article|story|page).*|order reprint.*|click to copy.*)$/iu,
  },
  {
    kind: 'account',
    reason: 'the page asks its reader to pay or to log in',
    pattern:
      /^(?:(?:already|not) (?:a|have an?) (?:subscriber|member|account).*|to continue reading.*|this (?:article|content|story) is (?:only |exclusively )?(?:available |reserved )?(?:for|to) (?:our )?(?:paying |registered )?(?:subscribers|members).*|(?:you have|you’ve|you've) (?:reached|read|used) .{0,40}(?:articles?|limit).*|(?:want|need) to (?:read|see) more\?.*|please (?:log|sign) in.*|create an account.*|cet article est réservé.*|il vous reste .*|este contenido es exclusivo.*|この記事は(?:有料|会員).*|残り\d+文字.*)$/iu,
  },
  {
    kind: 'related',
    reason: 'a pointer to another story, named as one',
    pattern: POINTER,
  },
  {
    kind: 'related',
    reason: 'a pointer to another story that needs no mark',
    pattern: SURE_POINTER,
  },
  {
    kind: 'share',
    reason: 'a place to share at',
    pattern: SHARE_AT,
  },
  {
    kind: 'newsletter',
    reason: 'a call to subscribe or to follow',
    pattern: SUBSCRIBE,
  },
  {
    kind: 'comments',
    reason: 'the page speaks of its readers’ comments',
    pattern:
      /^(?:we (?:welcome|encourage|invite) (?:your|all|readers?\b).{0,20}comments.*|please (?:note|understand) that .{0,30}comments .*|comments? (?:are|is|will be) (?:moderated|closed|subject|reviewed).*|to (?:post|leave) a comment,? (?:you|please|log|sign|register).*|(?:sign|log) in to (?:comment|join|post).*|report (?:this )?comment.*|kommentar (?:melden|hinzufügen|verfassen|schreiben).*|pour (?:commenter|réagir).{0,20}(?:connect|inscri|abonn|identifi).*|signaler (?:un abus|ce commentaire).*|para (?:comentar|dejar un comentario|deixar um comentário).{0,20}(?:registr|inici|acced|cadastr|login|faça|é (?:necesario|necessário)).*|(?:los comentarios|os comentários|i commenti) .{0,60}(?:moderad|moderati|exclusiv|no (?:son|representan|reflejan)|não (?:são|representam|refletem)).*|per commentare.{0,20}(?:acced|registr|login|devi).*|чтобы оставить комментарий.*)$/iu,
  },
  {
    kind: 'trust',
    reason: 'the page warns of its own age',
    pattern:
      /^(?:this (?:article|story|post) (?:is|was (?:first )?(?:published|last updated)) more than \S+ (?:year|month)s? (?:old|ago)|(?:dieser|der) (?:artikel|beitrag|text) ist (?:schon |bereits )?(?:älter als|über|mehr als) \S+ (?:jahre?|monate?)(?: alt)?|cet article (?:a|date de) plus d[e’'].{1,12}|este artículo tiene más de .{1,14}|questo articolo (?:ha|è di) più di .{1,14}|este artigo tem mais de .{1,14}|dit artikel is (?:ouder dan|meer dan) .{1,14}|artikkelen er (?:over|mer enn) .{1,14}|(?:den här )?artikeln är (?:äldre|mer) än .{1,14}|(?:artiklen er (?:over|mere end)) .{1,14})\.?$/iu,
  },
  {
    kind: 'player',
    reason: 'words of a picture frame or a player',
    pattern:
      /^(?:\d{1,3} ?(?:of|\/|von|de|di) ?\d{1,3}(?: \|)?|(?:\d{1,2}:)?\d{1,2}:\d\d(?: ?\/ ?(?:\d{1,2}:)?\d{1,2}:\d\d)?|(?:duration|länge|durée)[: ].{0,20}|(?:video|audio|your browser) .{0,40}(?:not|isn’t|isn't|cannot) .{0,40}(?:support|play|load).*|javascript .*|(?:please )?enable javascript.*|you need to enable javascript.*|(?:click|tap) (?:here |to )(?:expand|enlarge|play|view|listen).*|listen to this article.*|this audio .{0,40}(?:ai|auto).*|posted by .*@.*|view (?:this )?post on .*|a post shared by .*|this post .{0,40}(?:may not|cannot) .*|(?:an? )?(?:instagram|twitter|facebook|youtube|x) (?:post|video|embed).*)$/iu,
  },
];
