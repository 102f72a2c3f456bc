"""What pages that are no story say of themselves, in many languages. Tables; all lower case.

`TITLES` are enough on their own in the title of a page with little prose; `PHRASES` in the few words of a page
that has nothing else, or as the first words of what looks like its body.
"""

from __future__ import annotations

TITLES: dict[str, tuple[str, ...]] = {
    "bot_wall": (
        *("just a moment", "attention required", "access denied", "are you a robot", "security check", "captcha"),
        *("verify you are human", "human verification", "pardon our interruption", "one more step", "ddos-guard"),
        *(
            "robot check",
            "request blocked",
            "you have been blocked",
            "bot verification",
            "please wait",
            "checking your",
        ),
        *("einen moment", "zugriff verweigert", "accès refusé", "un instant", "acceso denegado", "un momento"),
        *("accesso negato", "toegang geweigerd", "acesso negado", "åtkomst nekad", "tilgang nektet", "odmowa dostępu"),
        *("доступ ограничен", "доступ запрещен", "あなたはロボットですか", "アクセスが拒否", "访问被拒绝", "安全验证"),
        *("접근이 거부", "보안 확인"),
    ),
    "consent": (
        *("before you continue", "we value your privacy", "your privacy choices", "privacy settings", "cookie consent"),
        *("privacy gate", "consent", "cookie-einstellungen", "datenschutzeinstellungen", "zustimmung", "pur-abo"),
        *(
            "bevor sie fortfahren",
            "bevor es weitergeht",
            "avant de continuer",
            "votre vie privée",
            "gestion des cookies",
        ),
        *("antes de continuar", "tu privacidad", "aviso de cookies", "prima di continuare", "la tua privacy"),
        *("privacy-instellingen", "jouw privacy", "voordat je verdergaat", "a sua privacidade", "dina cookies"),
        *("ditt personvern", "dit privatliv", "twoja prywatność", "ustawienia prywatności", "同意", "개인정보 동의"),
    ),
    "not_found": (
        *("page not found", "not found", "page unavailable", "page does not exist", "page doesn't exist"),
        *(
            "page can't be found",
            "page cannot be found",
            "nothing found",
            "oops!",
            "page missing",
            "no longer available",
        ),
        *("seite nicht gefunden", "nicht gefunden", "seite existiert nicht", "seite nicht verfügbar"),
        *("page introuvable", "page non trouvée", "article introuvable", "contenu introuvable"),
        *("página no encontrada", "no se encontró", "no existe", "pagina non trovata", "pagina inesistente"),
        *("pagina niet gevonden", "página não encontrada", "sidan kunde inte hittas", "sidan hittades inte"),
        *(
            "siden ble ikke funnet",
            "fant ikke siden",
            "siden blev ikke fundet",
            "siden findes ikke",
            "sivua ei löytynyt",
        ),
        *("strona nie istnieje", "nie znaleziono strony", "nie znaleziono", "stránka nenalezena", "stránka neexistuje"),
        *("страница не найдена", "сторінку не знайдено", "sayfa bulunamadı", "halaman tidak ditemukan"),
        *("az oldal nem található", "pagina nu a fost găsită", "η σελίδα δεν βρέθηκε", "الصفحة غير موجودة"),
        *("ページが見つかりません", "お探しのページ", "页面不存在", "找不到页面", "頁面不存在", "找不到網頁"),
        *("페이지를 찾을 수 없습니다", "존재하지 않는 페이지"),
    ),
    "login": (
        *("sign in to", "log in to", "login to", "sign in", "log in", "login", "sign in or register", "anmelden"),
        *("einloggen", "se connecter", "connexion", "connectez-vous", "iniciar sesión", "inicia sesión", "accedi"),
        *("inloggen", "iniciar sessão", "entrar", "logga in", "logg inn", "log ind", "kirjaudu", "zaloguj się"),
        *("logowanie", "přihlášení", "вход", "авторизация", "giriş yap", "ログイン", "登录", "登入", "로그인"),
    ),
    "search_page": (
        *(
            "search results",
            "results for",
            "you searched for",
            "search:",
            "suchergebnis",
            "ergebnisse für",
            "suche nach",
        ),
        *("résultats de recherche", "résultats pour", "recherche :", "resultados de", "resultados para", "buscar:"),
        *("risultati della ricerca", "risultati per", "zoekresultaten", "resultaten voor", "resultados da pesquisa"),
        *("sökresultat", "søkeresultat", "søgeresultat", "hakutulokset", "wyniki wyszukiwania", "výsledky vyhledávání"),
        *(
            "результаты поиска",
            "arama sonuçları",
            "hasil pencarian",
            "検索結果",
            "搜索结果",
            "搜尋結果",
            "검색 결과",
            "검색결과",
        ),
    ),
    "script_page": (
        "javascript is not available",
        "javascript is disabled",
        "javascript required",
        "enable javascript",
    ),
}

