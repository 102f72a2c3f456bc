"""What editors add to a story: corrections and updates, how it is signed, where it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.article.agencies import agencies_in, sign_off
from bot.article.cities import CITIES
from bot.article.note_words import CITY, NO_PLACES, NOTE, NOTE_OPENINGS, PLACES
from bot.article.survey import OPENERS, Role, Survey, outermost, text_of
from bot.model import Block
from bot.text.plain import plain

LONGEST_NOTE, LEAST_NOTE = 900, 12
MOST_NOTES = 12
CLOSING = 5
UPDATES = ("updat", "aktualis", "mise à jour", "actualiz", "обновлено", "güncell")
AFTER_LABEL, DATED = 12, 60
YEAR = re.compile(r"\b(?:19|20)\d{2}")
DESK = re.compile(
    r"^\(?(?:additional )?(?:reporting|editing|writing|compiled|edited|translated) by (?-i:[^\W\da-z])[^.]{2,160}"
    r"(?:[;.] ?(?:additional )?(?:reporting|editing|writing|edited|compiled) by (?-i:[^\W\da-z])[^.]{2,160}){0,3}"
    r"\.?\)?$",
    re.IGNORECASE,
)
TAIL = re.compile(r"[.!?”\"»’…]\s*(?P<tail>(?:[a-zäöüß]{2,4}(?:/[a-zäöüß]{2,4}){0,3}\s)?[(/][^()/]{2,60}\)?)$")
INITIALS = re.compile(
    r"[.!?”\"»’…)。！？]\s*(?P<tail>\([a-zäöüß]{2,4}(?:/[a-zäöüß]{2,4}){0,3}\)|/\s?[a-zäöüß]{2,4}"
    r"|[（(](?:本报|新华社|人民网)?(?:记者|記者)[^（）()]{2,60}[）)])$"
)
LONGEST_TAIL, LONGEST_SIGN_OFF = 80, 320


def is_note(line: str) -> bool:
    """Whether `line` is a note on a correction or an update, in any of many languages."""
    opening = line[:60].lower().lstrip(OPENERS)
    if not opening.startswith(NOTE_OPENINGS) or NOTE.match(line) is None:
        return False
    # A line that says when a page was last touched tells nothing of what was changed.
    return not (opening.startswith(UPDATES) and YEAR.search(line[:40]) and ":" not in line[AFTER_LABEL:DATED])


def corrections(seen: Survey, lines: Iterable[str] = ()) -> tuple[str, ...]:
    """The notes of the page, each once: elements of such a class, paragraphs and `lines` that open as such."""
    found: dict[str, None] = {}
    for text in (*_noted(seen), *(line for line in lines if is_note(line))):
        if LEAST_NOTE <= len(text) <= LONGEST_NOTE and not any(text in other for other in found):
            for shorter in [other for other in found if other in text]:
                del found[shorter]
            found[text] = None
            if len(found) == MOST_NOTES:
                break
    return tuple(found)


def _noted(seen: Survey) -> Iterator[str]:
    for element in outermost(seen.having(Role.NOTE)[: MOST_NOTES * 4]):
        text = text_of(element, LONGEST_NOTE + 1)
        # Menus have a "corrections" link, and forms ask for some.
        if is_note(text) or (element.tag not in ("a", "form", "button", "li") and text.endswith((".", "。"))):
            yield text
    for paragraph, opening in seen.lines:
        if opening.startswith(NOTE_OPENINGS) and is_note(text := text_of(paragraph, LONGEST_NOTE + 1)):
            yield text


def is_sign_off(line: str) -> bool:
    """A line that is nothing but the signature of those who wrote, edited or sent the story."""
    return len(line) < LONGEST_SIGN_OFF and (DESK.match(line) is not None or sign_off(line) is not None)


def signed(lines: Sequence[str]) -> str:
    """How a story is signed at its end, as printed: `msh/sdi (AFP, Reuters)`, `(dpa)`; empty where it is not.

    `lines`: the story's, in order, before anything is cut off.
    """
    for line in reversed(lines[-CLOSING:]):
        text = plain(line) if len(line) < LONGEST_SIGN_OFF else ""
        if text and is_sign_off(text):
            return text
    return _tail(lines[-1]) if lines else ""


def _tail(line: str) -> str:
    """A signature that stands in the last paragraph: `… he said. (dpa/lno)`."""
    end = plain(line[-2 * LONGEST_TAIL :])[-LONGEST_TAIL:]
    if match := INITIALS.search(end):
        return match["tail"]
    match = TAIL.search(end)
    if match is None:
        return ""
    tail = match["tail"]
    inside = tail[tail.find("(") + 1 :].strip(" ()/")
    parts = [part.strip() for part in re.split(r"[/,;+&]", inside)]
    return tail if any(agencies_in(part) for part in parts) else ""


def place(body: Sequence[Block]) -> str:
    """Where the story was written, as its dateline has it: `WASHINGTON (AP) —`, `新华社北京4月24日电`."""
    return next((found for block in body[:3] if (found := _place(block.text[:160]))), "")


def _place(opening: str) -> str:
    for number, pattern in enumerate(PLACES):
        match = pattern.match(opening)
        if match is None:
            continue
        named = match["place"].strip(" ,.-(")
        agency = match.groupdict().get("agency")
        if number < 2 and not _is_agency(agency or ""):
            continue
        if named.upper() not in NO_PLACES and len(named.split()) <= 5:
            return named
    match = CITY.match(opening)
    return match["place"] if match and _is_city(match["place"]) else ""


def _is_city(name: str) -> bool:
    """One, or several with a slash between them: `London/Teheran`."""
    return all(part.strip().casefold().replace(" ", "_") in CITIES for part in name.split("/"))


def _is_agency(name: str) -> bool:
    """`dpa/lno` is one as `dpa` is."""
    return any(agencies_in(part.strip()) for part in re.split(r"[/,]", name))
