"""Bytes become text, whatever their charset is said to be."""

from __future__ import annotations

import codecs
import re
from itertools import islice

from bot.article.mojibake import may_be_twice, mended
from bot.model import Page

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
LANGUAGE = re.compile(rb"<html[^>]{0,400}?\slang\s*=\s*[\"']?([a-z]{2})", re.IGNORECASE)
WORDS = re.compile(rb"[\x80-\xff][^<>]{0,40000}")
ASCII = bytes(range(0x20, 0x7F))
NUL, ESCAPE, SWITCH = b"\x00", b"\x1b", b"\x1b$"
HEAD = 4096
ALIASES = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601"), "cp949"),
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis", "sjis"), "cp932"),
    **dict.fromkeys(("tis-620", "iso-8859-11"), "cp874"),
    "big5": "big5hkscs",
}
"""Read as browsers read them: pages that say Latin-1 mean Windows-1252, and so on."""

USUAL = {
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be"), ("cp1251", "koi8-r", "iso-8859-5")),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "ro"), ("iso-8859-2", "cp1250")),
    **dict.fromkeys(("lt", "lv", "et"), ("cp1257",)),
    "tr": ("cp1254",),
    "el": ("cp1253",),
    "he": ("cp1255",),
    "ar": ("cp1256",),
    "th": ("cp874",),
    "vi": ("cp1258",),
    "ja": ("cp932", "euc-jp"),
    "ko": ("cp949",),
    "zh": ("gb18030", "big5hkscs"),
}
"""The charsets that pages in a language came in before UTF-8, the commonest first."""

MOST_ODD = 0.001
MOST_BROKEN = 0.25
MOST_HIGH = 0.3
MOST_SYMBOLS = 0.02
MOST_NULS = 0.2
GUESS_BYTES, MOST_RUNS, BEFORE = 20_000, 400, 30
WIDE_SAMPLE = 2000
INSIDE = re.compile(r"[a-zß-ÿ][\x80-\xbf×÷][a-zß-ÿ]|[a-z][¡-©«-¹»-¿](?![\w\s.,;:!?)\]”\"'’%°/-])|[a-z][¹³¼±¶¿¾]")
"""A sign or a symbol in a word: no one writes so, but Polish or Russian read as Windows-1252 looks like it."""


TAG = re.compile(r"<[^<>]{0,2000}>")
CAPITAL = re.compile(r"[^\W\d_A-Z](?<=[^A-Z])[А-ЯŻŹŁĄĘŚĆŃÓŘŠČĚŽ]")
MARKS = frozenset("«»„“”‘’–—…№§©®\xa0。、，．・「」『』（）！？：；％　َُِّْ")


def decode(page: Page) -> str:
    """The page's text without NULs. A charset that does not fit the bytes is not believed."""
    text = _decoded(page)
    # To look for one byte costs next to nothing, for one letter in a text of megabytes it does not.
    return (text.replace("\x00", "") if NUL in page.body else text).removeprefix("\ufeff")


def _decoded(page: Page) -> str:
    body = page.body
    for bom, charset in BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(charset, "replace")
    if wide := _wide(body[:WIDE_SAMPLE]):
        return body.decode(wide, "replace")
    # ISO-2022 switches alphabets by escapes, so that its bytes pass for ASCII.
    if body.isascii() and ESCAPE in body and SWITCH in body:
        return _switched(body)
    text = body.decode("utf-8", "replace")
    if _mostly_utf8(text):
        return mended(text) if may_be_twice(body) else text
    for claimed in _claims(page):
        fitting = _fits(body, claimed)
        if fitting is not None:
            return fitting
    return body.decode(_guess(body), "replace")


def _wide(start: bytes) -> str | None:
    """UTF-16 or UTF-32 without its mark: every other byte of the tags is NUL."""
    nuls = start.count(0)
    if nuls < MOST_NULS * len(start) or len(start) < 8:
        return None
    if nuls > 0.6 * len(start):
        return "utf-32-le" if start[0] else "utf-32-be"
    return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"


def _switched(body: bytes) -> str:
    for charset in ("iso2022_jp_2", "iso2022_jp_3", "iso2022_kr"):
        text = body.decode(charset, "replace")
        if text.count("\ufffd") <= max(2, len(text) * MOST_ODD):
            return text
    return body.decode("iso2022_jp_2", "replace")


def _claims(page: Page) -> list[str]:
    """What the transport, the XML declaration and the page itself say, in this order."""
    head = page.body[:HEAD]
    found = [page.charset or ""]
    found += [match[1].decode("ascii") for pattern in (XML, META) if (match := pattern.search(head))]
    return [ALIASES.get(name.lower(), name) for name in found if name]


def _mostly_utf8(text: str) -> bool:
    """A few broken bytes in a page that is UTF-8 otherwise do not make it anything else."""
    if "\ufffd" not in text:
        return True
    return text.count("\ufffd") < MOST_BROKEN * sum(ch > "\x7f" for ch in text)


def _fits(body: bytes, charset: str) -> str | None:
    try:
        codecs.lookup(charset)
        text = body.decode(charset, "replace")
    except (LookupError, ValueError, UnicodeError):
        return None
    if text.count("\ufffd") > max(2, len(text) * MOST_ODD):
        return None
    # Every byte is a letter of Windows-1252: believe it only where the result can be read.
    if charset == "cp1252" and (_looks_garbled(text) or _other_usual(body)):
        return None
    return text


def _other_usual(body: bytes) -> bool:
    """The page says that it is in a language that Windows-1252 has no letters for."""
    match = LANGUAGE.search(body[:HEAD])
    return match is not None and match[1].decode("ascii").lower() in USUAL


def _looks_garbled(text: str) -> bool:
    """Mostly letters beyond ASCII, as in no western language, or symbols inside of words."""
    high = sum(ch > "\x7f" for ch in text)
    told = " ".join(TAG.sub(" ", text).split())[:GUESS_BYTES]
    letters = sum(ch.isalpha() for ch in told)
    foreign = sum(ch > "\x7f" for ch in told)
    symbols = len(INSIDE.findall(told))
    return high > 8 and (foreign > MOST_HIGH * (letters + 1) or symbols > max(2.0, MOST_SYMBOLS * foreign * 3))


def _guess(body: bytes) -> str:
    """By the language that the page names, then by what its letters look like; tags would only drown them."""
    sample = _sample(body)
    match = LANGUAGE.search(body[:HEAD])
    for charset in USUAL.get(match[1].decode("ascii").lower(), ()) if match else ():
        if _reads(sample, charset):
            return charset
    # Imported late: hardly any page needs a guess.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _sample(body: bytes) -> bytes:
    """The stretches between tags that go beyond ASCII, whole: no letter of several bytes may be cut through."""
    runs: list[bytes] = []
    size = 0
    for run in islice(WORDS.finditer(body), MOST_RUNS):
        before = body[max(0, run.start() - BEFORE) : run.start()]
        runs.append(before[len(before.rstrip(ASCII)) :] + run[0])
        size += len(runs[-1])
        if size > GUESS_BYTES:
            break
    return b" ".join(runs)


def _reads(sample: bytes, charset: str) -> bool:
    """Nearly all that `charset` makes of the sample are letters, and no capital stands inside of a word."""
    text = sample.decode(charset, "replace")
    high = [ch for ch in text if ch > "\x7f"]
    odd = sum(not ch.isalpha() and ch not in MARKS for ch in high)
    inside = len(CAPITAL.findall(text))
    return bool(high) and odd <= 0.1 * len(high) and inside <= 0.05 * len(high)