PHRASES: dict[str, tuple[str, ...]] = {
    "bot_wall": (
        *("you are human", "you are a human", "you're human", "are you a robot", "not a robot", "not a bot"),
        *(
            "javascript and cookies to continue",
            "checking your browser",
            "access denied",
            "access to this page has been",
        ),
        *("unusual traffic", "unusual activity", "complete the captcha", "solve the captcha", "solve this captcha"),
        *(
            "enter the characters you see",
            "automated access",
            "ray id",
            "security service to protect",
            "have been blocked",
        ),
        *("kein roboter", "ungewöhnlichen datenverkehr", "zugriff verweigert", "pas un robot", "trafic inhabituel"),
        *("no eres un robot", "no soy un robot", "tráfico inusual", "non sei un robot", "geen robot", "não é um robô"),
        *("inte är en robot", "ikke er en robot", "nie jesteś robotem", "не робот", "robot olmadığınızı"),
        *(
            "ロボットではありません",
            "ロボットではない",
            "不是机器人",
            "不是機器人",
            "人机验证",
            "로봇이 아닙니다",
            "access is temporarily restricted",
        ),
    ),
    "consent": (
        *(
            "we value your privacy",
            "before you continue",
            "accept all cookies",
            "accept cookies",
            "manage your choices",
        ),
        *(
            "manage preferences",
            "manage consent",
            "store and/or access information",
            "reject all",
            "our partners store",
        ),
        *("we and our", "your consent", "cookies zustimmen", "alle akzeptieren", "akzeptieren und weiter"),
        *("mit werbung weiter", "mit werbung lesen", "mit werbung nutzen", "ihre einwilligung", "unsere partner"),
        *("tout accepter", "accepter et fermer", "continuer sans accepter", "nos partenaires", "votre consentement"),
        *("aceptar todas", "aceptar y continuar", "nuestros socios", "tu consentimiento", "su consentimiento"),
        *("accetta tutti", "accetta e continua", "continua senza accettare", "i nostri partner", "alles accepteren"),
        *("onze partners", "jouw toestemming", "aceitar todos", "os nossos parceiros", "seu consentimento"),
        *("godkänn alla", "acceptera alla", "våra partner", "godta alle", "våre partnere", "accepter alle"),
        *("vores partnere", "hyväksy kaikki", "zaakceptuj wszystko", "nasi partnerzy", "naszych partnerów"),
        *(
            "přijmout vše",
            "принять все",
            "tümünü kabul et",
            "すべて同意",
            "同意して",
            "クッキーの使用",
            "接受所有",
            "모두 동의",
        ),
    ),
    "not_found": (
        *("page not found", "page you are looking for", "page you're looking for", "page you requested"),
        *("page you were looking for", "does not exist", "doesn't exist", "no longer exists", "cannot be found"),
        *(
            "couldn't find",
            "could not be found",
            "has been removed or",
            "may have been moved",
            "error 404",
            "404 error",
        ),
        *("story you are looking for", "article you are looking for", "no longer available"),
        *("seite nicht gefunden", "gesuchte seite", "angeforderte seite", "wurde nicht gefunden", "existiert nicht"),
        *("page introuvable", "page que vous", "n'existe pas", "n’existe pas", "n'existe plus", "n’existe plus"),
        *("página no encontrada", "página que buscas", "página que busca", "página solicitada", "no se ha encontrado"),
        *("pagina non trovata", "pagina che cerchi", "pagina richiesta", "pagina niet gevonden", "pagina die je zoekt"),
        *("pagina die u zoekt", "página não encontrada", "página que procura", "sidan du letar", "sidan du söker"),
        *("siden du leter", "siden du søgte", "siden du leder", "finnes ikke", "findes ikke", "etsimääsi sivua"),
        *("strona, której szukasz", "nie istnieje", "hledaná stránka", "požadovaná stránka", "страница не найдена"),
        *("страница, которую", "сторінку не знайдено", "aradığınız sayfa", "halaman yang anda cari"),
        *("الصفحة التي تبحث", "お探しのページ", "ページは見つかりません", "ページが見つかりません", "页面不存在"),
        *("您访问的页面", "您要查找的页面", "頁面不存在", "페이지를 찾을 수", "요청하신 페이지", "존재하지 않"),
    ),
    "login": (
        *(
            "forgot your password",
            "forgot password",
            "forgotten your password",
            "sign in to your account",
            "remember me",
        ),
        *(
            "log in to your account",
            "sign in to continue",
            "log in to continue",
            "create an account",
            "passwort vergessen",
        ),
        *("mot de passe oublié", "olvidaste tu contraseña", "olvidó su contraseña", "olvidado tu contraseña"),
        *("password dimenticata", "wachtwoord vergeten", "esqueceu a senha", "esqueceu-se da", "glömt lösenord"),
        *("glemt passord", "glemt adgangskode", "unohditko salasanasi", "nie pamiętasz hasła", "zapomniałeś hasła"),
        *(
            "zapomenuté heslo",
            "забыли пароль",
            "şifremi unuttum",
            "lupa kata sandi",
            "パスワードを忘れ",
            "忘记密码",
            "忘記密碼",
        ),
        *("비밀번호 찾기", "비밀번호를 잊"),
    ),
    "search_page": (
        *("results for", "search results", "sort by date", "sort by relevance", "no results", "refine your search"),
        *("suchergebnisse", "treffer für", "nach datum sortieren", "résultats pour", "trier par", "resultados para"),
        *("ordenar por", "risultati per", "ordina per", "zoekresultaten", "sorteer op", "sökresultat", "søkeresultat"),
        *(
            "søgeresultat",
            "wyniki wyszukiwania",
            "результаты поиска",
            "arama sonuç",
            "検索結果",
            "搜索结果",
            "검색결과",
            "검색 결과",
        ),
    ),
    "script_page": (
        *("enable javascript", "javascript is disabled", "javascript is not", "requires javascript", "need javascript"),
        *("turn on javascript", "javascript aktivieren", "aktivieren sie javascript", "activer javascript"),
        *(
            "activez javascript",
            "habilitar javascript",
            "habilita javascript",
            "activar javascript",
            "abilita javascript",
        ),
        *(
            "javascript inschakelen",
            "ative o javascript",
            "aktivera javascript",
            "włącz javascript",
            "включите javascript",
        ),
        *("javascriptを有効", "启用javascript", "启用 javascript", "javascript를"),
    ),
}

