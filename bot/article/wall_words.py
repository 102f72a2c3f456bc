"""How pages say, in many languages, that the rest of the story is paid for, or stands elsewhere. All lower case."""

from __future__ import annotations

STEMS = (
    *(
        "subscri",
        "continue reading",
        "log in",
        "login",
        "sign in",
        "regist",
        "unlock",
        "member",
        "abonn",
        "weiterlesen",
    ),
    *("plus-", "suscri", "réserv", "il vous reste", "la suite", "seguir leyendo", "continua a leggere", "per leggere"),
    *("riservat", "iscriv", "verder lezen", "lees verder", "assin", "prenumer", "läs vidare", "logga in", "lås upp"),
    *("les videre", "læs videre", "tilaa", "dostęp", "prenumerat", "czytaj dalej", "předpla", "подпис", "передплат"),
    *("abone", "langganan", "berlangganan", "előfizet", "συνδρομ", "会員", "有料", "購読", "続きを", "この記事は"),
    *("구독", "회원", "유료", "订阅", "會員", "订閱", "訂閱", "付费", "解锁", "اشترك", "للمشتركين", "למנויים"),
)
"""One of these stands in each of the phrases: a quick look first."""

WALLS = (
    # en
    *("subscribe to continue", "subscribe now to continue", "subscribe to read", "subscribe to unlock"),
    *("to continue reading", "continue reading this article", "continue reading your article", "already a subscriber"),
    *(
        "already subscribed",
        "subscribers only",
        "subscriber only",
        "subscriber-only",
        "for subscribers",
        "only subscribers",
    ),
    *("exclusive to subscribers", "log in to continue", "login to continue", "log in to read", "sign in to continue"),
    *(
        "sign in to read",
        "this article is for",
        "this content is for",
        "article is reserved for",
        "content is reserved for",
        "unlock this article",
    ),
    *("unlock this story", "register to continue", "register to read", "register for free to", "for members only"),
    *(
        "members-only article",
        "become a member to read",
        "become a subscriber",
        "subscribe for full access",
        "subscribe for access",
    ),
    *("to read the full story", "to read the full article", "to read this article", "read the rest of this"),
    *("free articles remaining", "free articles left", "reached your limit", "last free article", "article limit"),
    *("keep reading with", "get unlimited access", "unlimited digital access", "already have an account"),
    # de
    *(
        "jetzt weiterlesen",
        "weiterlesen mit",
        "und weiterlesen",
        "exklusiv für abonn",
        "nur für abonn",
        "bereits abonn",
    ),
    *("abonnieren und weiterlesen", "um weiterzulesen", "sie sind bereits abonn", "jetzt abonnieren", "+ weiterlesen"),
    *("weiterlesen nach", "diesen artikel weiterlesen", "zugang zu allen artikeln", "artikel freischalten"),
    *("für abonnenten", "für abonnent", "mit plus-abo", "um diesen artikel zu lesen", "registrieren und weiterlesen"),
    *("schon abonn", "abo abschließen", "testen und weiterlesen", "lesen sie weiter mit"),
    # fr
    *("réservé aux abonn", "réservée aux abonn", "réservé à nos abonn", "réservés aux abonn", "il vous reste"),
    *("la suite est réservée", "abonnez-vous pour", "déjà abonn", "pour lire la suite", "pour lire l'intégralité"),
    *("lire la suite de l", "contenu exclusif abonn", "pour continuer la lecture", "vous avez déjà un compte"),
    # es
    *(
        "exclusivo para suscriptores",
        "solo para suscriptores",
        "suscríbete para",
        "suscríbase para",
        "ya eres suscriptor",
    ),
    *("ya soy suscriptor", "para seguir leyendo", "seguir leyendo este", "regístrate para", "ya estás suscrito"),
    *("contenido para suscriptores", "hazte suscriptor", "para continuar leyendo"),
    # it
    *("riservato agli abbonati", "contenuto riservato", "per continuare a leggere", "abbonati per", "sei già abbonato"),
    *("già abbonato", "per leggere l'articolo", "solo per abbonati", "contenuti riservati"),
    # nl
    *("alleen voor abonnees", "exclusief voor abonnees", "om verder te lezen", "verder lezen?", "al abonnee"),
    *("voor abonnees", "lees verder met", "word abonnee", "log in om verder", "dit artikel is voor"),
    # pt
    *(
        "exclusivo para assinantes",
        "exclusivo para subscritores",
        "conteúdo exclusivo",
        "assine para",
        "já é assinante",
    ),
    *(
        "para continuar a ler",
        "para continuar lendo",
        "só para assinantes",
        "já é subscritor",
        "apenas para assinantes",
    ),
    # sv, no, da, fi
    *("för prenumeranter", "endast för prenumer", "läs vidare med", "för att läsa vidare", "logga in för att läsa"),
    *("redan prenumerant", "bli prenumerant", "lås upp artikeln", "för dig som är prenumerant"),
    *("for abonnenter", "kun for abonn", "allerede abonn", "bli abonnent", "les videre med", "for å lese videre"),
    *("logg inn for å lese", "denne saken er for", "for å lese hele", "kræver abonnement", "bliv abonnent"),
    *("læs videre med", "for at læse videre", "log ind for at læse", "kun for medlemmer", "er du abonnent"),
    *("tilaajille", "vain tilaajille", "jatka lukemista tilaamalla", "tilaa ja lue", "oletko jo tilaaja"),
    # pl, cs, hu, ro, el
    *("dla prenumeratorów", "tylko dla prenumer", "dla subskrybentów", "masz już prenumer", "aby czytać dalej"),
    *(
        "kup dostęp",
        "czytaj dalej z",
        "dostęp do artykułu",
        "zaloguj się, aby",
        "pro předplatitele",
        "jen pro předplatitele",
    ),
    *("předplaťte si", "abyste mohli číst", "již předplatitel", "előfizetőknek", "csak előfizet", "pentru abonați"),
    *("για συνδρομητές", "μόνο για συνδρομητές"),
    # ru, uk, tr, id, ar, he
    *("только для подписчиков", "доступно по подписке", "оформите подписку", "чтобы прочитать полностью"),
    *("лише для передплатників", "оформіть передплату", "abonelere özel", "abone olun", "devamını okumak için"),
    *("khusus pelanggan", "berlangganan untuk", "للمشتركين فقط", "اشترك لقراءة", "למנויים בלבד", "תוכן למנויים"),
    # ja, ko, zh
    *(
        "この記事は有料",
        "有料会員限定",
        "会員限定",
        "続きを読むには",
        "続きをお読みいただくには",
        "会員登録すると",
        "会員登録が必要",
    ),
    *(
        "購読者限定",
        "ログインして続き",
        "구독자 전용",
        "회원 전용",
        "유료 회원",
        "유료 기사",
        "로그인 후 이용",
        "구독하고",
    ),
    *(
        "订阅后阅读",
        "订阅以继续",
        "付费阅读",
        "成为会员",
        "登录后阅读",
        "会员专享",
        "訂閱後",
        "會員專屬",
        "訂戶專屬",
        "解锁全文",
    ),
)

