"""What tells the kind of a story: schema.org and OpenGraph types, path segments, sections, words of its title."""

from __future__ import annotations

import re

from bot.model import StoryKind

TYPES = {
    "LiveBlogPosting": StoryKind.LIVE_BLOG,
    "OpinionNewsArticle": StoryKind.OPINION,
    "ImageGallery": StoryKind.GALLERY,
    "MediaGallery": StoryKind.GALLERY,
    "VideoGallery": StoryKind.VIDEO,
    "CollectionPage": StoryKind.TOPIC,
    "SportsEvent": StoryKind.SCORES,
}
MEDIA_TYPES = frozenset(("VideoObject", "Clip", "BroadcastEvent", "TVEpisode"))
OG_TYPES = {"video": StoryKind.VIDEO, "video.other": StoryKind.VIDEO, "video.episode": StoryKind.VIDEO}

SEGMENTS: dict[str, StoryKind] = {
    name: kind
    for kind, names in {
        StoryKind.OPINION: "opinion opinions op-ed oped opinie opinione opinioni opiniao opinia"
        " meinung meinungen kommentar kommentare kommentarer kommentti kolumne kolumnen kolumni columna"
        " columnas columnistas columnists"
        " column columns commentisfree commentary comment editorial editorials editoriales editoriali edito editos"
        " leitartikel leader leaders tribune tribunes chronique chroniques debat debatt debatt-och-opinion ledare leder"
        " lederen mielipide felieton felietony publicystyka blogs-opinion voices viewpoint letters leserbriefe tribuna"
        " opiniones commenti commento gastbeitrag gastkommentar standpunkt kronik kronikk mnenie mnenija"
        " shasetsu kose-yazilari yazarlar tajuk",
        StoryKind.VIDEO: "video videos vídeo vídeos watch mediathek tv-video webtv video-news clips videolar",
        StoryKind.GALLERY: "gallery galleries galeria galería galerias galerie galleria gallerie"
        " foto-galerie fotogalerie fotogalerien fotogaleria fotostrecke fotostrecken bildergalerie"
        " bildergalerien bilderstrecke bildstrecke"
        " diaporama diaporamas photos photo-essay photogallery photo-gallery in-pictures pictures fotos bilder"
        " fotoserie bildspel foto-haber foto-galeri slideshow slideshows fotogallery",
        StoryKind.LIVE_BLOG: "live liveblog live-blog live-news live-updates newsblog liveticker live-ticker ticker"
        " en-direct direct directo en-directo minuto-a-minuto ao-vivo ao-minuto diretta in-diretta direkte direkt"
        " nachrichtenticker newsticker liveblogi na-zywo onlayn canli canli-blog livefeed",
        StoryKind.OBITUARY: "obituary obituaries obits obit nachruf nachrufe necrologie nécrologie necrologia necrologi"
        " necrologio obituario obituarios obituário mindeord minneord dodsfall in-memoriam",
        StoryKind.INTERVIEW: "interview interviews entrevista entrevistas intervista interviste intervju intervjuer"
        " gespraech wywiad wywiady rozhovor rozhovory interju roportaj röportaj haastattelu intervyu wawancara",
        StoryKind.SCORES: "scores scoreboard results resultados risultati ergebnisse resultats standings tabelle"
        " clasificacion classement classifica boxscore spielplan uitslagen",
        StoryKind.TOPIC: "topic topics thema themen dossier dossiers special specials",
        StoryKind.LISTICLE: "listicle listicles lists top-10 toplists ranking rankings",
    }.items()
    for name in names.split()
}
"""One segment of the path, or the section's name, in lower case. `results` and the like only with a table of scores."""

