"""What the class, id and role of a box say about it, and words that stand around stories. Tables."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache


def _any_of(parts: str) -> re.Pattern[str]:
    """Of those with the same first letter at most that one is looked at where it does not stand."""
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for part in parts.split():
        by_letter[part[0]].append(re.escape(part[1:]))
    return re.compile("|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()))


AROUND_PARTS = _any_of(
    """
    comment kommentar comentario comentário discuss disqus reply replies share social newsletter subscri abonn related
    relacionad verwandt weitere recommend empfehl recirc promo cookie consent gdpr cmp- sidebar side-bar widget sponsor
    advert anzeige werbung publicid banner footer breadcrumb menu popup modal overlay paywall byline author topics
    copyright credit caption bildunter timestamp trending popular mostread most-read meistgelesen more- readmore
    read-more outbrain taboola signup sign-up login log-in toolbar tooltip pagination pager print donat disclaimer
    feedback rating teaser carousel slider gallery galerie follow hidden screen-reader sr-only visually
    table-of-contents factbox infobox info-box embed player
    """
)
AROUND_WORDS = frozenset("ad ads nav navbar navigation bio tag tags meta date card cards toc autor".split())
"""Marks of boxes that stand around a story or interrupt it: parts of words, and whole ones."""

WITHIN_PARTS = _any_of(
    """
    articlebody article-body article_body storybody story-body story_body entrycontent entry-content entry_content
    postcontent post-content post_content articlecontent article-content article_content articletext article-text
    article_text paragraph richtext rich-text contentbody content-body content_body bodytext body-text body-copy
    body-content maincontent main-content main_content prose wysiwyg
    """
)
WITHIN_WORDS = frozenset("content article post story body text".split())
"""Marks of boxes that hold a story."""

SPLIT = str.maketrans("-_:/", "    ")


LONGEST_NAME, MOST_NAMES = 60, 8192


def kind_of(marks: str) -> int:
    """1 for a box around the story, 2 for one that holds a story, 3 for one that says both, 0 for neither."""
    kind = 0
    for name in marks.split():
        kind |= _known(name) if len(name) <= LONGEST_NAME else _kind_of(name)
    return kind


def _kind_of(name: str) -> int:
    tokens = name.translate(SPLIT).split()
    around = not AROUND_WORDS.isdisjoint(tokens) or AROUND_PARTS.search(name) is not None
    within = not WITHIN_WORDS.isdisjoint(tokens) or WITHIN_PARTS.search(name) is not None
    return around + 2 * within


_known = lru_cache(MOST_NAMES)(_kind_of)
"""Pages use few names many times, and sites use each other's."""


WORDS = frozenset(
    """
    newsletter newsletters subscribe subscriber subscribers subscription subscriptions signup sign-up login log-in
    register cookies cookie privacy javascript browser comment comments advertisement advertising copyright follow
    facebook twitter instagram whatsapp telegram tiktok youtube linkedin click podcast podcasts commission affiliate
    sponsored terms conditions policy disclaimer email e-mail inbox donate donation donations related trending
    recommended share print bookmark author writer editor reporter journalist columnist freelance updated photo image
    getty credit unlock premium trial download demo shop cart rating stars reviews faq menu skip previous next app apps
    reserved rights partners consent account password unsubscribe advertise careers sitemap
    abonnieren abonnement abonnent abonnenten abo anmelden registrieren registrierung datenschutz
    datenschutzerklärung kommentar kommentare kommentieren anzeige werbung teilen drucken spende spenden unterstützen
    redakteur redakteurin autor autorin quelle inhalte inhalt drittplattformen personenbezogene einverstanden
    s'abonner abonnés abonnez-vous inscription connexion commentaires partager publicité confidentialité réagir
    suscríbete suscripción suscriptores suscribirse regístrate comentarios compartir publicidad privacidad síguenos
    iscriviti abbonati abbonamento commenti condividi pubblicità assine assinante assinantes compartilhar comentários
    abonneren abonnees reacties delen advertentie nyhetsbrev prenumerera kommentarer dela annons del abonner
    подписаться подписка реклама комментарии поделиться 广告 评论 分享 登录 订阅 登録 会員 購読 広告 구독 댓글 광고 공유
    """.split()
)
"""Words of buttons, boxes and small print, in the languages of many sites."""

FILLER = ("Lorem ipsum", "lorem ipsum")
CODE = '":'

STANDFIRST = re.compile(
    r"standfirst|\blead\b|\blede\b|\bdek\b|deck\b|\bintro|sub-?title|sub-?head|subline|excerpt|\bsummary|perex|chap[oô]"
    r"|vorspann|teaser-?text|anriss|entradilla|bajada|sottotitolo|sommario|ingress|manchet|underrubrik|standing-?first"
    r"|article-?_?desc|\bdescription\b|kicker-?text|abstract"
)
"""Marks of the line under a headline."""