READ_ON = (
    *("continue reading", "read more", "read the full story", "read full story", "read full article", "full story"),
    *("weiterlesen", "mehr lesen", "zum artikel", "lire la suite", "lire l'article", "seguir leyendo", "leer más"),
    *("continua a leggere", "leggi tutto", "lees meer", "lees verder", "leia mais", "ler mais", "läs mer", "läs hela"),
    *(
        "les mer",
        "les hele saken",
        "læs mere",
        "lue lisää",
        "czytaj więcej",
        "czytaj dalej",
        "číst dál",
        "читать далее",
    ),
    *(
        "читати далі",
        "devamını oku",
        "baca selengkapnya",
        "続きを読む",
        "全文を読む",
        "阅读全文",
        "閱讀全文",
        "더보기",
        "اقرأ المزيد",
    ),
)
"""A line that leads from a teaser to its story."""

MINUTES = (
    r"(?P<a>\d{1,3})\s?[- ]?(?:min(?:ute)?s?\.?\s?(?:read|de lecture|de lectura|di lettura|leestijd|lesezeit|de leitura"
    r"|läsning|lesetid|læsetid|lukuaika|czytania|čtení|okuma|чтения)|分で読|分钟阅读|分鐘閱讀|분 읽기)"
    r"|(?:reading time|read time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|leestijd|tempo de leitura"
    r"|lästid|lesetid|læsetid|lukuaika|czas czytania|doba čtení|время чтения|okuma süresi|阅读时间|読了時間)"
    r"\s?(?:[:：]|ca\.?)?\s?(?:ca\.?\s?)?(?P<b>\d{1,3})"
)
"""How long reading takes, as pages print it."""
