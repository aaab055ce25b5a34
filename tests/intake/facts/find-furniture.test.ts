// Lines that call on a reader in many languages, the headings of lists, and sentences that look like them.

import { describe, expect, test } from 'vitest';
import { findFurniture, foldLine, listHeadKind } from '../../../src/intake/facts/find-furniture.ts';

const kindOf = (line: string) => findFurniture(line, foldLine(line));

const LINES: Readonly<Record<string, string>> = {
  share:
    'facebookFacebookfacebooktwitterTwittertwitter|FacebookXWhatsAppE-MailLink kopierenArtikel drucken|Auf Facebook teilen|Compartir en WhatsApp|Condividi su Facebook|Delen op Facebook|Udostępnij na Facebooku|Sdílet na Facebooku|Facebook’ta paylaş|Поделиться в Телеграм|分享到微信|Bagikan ke Facebook|شارك على فيسبوك|Teilen Sie dies mit:|Gefällt mir Wird geladen …|Comparte esto:|Me gusta Cargando...|Compartilhe isso:|Curtir Carregando...|Mi piace Caricamento...|Gilla Laddar in …|Lubię Wczytywanie…|Нравится Загрузка...',
  newsletter:
    'Prenumerera på vårt nyhetsbrev|Zapisz się na newsletter|Bültenimize abone olun|Подпишитесь на нашу рассылку|订阅我们的新闻通讯|ニュースレターに登録する|Folgen Sie uns auf Instagram|Suivez-nous sur Facebook|Siga-nos no Instagram|Receba as notícias no seu e-mail|Contact me with news and offers from other papers|Mit meiner Anmeldung zum Newsletter stimme ich den Bedingungen zu.|E-Mail-Adresse|Did you make this recipe?|Free daily newsletter|Privacy Notice: Newsletters may contain offers.',
  related:
    'À LIRE AUSSI Les mouettes du port|También puede leer: Las gaviotas|VEA TAMBIÉN: Las gaviotas|LEGGI ANCHE I gabbiani|Lue myös: Lokit|Zobacz też: Mewy|Čtěte také: Racci|Olvassa el: A sirályok|Διαβάστε επίσης: Οι γλάροι|Читайте також: Чайки|İlgili haber: Martılar|Baca juga: Burung camar|Xem thêm: Hải âu|קראו גם: השחפים|यह भी पढ़ें: पुल|Click here to see the gulls',
  comments:
    'We welcome your comments on the stories of the day.|Comments are moderated by the desk.|Kommentar melden|Para comentar debes registrarte.',
  cookies: 'Empfohlener redaktioneller Inhalt|Mit einem Klick anzeigen lassen|Inhalte erlauben',
  account:
    'Um diesen Artikel anzuhören, melden Sie sich bitte an.|To listen to this story, please sign in.|Unterstützen Sie unsere Arbeit mit einer Spende.|Gefällt Ihnen dieser Beitrag? Dann helfen Sie uns.|Did you enjoy this story? Support the harbour desk.',
  trust:
    'This article is more than 5 years old|Dieser Artikel ist älter als ein Jahr|Este artículo tiene más de dos años|Cet article date de plus d’un an',
  footer: 'The material on this site may not be reproduced without the permission of the paper.',
};

const HEADS: Readonly<Record<string, string>> = {
  related:
    'Ähnliche Beiträge|Relacionado|Relaterade|Powiązane|Похожее|・関連記事|【関連記事】|■関連ニュース|Potrebbe interessarti anche|Leé también|Mest læste|Luetuimmat|Polecamy|Zobacz również|Nejčtenější|Související články|Najčítanejšie|Legolvasottabb|Cele mai citite|Najčitanije|Δείτε επίσης|En çok okunanlar|İlgili haberler|Найчитаніше|Още по темата|Xem nhiều|संबंधित खबरें|כתבות נוספות|مطالب مرتبط',
  comments:
    'Be the first to comment|View comments (27)|Read all 27 comments|Lesermeinungen|Schreiben Sie einen Kommentar|Deja una respuesta|Geef een reactie|Kommentarer|Komentarze|Komentáře|Hozzászólások|Σχόλια|Yorumlar|Комментарии (5)|Коментарі|Bình luận|تعليقات|コメントを残す',
  about:
    'Schlagworte: Hafen, Kräne|Mots-clés : port|Tagi: port|Štítky: přístav|Címkék: kikötő|Etiketler: liman|Теги: порт|Kata kunci: pelabuhan|Từ khóa: cảng',
};

const rows = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([kind, lines]) =>
    lines.split('|').map((line) => [line, kind] as const),
  );

describe('a line', () => {
  test.for(rows(LINES))('"%s" is furniture: %s', ([line, kind]) => {
    expect(kindOf(line)).toBe(kind);
  });

  test.for(rows(HEADS))('"%s" heads a list: %s', ([line, kind]) => {
    expect(listHeadKind(foldLine(line))).toBe(`${kind} list`);
  });

  test.for([
    'Facebook and X said that they would share the data.',
    'I have read and heard of many terms of peace in my life, said the king',
    'Ich habe die ganze Nacht an die Brücke gedacht, sagte der Wirt.',
    'He leído y releído la carta de mi abuelo durante años.',
    'Ho letto la lettera di mio nonno per anni.',
    'Para comentar el partido llegó el viejo capitán del equipo.',
    'Los comentarios del ministro han abierto un debate.',
    'The material may not be published, the court ruled.',
    'We welcome the comments of the minister on the bridge.',
    'Siga el río hasta el segundo puente.',
    'Receba o hóspede com um sorriso, dizia a avó.',
    'Die Plattform will keine Inhalte anzeigen, die verboten sind.',
    'Delen van de haven zijn gesloten.',
    'Lee también el periódico de los domingos.',
    'Partager le pain est un art.',
    '©5 Minuten, sagte die Uhr',
    'Tried this recipe for the first time in May, and never looked back.',
  ])('of a story is none: %s', (line) => {
    expect(kindOf(line)).toBeNull();
    expect(listHeadKind(foldLine(line))).toBeNull();
  });
});
