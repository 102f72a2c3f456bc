"""How pages word corrections, how agencies open a story with a place, and how other stories are announced. Tables."""

from __future__ import annotations

import re

NOTE_OPENINGS = (
    *("correction", "clarification", "editor's note", "editor’s note", "editors' note", "editors’ note", "update "),
    *(
        "update:",
        "update,",
        "updated:",
        "this article was amended",
        "this article was corrected",
        "this story was updated",
    ),
    *("this article has been", "this story has been", "this article was updated", "this story was corrected"),
    *(
        "an earlier version",
        "a previous version",
        "this post has been",
        "note:",
        "(this story",
        "this version corrects",
    ),
    *(
        "korrektur",
        "berichtigung",
        "anmerkung der redaktion",
        "anm. d. red",
        "hinweis der redaktion",
        "transparenzhinweis",
    ),
    *("in einer früheren version", "in einer ersten version", "in der ursprünglichen fassung", "in einer vorherigen"),
    *("dieser artikel wurde", "dieser text wurde", "aktualisierung", "wir haben den artikel", "richtigstellung"),
    *("correctif", "rectificatif", "erratum", "note de la rédaction", "ndlr", "mise à jour", "cet article a été"),
    *("une première version", "une version précédente", "précision"),
    *("corrección", "rectificación", "fe de errores", "fe de erratas", "nota del editor", "nota de la redacción"),
    *("actualización", "esta información ha sido", "este artículo ha sido", "una versión anterior"),
    *("correzione", "rettifica", "errata corrige", "nota della redazione", "questo articolo è stato", "ndr:"),
    *("una versione precedente", "correctie", "rectificatie", "noot van de redactie", "in een eerdere versie"),
    *("dit artikel is aangepast", "dit artikel werd", "correção", "errata:", "nota da redação", "nota do editor"),
    *("uma versão anterior", "este artigo foi", "esta matéria foi", "rättelse", "rättad", "i en tidigare version"),
    *(
        "artikeln har uppdaterats",
        "texten har",
        "rettelse",
        "presisering",
        "i en tidligere versjon",
        "saken er oppdatert",
    ),
    *("i en tidligere version", "artiklen er opdateret", "oikaisu", "korjaus", "sprostowanie", "od redakcji"),
    *("we wcześniejszej wersji", "oprava", "upřesnění", "уточнение", "поправка", "исправление", "обновлено"),
    *(
        "düzeltme",
        "güncelleme",
        "ralat",
        "koreksi",
        "訂正",
        "【訂正",
        "お断り",
        "更正",
        "编者按",
        "編按",
        "更正：",
        "정정",
        "바로잡",
        "편집자",
    ),
    *("تصحيح", "تنويه"),
)
"""How a line begins, lower case, that may be a note on a correction or an update."""