CONSENT_WORDS = (
    *("cookie", "consent", "partner", "privacy", "personal data", "advertis", "einwilligung", "datenschutz", "werbung"),
    *("personenbezogen", "zweck", "vie privée", "données", "consentement", "publicité", "partenaire", "privacidad"),
    *("consentimiento", "datos personales", "publicidad", "socios", "dati personali", "consenso", "pubblicità"),
    *("toestemming", "persoonsgegevens", "advertenties", "consentimento", "dados pessoais", "samtycke", "samtykke"),
    *("personuppgifter", "zgod", "danych osobowych", "reklam", "同意", "クッキー", "개인정보"),
)
"""What consent pages are full of."""

FRONT_PATHS = frozenset(
    ("", "/", "/index.html", "/index.php", "/index.htm", "/home", "/home.html", "/start", "/startseite", "/accueil")
)
SECTIONS = frozenset(
    "tag tags topic topics thema themen category categories kategorie kategorien categorie categoria seccion secciones"
    " section sections rubrique rubriques rubrik ressort sezione sezioni editoria author authors autor autoren auteur"
    " auteurs autore autores skribent archive archives archiv archivo hashtag temas tema temat tagi dossier dossiers"
    " latest news-archive etiqueta etiquetas label labels search-by-topic channel channels tema emne emner".split()
)
SEARCHES = frozenset(
    "search suche recherche buscar busca buscador ricerca zoeken sok sök søk haku szukaj hledat arama".split()
)
LOGINS = frozenset(
    "login signin sign-in log-in anmelden connexion einloggen accedi inloggen entrar logga-in auth account register"
    " iniciar-sesion registrieren".split()
)
