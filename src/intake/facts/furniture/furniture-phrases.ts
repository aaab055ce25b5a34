// Phrases that make a line furniture wherever in it they stand, in a dozen languages.
import type { FurniturePattern } from './furniture-patterns.ts';

/**
 * Held against lines in lower case. Each begins with the phrase itself and looks back only where it
 * stands: what begins with `.{0,40}` is tried at forty places of every line.
 */
export const FURNITURE_PHRASES: readonly FurniturePattern[] = [
  {
    kind: 'footer',
    reason: 'a claim of rights ends the line',
    pattern:
      /(?:all rights reserved\.?|alle rechte vorbehalten\.?|tous droits réservés\.?|무단 ?전재.{0,30}금지.*|無断(?:転載|複製).{0,20}|reproduction (?:interdite|prohibited)\.?)$/u,
  },
  {
    kind: 'cookies',
    reason: 'the page speaks of its own cookies or terms',
    pattern:
      /cookies?\b(?:(?<=\b(?:we|our (?:site|website|partners)|this (?:web)?site|diese (?:web)?seite|nous|questo sito|este sit(?:e|io)|wij|usamos|utilizamos|utilizziamo|verwenden)\b.{0,60}\bcookies?)|(?<=\bcookies?).{0,60}\b(?:consent|preferences|policy|settings|akzeptier|accept|acept|zustimm))|privacy policy and terms|terms of service apply|protected by recaptcha|datenschutzerklärung|externe inhalte|externen inhalt|contenu bloqué/u,
  },
  {
    kind: 'cookies',
    reason: 'a frame of another site asks for consent',
    pattern:
      /mit einem klick anzeigen lassen|inhalte? (?:anzeigen|erlauben|laden)$(?<=^.{0,46})|einverstanden, dass .{0,60}(?:angezeigt|übermittelt) /u,
  },
  {
    kind: 'newsletter',
    reason: 'the page asks its reader to sign up',
    pattern:
      /(?:sign up|subscribe|register) (?:for|to|here|now|today|and|with)\b(?<=^.{0,12}\b(?:sign up|subscribe|register) \w+)|(?:newsletter|e-mail bulletin)(?<=^.{0,95}).{0,80}(?:sign up|subscribe|inbox|here|abonnieren|bestellen|anmelden|inscri|suscr|iscriv|assin|inschrijv)/u,
  },
  {
    kind: 'newsletter',
    reason: 'a call to subscribe or to follow',
    pattern:
      /fuentes? preferidas? (?<=^.{0,48}).{0,30}$|abone ol(?:un)?$|takip edin$|(?:ニュースレター|メールマガジン|メルマガ)(?<=^.{0,27}).{0,12}(?:登録|購読).{0,12}$|뉴스레터(?<=^.{0,24}).{0,8}(?:구독|신청).{0,8}$|채널(?<=^.{0,14}).{0,8}구독.{0,8}$|선호 출처(?<=^.{0,35}).{0,12}$|(?:preferred source|google news|google discover)(?<=^.{0,20}\b(?:add|follow|make) .{1,60}).{0,30}$/u,
  },
  {
    kind: 'advertisement',
    reason: 'the page speaks of what it earns',
    pattern:
      /(?:purchase|buy|shop|click) (?:\w+ )?(?:through|via|on|using) (?:our |the )?(?:affiliate )?links|affiliate (?:commission|links|partner)|(?:earn|receive) (?:a|an|some) (?:small )?(?:affiliate )?commission|affiliate-links?|lien affilié/u,
  },
  {
    kind: 'share',
    reason: 'the page speaks of articles its reader saved',
    pattern: /(?:articoli salvati|artículos guardados|articles enregistrés)(?<=^.{0,40})/u,
  },
  {
    kind: 'account',
    reason: 'the page asks for support',
    pattern:
      /support (?:our|independent|quality) journalism(?<=^.{0,72})|^(?:bitte |darum: |deshalb )?(?:unterstütze?n? (?:sie )?(?:uns|unser)|spenden sie )|^(?:(?:ge(?:fällt|fallen) (?:dir|ihnen|euch) (?:der|dieser|unser)|(?:der|dieser) (?:artikel|beitrag|text) (?:gefällt|hat)|(?:dir|ihnen|euch) hat (?:der|dieser)) .{0,60}\?|(?:did you |do you |if you )(?:like|enjoy)(?:ed)? (?:this|our) .{0,40}(?:support|donat)|cet article vous a plu|(?:¿)?te ha gustado (?:este|el) art|ti è piaciuto (?:questo|l[’']) ?art|gostou d(?:este|o) (?:artigo|texto))/u,
  },
  {
    kind: 'related',
    reason: 'a link that asks to be clicked',
    pattern:
      /(?:\bclick(?:ing)? here|hier klicken|cliquez ici|(?:haz|haga|pincha) (?:clic )?aquí|clicca qui|clique aqui|klik hier)(?!\p{L})(?<=^.{0,105}).{0,50}$/u,
  },
  {
    kind: 'comments',
    reason: 'the page speaks of its readers’ comments',
    pattern: /(?:netiquette|moderationskriterien)(?<=^.{0,50})/u,
  },
];