NOTE = re.compile(
    r"""^[\[(【*_ ]{0,4}(?:
      (?:corrections?|clarifications?|editors?['’]s?\ note|editors['’]\ note|korrektur(?:hinweis)?|berichtigung
        |richtigstellung|anmerkung\ der\ redaktion|anm\.\ d\.\ red\.?|hinweis\ der\ redaktion|transparenzhinweis
        |correctif|rectificatif|erratum|note\ de\ la\ rédaction|ndlr|corrección|rectificación|fe\ de\ err(?:ores|atas)
        |nota\ del\ editor|nota\ de\ la\ redacción|correzione|rettifica|errata\ corrige|nota\ della\ redazione
        |correctie|rectificatie|noot\ van\ de\ redactie|correção|errata|nota\ da\ redação|nota\ do\ editor|rättelse
        |rettelse|presisering|oikaisu|korjaus|sprostowanie|od\ redakcji|oprava|upřesnění|уточнение|поправка|исправление
        |düzeltme|ralat|koreksi|訂正|お断り|更正|编者按|編按|정정|바로잡습니다|편집자\ 주|تصحيح|تنويه)
        \s*(?:[:：.\])】(|–—-]|\b(?:on|vom|du|del|av|of|van)?\s?\w{1,9}\s\d{1,2}|$)
     |(?:updated?|aktualisierung|mise\ à\ jour|actualización|aggiornamento|atualização|güncelleme|обновлено|ndr
        |précision)
        \s?(?:[:：]|[(,]?\s?[\w./]{1,12}\s?[\d:.]{1,8}[^.]{0,24}[:：]|\()
     |(?:this|the)\ (?:article|story|post|headline|piece|page)\ (?:was|has\ been)\ (?:\w{2,10}\ ){0,2}
        (?:amended|corrected|updated|edited|clarified|modified|revised|changed)
     |\(?this\ (?:version|story)\ (?:corrects|has\ been)|an?\ (?:earlier|previous)\ version\ of
     |in\ (?:einer|der)\ (?:früheren|ersten|vorherigen|ursprünglichen)\ (?:version|fassung)
     |(?:dieser|diesen)\ (?:artikel|text|beitrag)\ wurde\ (?:[\w.]+\ ){0,6}(?:aktualisiert|korrigiert|geändert|ergänzt)
     |wir\ haben\ den\ artikel\ (?:korrigiert|geändert|angepasst|aktualisiert)
     |cet\ article\ a\ été\ (?:modifié|corrigé|mis\ à\ jour|actualisé)
     |une\ (?:première\ version|version\ précédente)\ de
     |(?:esta\ información|este\ artículo)\ ha\ sido\ (?:\w+\ )?(?:corregid|actualizad|modificad)
     |una\ versión\ anterior\ de
     |questo\ articolo\ è\ stato\ (?:\w+\ )?(?:corretto|aggiornato|modificato)|una\ versione\ precedente\ di
     |in\ een\ eerdere\ versie|dit\ artikel\ (?:is\ aangepast|werd\ (?:\w+\ )?(?:aangepast|gecorrigeerd|bijgewerkt))
     |(?:este\ artigo|esta\ matéria)\ foi\ (?:\w+\ )?(?:corrigid|atualizad|alterad)|uma\ versão\ anterior\ de
     |i\ en\ tid(?:igare\ version|ligere\ versjon|ligere\ version)|artikeln\ har\ uppdaterats|saken\ er\ oppdatert
     |artiklen\ er\ opdateret|we\ wcześniejszej\ wersji
    )""",
    re.IGNORECASE | re.VERBOSE,
)

PLACES = (
    re.compile(r"^(?P<place>[^\W\d_][\w .'’/()-]{1,60}?)\s?,?\s\((?P<agency>[^()]{2,30})\)\s?(?:[–—-]|\.-)"),
    re.compile(
        r"^(?P<place>[^\W\d_][\w .'’/-]{1,40}),\s+(?:le\s)?\d{0,2}\.?\s?[^\W\d_]{2,10}\.?\s?\d{0,4}\s?"
        r"\((?P<agency>[^()]{2,30})\)\s?(?:[–—-]|\.)"
    ),
    re.compile(r"^\((?P<agency>[A-Za-z]{2,20})\)\s[–—-]\s(?P<place>[A-Z][A-Z .'’-]{2,30}),\s\d{1,2}\s[A-Z]{3}"),
    re.compile(
        r"^(?P<place>[A-ZÀ-ÖØ-ÝĀ-ŽΑ-ΩА-ЯІЇЄҐİŞĞ][A-ZÀ-ÖØ-ÝĀ-ŽΑ-ΩА-ЯІЇЄҐİŞĞ .'’/-]{2,40}"
        r"(?:,\s[A-Z][\w.]{1,15})?)\s?[–—]\s"
    ),
    re.compile(
        r"^(?P<place>[A-Z][A-Z .'’/-]{2,30}),?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})\s?[–—-]\s"
    ),
    re.compile(r"^(?P<place>[A-Z]{3,}(?:[ -][A-Z]{2,}){0,3}):\s(?=[A-Z“\"‘])"),
    re.compile(r"^(?P<place>[А-ЯІЇЄҐ][А-ЯІЇЄҐ -]{2,30}),?\s(?:\d{1,2}\s\w{3,9}\.?,?\s)?[–—-]\s"),
    re.compile(
        r"^(?:新华社|新華社|中新社|本报|本報|中新网|人民网)(?P<place>[\u4e00-\u9fff]{2,6}?)\d{1,2}月\d{1,2}日(?:电|電|讯|訊)"
    ),
    re.compile(
        r"^[（(【]?(?:中央社)(?:记者|記者)?[\u4e00-\u9fff]{0,5}?(?P<place>[\u4e00-\u9fff]{2})\d{1,2}日(?:電|电)"
    ),
    re.compile(r"^【(?P<place>[\u3040-\u30ff\u4e00-\u9fff]{2,10})(?:＝|=|共同|時事|\d{1,2}日)"),
    re.compile(r"^[(\[（［](?P<place>[가-힣]{2,8})\s?[=＝]\s?[가-힣A-Za-z ]{2,12}[)\]）］]"),
)
"""How a story opens with where it was written. The first two name an agency; the others are enough by their shape."""

