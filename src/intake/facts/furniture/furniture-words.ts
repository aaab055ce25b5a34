// Lines that are never part of a story, word for word, in a dozen languages.

/** What a piece of a page is when it is no part of the story. */
export type Furniture =
  | 'advertisement'
  | 'share'
  | 'navigation'
  | 'newsletter'
  | 'cookies'
  | 'account'
  | 'player'
  | 'related'
  | 'comments'
  | 'footer'
  | 'trust';

/** Whole lines, in lower case, without the marks at their ends; one kind a key. */
export const WHOLE_LINES: Readonly<
  Record<Exclude<Furniture, 'related' | 'trust'>, readonly string[]>
> = {
  advertisement: [
    'advertisement|advertisements|advertising|advert|ad|ads|ad feedback|sponsored|sponsored content|paid content|promoted|promoted content|paid post|partner content|article content|story continues below|story continues below advertisement|article continues below advertisement|article continues after advertisement|continue reading below|advertisement - scroll to continue|skip advertisement|skip ad|this advertisement has not loaded yet, but your article continues below|loading|loading...|report ad|close ad|remove ads|content from our partners|sponsored links|paid partner content',
    'anzeige|anzeigen|werbung|werbung ausblenden|gesponsert|publicité|passer la publicité|annonce|sponsorisé|la suite après cette publicité|publicidad|anuncio|anuncios|contenido patrocinado|pubblicità|annuncio|contenuto sponsorizzato|publicidade|anúncio|continua após a publicidade|conteúdo patrocinado|advertentie|advertenties|gesponsord|reclame',
    '广告|廣告|广告推广|広告|ad広告|pr|スポンサーリンク|광고|إعلان|اعلان|إعلانات|реклама|на правах рекламы|annons|reklama|reklam|iklan|quảng cáo|annonce|auglýsing',
  ],
  share: [
    'share|share this|share this article|share this story|share article|share on facebook|share on twitter|share on x|share on linkedin|share on whatsapp|share via email|share to facebook|share to twitter|share options|share full article|tweet|tweet this|post|pin|pin it|facebook|twitter|x|x (twitter)|linkedin|whatsapp|reddit|pinterest|telegram|flipboard|messenger|facebook messenger|instagram|youtube|tiktok|threads|bluesky|snapchat|tumblr|pocket|email|e-mail|email this article|mail|print|print article|print this page|copy link|copy url|copy link to clipboard|copied|link copied|link copied!|gift article|gift this article|save|save article|saved|bookmark|add to bookmarks|listen|listen to article|listen to this article|read aloud|text size|font size|a-|a+|aa|small|medium|large|more sharing options|sms|line|kakaotalk|weibo|wechat|vk|viber|get link|permalink|add as preferred on google|follow us on google news|google news|follow|following|like|likes|reprints|republish',
    'teilen|diesen artikel teilen|artikel teilen|jetzt teilen auf|drucken|artikel drucken|merken|mailen|twittern|flippen|link kopieren|artikel anhören|vorlesen|per mail teilen|feedback|partager|partager sur facebook|imprimer|envoyer par email|copier le lien|lien copié|enregistrer|écouter|écouter cet article|compartir|compartir en facebook|imprimir|guardar|copiar enlace|enlace copiado|escuchar|condividi|stampa|salva|copia link|ascolta|compartilhar|compartilhe|partilhar|partilhe|copiar link|salvar|ouvir|delen|deel|deel dit artikel|bewaren|opslaan|afdrukken|kopieer link|luister',
    '分享|分享到|收藏|打印|列印|复制链接|微信|微博|字体|シェア|シェアする|ポスト|ツイート|印刷|保存|リンクをコピー|リンクをコピーする|ブックマーク|はてなブックマーク|メールで送る|공유|공유하기|인쇄|인쇄하기|스크랩|url복사|url 복사|링크 복사|글자크기|글씨크기|기사 듣기|카카오톡|페이스북|트위터|مشاركة|شارك|طباعة|نسخ الرابط|حفظ|поделиться|распечатать|сохранить|скопировать ссылку|вконтакте|одноклассники|телеграм|фейсбук|dela|del|jaa',
  ],
  navigation: [
    'skip to content|skip to main content|skip to navigation|skip to footer|skip links|jump to content|menu|open menu|close menu|main menu|navigation|search|search input|open search|home|homepage|back|back to top|top|next|previous|prev|close|more|see more|see all|view all|show more|show less|load more|read more|full story|continue reading|go to|continue reading the main story|continue reading|read in app|open in app|read full article|sections|section|edition|topics|tags|trending|follow us|follow us on|contact|contact us|about|about us|help|e-paper|epaper|archives|sitemap|site map|rss|apps|download the app|get the app|careers|jobs|advertise|advertise with us|in this article|in this story|table of contents|on this page|expand|collapse|toggle menu|dark mode|weather|live|breaking news|news|world|opinion|business|politics|sport|sports|technology|health|culture|lifestyle|travel|science|entertainment|video|videos|photos|podcasts',
    'zum inhalt springen|zum inhalt|zum hauptinhalt springen|menü|suche|suchen|startseite|mehr|mehr anzeigen|weiter|zurück|schließen|nach oben|themen|schlagwörter|weiterlesen|navigationspfad|seitennavigation|aller au contenu|menu|rechercher|accueil|retour|fermer|voir plus|lire plus|afficher plus|haut de page|sommaire|saltar al contenido|ir al contenido|menú|buscar|inicio|portada|volver|cerrar|ver más|leer más|temas|etiquetas|vai al contenuto|cerca|chiudi|indietro|leggi tutto|mostra altro|argomenti|ir para o conteúdo|início|fechar|voltar|ver mais|leia mais|tópicos|naar de inhoud|ga naar inhoud|zoeken|sluiten|terug|lees meer|meer|onderwerpen',
    '首页|首頁|菜单|搜索|搜尋|更多|返回|返回顶部|关闭|正文|上一页|下一页|ホーム|トップ|メニュー|検索|閉じる|戻る|続きを読む|もっと見る|前へ|次へ|トップページ|홈|메뉴|검색|닫기|더보기|전체메뉴|본문|이전|다음|본문 바로가기|الرئيسية|القائمة|بحث|إغلاق|المزيد|اقرأ المزيد|главная|меню|поиск|закрыть|еще|ещё|наверх|читать далее|читать полностью|теги|темы',
  ],
  newsletter: [
    'newsletter|newsletters|sign up|sign up now|subscribe now|get the newsletter|email address|your email|enter your email|enter your email address|join now|notify me|newsletter sign-up|sign me up|newsletter abonnieren|jetzt anmelden|s’inscrire|inscription|boletines|boletín|suscríbete|suscríbase|suscribirse|iscriviti|iscriviti alla newsletter|assine|assine a newsletter|inscreva-se|inschrijven|nieuwsbrief|メルマガ登録|メールマガジン|뉴스레터|뉴스레터 구독|النشرة البريدية|подписаться|подписка|рассылка',
  ],
  cookies: [
    'accept|accept all|accept cookies|accept all cookies|reject all|manage cookies|cookie settings|cookie policy|manage preferences|i accept|i agree|agree|do not sell or share my personal information|your privacy choices|alle akzeptieren|akzeptieren|ablehnen|einstellungen|cookie-einstellungen|privatsphäre|tout accepter|accepter|refuser|paramétrer les cookies|gérer les cookies|aceptar|aceptar todo|rechazar|configurar cookies|accetta|accetta tutto|rifiuta|aceitar|rejeitar|accepteren|alles accepteren|weigeren|同意する|동의|موافق|принять|согласен',
  ],
  account: [
    'log in|login|log out|sign in|sign out|register|create account|create a free account|my account|account|profile|subscribe|subscriptions|subscriber only|subscribers only|for subscribers|premium|already a subscriber?|already have an account?|start free trial|unlock this article|get started|support us|donate|become a member|anmelden|registrieren|abmelden|abonnieren|abo|abo testen|mein konto|exklusiv|se connecter|connexion|s’abonner|abonnez-vous|réservé aux abonnés|mon compte|iniciar sesión|regístrate|registrarse|suscriptores|mi cuenta|hazte premium|accedi|abbonati|registrati|il mio account|entrar|cadastre-se|minha conta|exclusivo para assinantes|esta funcionalidad es sólo para registrados|esta funcionalidad es sólo para suscriptores|suscribete|inloggen|abonneren|registreren|mijn account|登录|登入|注册|订阅|ログイン|会員登録|有料記事|会員限定|新規登録|로그인|회원가입|구독|구독하기|تسجيل الدخول|اشترك|войти|регистрация|вход',
  ],
  player: [
    'play|pause|play video|watch|watch live|watch now|now playing|up next|mute|unmute|fullscreen|replay|volume|settings|00:00|image|image caption|gallery|view gallery|open gallery|view image|enlarge|enlarge image|expand image|zoom|hide caption|toggle caption|show caption|image caption hide|slideshow|1 of 1|video player is loading|audio|transcript|embed|captions|subtitles|exit full screen|enter full screen|toggle fullscreen|выйти из полноэкранного режима|развернуть на весь экран|bild vergrößern|video abspielen|bilderstrecke|vollbild|agrandir|agrandir l’image|ampliar|ampliar foto|ingrandisci|ver galeria|vergroot|拡大|拡大する|画像を拡大|写真を見る|写真特集|크게보기|이미지 확대보기|확대보기|تكبير|увеличить',
  ],
  comments: [
    'comments|comment|leave a comment|post a comment|add a comment|add comment|view comments|show comments|hide comments|join the conversation|join the discussion|have your say|be the first to comment|comments are closed|conversation|reply|kommentare|kommentar schreiben|kommentieren|diskutieren sie mit|commentaires|commenter|réagir|laisser un commentaire|comentarios|comentar|deja tu comentario|commenti|commenta|lascia un commento|comentários|deixe um comentário|reacties|reageer|评论|发表评论|コメント|コメントする|コメントを書く|댓글|댓글쓰기|댓글 작성|التعليقات|أضف تعليق|комментарии|комментировать|оставить комментарий',
  ],
  footer: [
    'all rights reserved|terms|terms of use|terms of service|terms and conditions|terms & conditions|privacy|privacy policy|accessibility|ad choices|impressum|datenschutz|agb|mentions légales|cgu|cgv|confidentialité|aviso legal|política de privacidad|política de cookies|note legali|privacy e cookie|termos de uso|política de privacidade|privacybeleid|algemene voorwaarden|disclaimer|版权所有|隐私政策|利用規約|プライバシーポリシー|著作権|会社案内|개인정보처리방침|이용약관|회사소개|سياسة الخصوصية|اتصل بنا|من نحن|политика конфиденциальности|о проекте|контакты',
  ],
};