TITLES: tuple[tuple[StoryKind, re.Pattern[str]], ...] = (
    (
        StoryKind.LIVE_BLOG,
        re.compile(
            r"(?:^|\W)(?:live ?blog|live ?ticker|newsblog|live updates?|live coverage|minute by minute|as it happened"
            r"|minuto a minuto|ao minuto|minute par minute|liveopdat\w*|\+\+)(?:\W|$)"
            r"|^(?:live|en direct|en directo|em direto|ao vivo|diretta|in diretta|canlı|direkt|direkte)\s*[:|,.–-]"
            r"|[-–|:,]\s*live$|\blive[-–:]\s?(?:updates|ticker)",
            re.IGNORECASE,
        ),
    ),
    (
        StoryKind.OBITUARY,
        re.compile(
            r"\bobituary\b|^nachruf|\bnachruf auf\b|^(?:n[ée]crologi[ae]|nécrologie|obituario|obituário)\b"
            r"|\b(?:minneord|mindeord)\b|^muere\b.{0,80},|\bdies at (?:age )?\d{2,3}\b|\bdies aged \d{2,3}\b"
            r"|,? \d{2,3}, dies$|\bdead at \d{2,3}\b|\bstirbt (?:im alter )?(?:von|mit) \d{2,3}\b"
            r"|\bmort à (?:l['’]âge de )?\d{2,3} ans\b|\bmuere a los \d{2,3}\b|\b(?:morto|morta) a \d{2,3} anni\b"
            r"|\bmorre aos \d{2,3}\b",
            re.IGNORECASE,
        ),
    ),
    (
        StoryKind.OPINION,
        re.compile(
            r"^(?:opinion|op-ed|editorial|kommentar|kommentti|leitartikel|meinung|kolumne|tribune|édito|opinión"
            r"|opinie|opinião|commento|ledare|leder|debatt|kronikk|gastbeitrag|column|社説|사설|社论|时评)"
            r"\s*[|:：–—-]|[|–—-]\s*(?:opinion|kommentar|meinung|opinión|editorial)$|^[［\[【](?:社説|사설|칼럼|社论)[］\]】]",
            re.IGNORECASE,
        ),
    ),
    (
        StoryKind.INTERVIEW,
        re.compile(
            r"(?:^|\W)(?:interview|entrevista|intervista|intervju|q&a|q & a|rozhovor|wywiad|röportaj|haastattelu"
            r"|im gespräch)\s*(?:[:：|–—]|-\s|with\b|mit\b|avec\b|con\b|com\b|med\b|$)"
            r"|インタビュー|인터뷰|专访|專訪|интервью",
            re.IGNORECASE,
        ),
    ),
    (
        StoryKind.GALLERY,
        re.compile(
            r"\bin pictures\b|^(?:photos|pictures|gallery|photo essay|bilder|fotos|fotostrecke|bildergalerie|en images"
            r"|fotogaler[ií]a|fotogalerie|diaporama|las fotos|in foto)\s*[:|–—-]|[|:–—-]\s*(?:in bildern|en images"
            r"|in pictures|photos|gallery|fotogaler[ií]a|fotogalerie)$|写真特集|フォトギャラリー|组图|화보",
            re.IGNORECASE,
        ),
    ),
    (StoryKind.VIDEO, re.compile(r"^(?:\[?videos?\]?|watch|vidéo|vídeo|動画|视频|영상)\s*[:：|–—-]", re.IGNORECASE)),
)

NUMBERED_TITLE = re.compile(
    r"^(?:(?:the|our|die|les|las|los|le|i|os|as|de|these|diese|top|here are|hier sind)\s+){0,3}(\d{1,3})\s+"
    r"(?!years?\b|jahre|ans\b|años|percent|prozent|people|menschen|million|mio|per\b|killed|dead|tote|uhr\b|[ap]m\b)"
    r"[^\W\d]",
    re.IGNORECASE,
)
NUMBERED_HEAD = re.compile(r"^(?:#|no\.?\s|nr\.?\s|n°\s?|platz\s|place\s)?(\d{1,3})\s*(?:[.):–—-]|\s|$)", re.IGNORECASE)
QUESTION_MARKS = ("?", "？", "؟")
CLOSERS = " ”“\"»’')）」』"
SPEAKER = re.compile(
    r"^(?:q|question|frage|pregunta|domanda|vraag|pergunta|問|質問|문|问|記者|기자)\s*[:：.]", re.IGNORECASE
)
SCORE = re.compile(r"^\(?\d{1,3}\s?[-–:]\s?\d{1,3}\)?$")