NO_PLACES = frozenset(
    "UPDATE BREAKING EXCLUSIVE LIVE WATCH VIDEO OPINION ANALYSIS NOTE CORRECTION NEWS EDITORIAL INTERVIEW EILMELDUNG"
    " URGENT ATUALIZADO EXKLUSIV UPDATED PHOTOS FOTOS EXPLAINER REVIEW COMMENT Q&A FAQ".split()
)

CITY = re.compile(
    r"^(?P<place>[^\W\d_][\w-]{2,20}(?:[ /][^\W\d_][\w-]{1,20}){0,3}?)"
    r"(?:\s?[–—]\s|\s-\s|[.:]\s|\.-\s)(?=[^\Wa-z]|[„“«\"»])"
)
"""An opening in which only the name itself tells that it is a place: it is one of `cities.CITIES`."""

RELATED_LABELS = frozenset(
    (
        *("related", "related stories", "related articles", "related content", "related news", "related topics"),
        *("related coverage", "related posts", "related links", "read more", "read also", "also read", "read next"),
        *(
            "see also",
            "more on this",
            "more on this story",
            "more on this topic",
            "further reading",
            "recommended reading",
        ),
        *(
            "mehr zum thema",
            "lesen sie auch",
            "lesen sie mehr",
            "mehr dazu",
            "auch interessant",
            "zum thema",
            "weiterlesen",
        ),
        *("lesen sie hierzu auch", "mehr lesen", "lire aussi", "à lire aussi", "sur le même sujet", "lire également"),
        *(
            "à lire également",
            "voir aussi",
            "lea también",
            "lee también",
            "también te puede interesar",
            "noticias relacionadas",
        ),
        *(
            "te puede interesar",
            "más información",
            "te recomendamos",
            "leggi anche",
            "articoli correlati",
            "per approfondire",
        ),
        *("vedi anche", "lees ook", "lees meer", "gerelateerde artikelen", "meer over dit onderwerp", "leia também"),
        *(
            "leia mais",
            "notícias relacionadas",
            "saiba mais",
            "läs också",
            "läs även",
            "läs mer",
            "relaterade artiklar",
        ),
        *("les også", "les mer", "relaterte saker", "læs også", "læs mere", "lue myös", "aiheesta lisää", "czytaj też"),
        *("czytaj także", "czytaj również", "zobacz także", "zobacz też", "čtěte také", "čtěte více", "související"),
        *("читайте также", "по теме", "материалы по теме", "читайте також", "ilgili haberler", "ayrıca bakınız"),
        *(
            "baca juga",
            "artikel terkait",
            "berita terkait",
            "関連記事",
            "関連ニュース",
            "あわせて読みたい",
            "相关阅读",
            "相关新闻",
        ),
        *(
            "延伸閱讀",
            "相關新聞",
            "관련기사",
            "관련 기사",
            "함께 보면 좋은 기사",
            "اقرأ أيضا",
            "اقرأ أيضاً",
            "مواضيع ذات صلة",
            "soma zaidi",
        ),
    )
)
"""A heading or the start of a line over links to other stories; lower case, without its colon."""
