"""Words that stand in bylines beside names: desks, offices, what comes before a name. Tables."""

from __future__ import annotations

import re

DESKS = frozenset(
    """
    staff desk newsroom team editors editorial board reporters agencies agency wires wire service services bureau
    contributors correspondents newsdesk editorialboard webdesk sponsored advertorial partner content press
    sponsor media redaktion onlineredaktion redaktionsteam nachrichtenredaktion sportredaktion agenturen
    redacción redaccion redacciones agencias rédaction redaction agences redazione redazioni agenzie redactie
    redação redacao agências redaktionen redaksjonen redaksjon redakcja redakcji redakce redakcia redakcija
    toimitus redacția redactia szerkesztőség редакция редакція агентства tim takımı haber merkezi ajanslar
    """.split()
)
"""A name with one of these in it is a desk, not a person."""

DESK_MARKS = tuple(
    """
    編集部 編集局 取材班 报道组 编辑部 編輯部 记者站 新聞 新闻 通信 通讯社 日報 日报
    뉴스 편집국 취재팀 일보 신문 डेस्क فريق وكالات تحریریه
    """.split()
)
"""The same for writing without spaces, and for words that are glued to others."""

OFFICES = frozenset(
    """
    editor reporter correspondent columnist writer journalist author contributor freelance freelancer critic
    producer anchor photographer analyst chief deputy senior junior associate assistant managing executive special
    political politics business sports sport science health national international foreign local investigative
    investigations staff contributing data digital breaking news culture arts education environment economics
    attorney lawyer physician nurse engineer researcher
    crime legal affairs technology tech diplomatic security global regional world city white house video audio
    redakteur redakteurin reporterin korrespondent korrespondentin chefredakteur chefredakteurin autor autorin
    volontär volontärin chefreporter chefreporterin leiter leiterin ressortleiter politikredakteur kolumnist
    kolumnistin herausgeber gastautor gastautorin freier freie mitarbeiter mitarbeiterin ressort wirtschaft politik
    periodista redactor redactora corresponsal enviado enviada especial columnista colaborador colaboradora director
    directora jefe jefa autora journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée spécial
    spéciale chroniqueur chroniqueuse giornalista corrispondente inviato inviata direttore redattore redattrice
    journalist redacteur verslaggever verslaggeefster correspondente repórter colunista jornalista editora
    dziennikarz dziennikarka redaktor redaktorka журналист корреспондент редактор обозреватель автор журналіст
    кореспондент muhabir yazar editör gazeteci dietitian nutritionist md phd mba expert reviewed
    기자 특파원 논설위원 선임기자 인턴기자 객원기자 記者 记者 責編 责编 編輯 编辑 論説委員 編集委員 특별취재팀
    kontributor wartawan penulis
    صحفي مراسل كاتب محرر संवाददाता पत्रकार
    """.split()
)
"""Words of offices and of what they are offices of. They say what somebody is, not who."""

HANGUL_OFFICE = re.compile(r"(?<=[가-힣])\s?(?:선임|수습|인턴|객원)?(?:기자|특파원|논설위원)(?:\s?외\s?\d{1,3}명)?$")
AND_OTHERS = re.compile(r"\s(?:외\s?\d{1,3}명|et al\.?|u\. ?a\.|and others|他)$")

PARTICLES = frozenset(
    """
    van von der den de del della dello di da dos das do du des la le los el al bin ibn ben bint ter ten te zu zum zur
    vom af av y e i und 't d' l' san st st. jr jr. sr sr. ii iii abu um dela della degli dal dalla ze z
    """.split()
)
"""Small words inside names."""

LEADS = re.compile(
    r"^(?:by|written by|reported by|story by|words by|text by|von|ein(?:e)? .{3,30} von|por|par|di|door|af|av|"
    r"texte?|texto|testo|tekst|foto|fotos|photos?|autore?n?|autora?|author|from|przez|автор|авторы|текст|oleh|"
    r"yazan|作者|文|撰文|撰稿|記者|记者|責任編集|责编|責編|責任編輯|责任编辑|글|بقلم|كتب|लेखक)"
    r"(?:\s*[:：/／｜|]\s*|\s+)",
    re.IGNORECASE,
)
"""What comes before the names of a byline."""

PARTS = re.compile(
    r"\s*[,;|/·•‧・、，；／｜()（）\[\]]\s*|\s+[-–—]\s+"
    r"|\s+(?:and|und|y|et|og|och|oraz|ja|dan|ve|и|та|و|with|mit|avec|con|med|&|\+)\s+|\s+(?:e|en|i|a)\s+(?=[^\W\d_a-z])",
    re.IGNORECASE,
)
"""What stands between the names of a byline."""

PLACE = re.compile(
    r"\s(?:in|for|at|from|on|is|was|has|aus|für|bei|à|desde|da|près)\s.*$|\s+(?:updated|published|posted|\d).*$",
    re.IGNORECASE,
)
"""What comes after a name and says where, for whom or when."""

NO_NAMES = frozenset(
    """
    learn more read view all about written posted published updated reviewed edited edit courtesy former guide guides
    image photo photos picture share follow subscribe home contact profile see full bio posts articles article
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    consultant expert ceo founder cofounder owner manager marketing specialist president professor
    mehr erfahren alle artikel profil folgen teilen januar februar märz mai juni juli oktober dezember
    leer más ver seguir enero febrero marzo mayo junio julio septiembre octubre noviembre diciembre
    lire plus voir suivre janvier février mars avril juin juillet août septembre octobre novembre décembre
    loading advertisement comments comment minutes min ago today yesterday sign log in up free new top best how
    what why when the this that our your with and von mit une des pour sobre su
    """.split()
)
"""Words that stand beside bylines on the visible page; what has one of them is no name there."""

NOBODY = frozenset(
    """
    admin administrator user guest author editor webmaster root anonymous anonym unknown none null undefined
    n/a na test default superuser autor redakteur
    """.split()
)

GENERIC = frozenset(
    "the der die das le la les el il lo los news online web digital com www net org nachrichten magazin magazine tv"
    " de co uk staff international newspaper zeitung inc ltd gmbh ag llc media".split()
)
"""Words that a site's name has in one place and not in another."""
