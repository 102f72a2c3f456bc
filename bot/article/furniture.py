"""What stands around a story on every page: captions, credits, calls to click, bylines. Tables and patterns."""

from __future__ import annotations

import re

from bot.article.agencies import agencies_in
from bot.article.furniture_words import ASKS, OPENINGS, WRITERS
from bot.article.openings import Openings
from bot.model import Caption
from bot.text.words import count_words

CREDIT = re.compile(
    r"(?:(?<=[\w.!?\"'”’)])\s*|^|\s[|(–-]\s*|\()"
    r"(?:(?:Image(?: source| credit)?|Images|Photo(?:graph|s| credit)?|Picture|Credit|Photo by|Foto|Fotos|Bild"
    r"|Bildquelle|Fotografía|Imagen|Crédito|Crédit(?: photo)?|Photographie|Immagine|Beeld|©)"
    r"\s*(?:[:：©]|\.\.\.|…)|(?:Image|Photo|Picture) (?:source|credit),|(?:写真|提供|図|사진)\s*[:：])"
    r"\s*(?P<credit>(?:[^\sa-zäöüß:]|dpa|picture|privat|imago|epa|epd|kna|getty|afp|ap\b|i[A-Z])[^:]{0,100}?)\)?\s*$"
)
"""The name after it begins as names do: prose may well say "the bigger Picture: …"."""

GLUED = re.compile(r"(?P<credit>(?:Image|Photo|Foto|Bild|Credit|Picture)\s*:\s*[A-Z©@].{1,100})$")
AGENCY = (
    r"(?:AFP|AP|AP Photo|Reuters|REUTERS|Getty|Getty Images|dpa|EPA|EPA-EFE|EFE|Bloomberg|imago|Imago|PA Media|Yonhap)"
)
HANDLE = re.compile(rf"\((?P<credit>[^()]{{0,40}}(?:/|\bvia ){AGENCY}\b[^()]{{0,30}}|{AGENCY}/[^()]{{2,40}})\)\s*$")
ALONE = re.compile(
    rf"^(?P<credit>{AGENCY}\s?/\s?[A-Z][\w .'’-]{{2,40}}|[\w .'’-]{{2,40}}(?:/| via ){AGENCY}|Getty Images)$"
)
"""A line that is nothing but a picture's credit."""

CREDIT_WORDS = ("Ima", "Imma", "Photo", "Picture", "Cr", "Foto", "Bild", "Beeld", "©", "写真", "提供", "図", "사진")
CREDITS = (
    (ALONE, ("/", " via ", "Getty Images"), ("",)),
    (CREDIT, (":", "：", "©", "…", "...", "source,", "credit,"), CREDIT_WORDS),
    (GLUED, (":",), CREDIT_WORDS),
    (HANDLE, (")",), ("",)),
)
"""With the signs and the words of which a line must have one each: most lines have none, and need no search."""

CAPTION_LABEL = re.compile(r"^(?:Image|Photo|Picture) caption,\s*")

CLICKS = Openings(ASKS, r"\W*$")
TRAILERS = Openings(OPENINGS)
BIOS = Openings(WRITERS, r"\W*$")
AGO = re.compile(
    r"^(?:(?:last )?(?:updated|published|posted|modified)\s*:?\s*)?(?:an?|one|\d+)\s+"
    r"(?:second|minute|min|hour|hr|day|week|month)s?\s+ago$"
    r"|^vor\s+(?:einer|einem|\d+)\s+\w+n?$|^hace\s+(?:una?|\d+)\s+\w+$|^il y a\s+(?:une?|\d+)\s+\w+$",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"^(?:by|von|por|par|di|door|af|av)\s+(?P<names>[A-ZÄÖÜÉÁÍÓÚÑ][\w.'’-]*(?:[ ,]+(?:and |und |y |et |e "
    r"|[A-ZÄÖÜÉÁÍÓÚÑ&\d])[\w.'’-]*){0,11})$"
    r"|^(?:written|reported) by:?\s+(?P<more>[A-Z][\w.'’ -]{3,60})$",
    re.IGNORECASE,
)
DESK = (
    "reporting by ",
    "editing by ",
    "additional reporting by ",
    "additional reporting from ",
    "compiled by ",
    "edited by ",
    "writing by ",
)

NAMED = re.compile(r"[A-Za-z ]{7,20} (?:by|By|BY|from) [A-Z]")
AGENCY_HELP = re.compile(r"\s+(?:with|mit|avec|con)\s+")
PERSON = re.compile(r"^[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){1,4}$")
LINK = re.compile(r"^https?://\S+$")


def asks_for_click(line: str) -> bool:
    """A line that is nothing but a button's words."""
    return CLICKS.fit(line.lower())


def is_trailer(line: str) -> bool:
    """A line that begins as those do that stand around a story: calls to click, the desk's names."""
    lower = line.lower()
    return TRAILERS.fit(lower) or (lower.startswith(DESK) and NAMED.match(line) is not None)


def presents_writer(heading: str) -> bool:
    """A heading such as `About the author`."""
    return BIOS.fit(heading.lower())


def split_credit(line: str) -> Caption | None:
    """The caption and its credit, where a line ends in one, glued to it or not; None for any other line."""
    has = line.__contains__
    for pattern, signs, words in CREDITS:
        if any(map(has, signs)) and any(map(has, words)) and (match := pattern.search(line)):
            credit = re.sub(r"^\w+\s*:\s*", "", match["credit"]) if pattern is GLUED else match["credit"]
            return Caption(line[: match.start()].strip(" |–-("), credit.strip(" .)"))
    return None


def related_headline(line: str) -> str:
    """The other story's headline in `Read more: …`; empty for any other line."""
    label, _, headline = line.partition(":")
    return (
        headline.strip()
        if headline and is_trailer(line) and asks_for_click(label) and count_words(headline) > 2
        else ""
    )


def byline_names(line: str) -> list[str]:
    """The people and agencies a byline names, without their offices; empty for any other line."""
    match = BYLINE.match(line)
    if match is None or len(line) > 120 or line.endswith("."):
        return []
    named = AGENCY_HELP.sub(", ", match["names"] or match["more"])
    parts = [part for part in re.split(r"\s*,\s*|\s+(?:and|und|y|et|e|&)\s+", named) if part]
    names = [part for part in parts if agencies_in(part) or _is_person(part)]
    return names if names and names[0] == parts[0] else []


def _is_person(name: str) -> bool:
    """Two words or more that begin and end as names do: `Political correspondent` is an office."""
    return PERSON.match(name) is not None and name[0].isupper() and name.rsplit(maxsplit=1)[-1][0].isupper()
