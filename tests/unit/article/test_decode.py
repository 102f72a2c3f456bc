"""Bytes of any charset, said or not or said wrongly, become the text that was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.article.decode import decode
from bot.article.mojibake import mended
from bot.model import Page

TEXTS = {
    "ja": "市議会は火曜日、古い橋の再建を決定した。市長は春までの完成を目指すと述べた。",
    "ru": "Городской совет во вторник проголосовал за восстановление старого моста в порту.",
    "zh": "市议会星期二投票决定重建旧港口大桥，结束了长达四年的争论。市长说，预计春季完工。",
    "ko": "시의회는 화요일 오래된 항구 다리를 다시 짓기로 결정했다. 봄까지 끝날 것이라고 말했다.",
    "pl": "Rada miejska zdecydowała we wtorek o odbudowie starego mostu, a źródła mówią o większych kosztach.",
    "tr": "Belediye meclisi salı günü eski köprünün yeniden inşasına karar verdi, çalışmaların süreceğini söyledi.",
    "el": "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να ξαναχτίσει την παλιά γέφυρα του λιμανιού.",
    "he": "מועצת העיר החליטה ביום שלישי לבנות מחדש את הגשר הישן.",
    "ar": "قرر مجلس المدينة يوم الثلاثاء إعادة بناء الجسر القديم.",
    "th": "สภาเมืองมีมติเมื่อวันอังคารให้สร้างสะพานเก่าขึ้นใหม่",
    "de": "Der Stadtrat beschloss, die alte Brücke für 48 Millionen neu zu bauen. „Schön“, sagte die Bürgermeisterin.",
}
CHARSETS = {
    "ja": ("shift_jis", "euc-jp", "iso-2022-jp", "utf-16", "utf-16-le", "utf-16-be"),
    "ru": ("windows-1251", "koi8-r"),
    "zh": ("gb18030",),
    "ko": ("euc-kr", "utf-16-le"),
    "pl": ("iso-8859-2", "windows-1250"),
    "tr": ("windows-1254", "utf-8-sig"),
    "el": ("windows-1253",),
    "he": ("windows-1255",),
    "ar": ("windows-1256",),
    "th": ("tis-620",),
    "de": ("windows-1252", "utf-16-le", "utf-32"),
}
CASES = [(language, charset) for language, charsets in CHARSETS.items() for charset in charsets]


def html(language: str, claim: str, *, named: bool) -> str:
    lang = f' lang="{language}"' if named else ""
    told = "".join(f"<p>{TEXTS[language]}</p>" for _ in range(4))
    return f'<html{lang}><head><meta charset="{claim}"><title>1</title></head><body>{told}</body></html>'


@pytest.mark.parametrize(("language", "charset"), CASES)
def test_a_charset_that_is_said(language: str, charset: str) -> None:
    text = html(language, charset, named=False)
    assert decode(Page(None, text.encode(charset))) == text


@pytest.mark.parametrize("claim", ["ascii", "iso-8859-1", "utf-8", "x-none"])
@pytest.mark.parametrize(("language", "charset"), CASES)
def test_a_charset_that_lies_on_a_page_that_names_its_language(language: str, charset: str, claim: str) -> None:
    text = html(language, claim, named=True)
    read = decode(Page(None, text.encode(charset), charset=claim))
    # A page of one of two charsets that differ in a letter or two may be taken for the other.
    assert sum(one == other for one, other in zip(read, text, strict=False)) > 0.97 * len(text)


@pytest.mark.parametrize("claim", ["ascii", "utf-8"])
@pytest.mark.parametrize(
    ("language", "charset"),
    [
        ("ja", "shift_jis"),
        ("ja", "euc-jp"),
        ("ru", "windows-1251"),
        ("zh", "gb18030"),
        ("ko", "euc-kr"),
        ("el", "windows-1253"),
    ],
)
def test_a_charset_that_lies_on_a_page_that_names_nothing(language: str, charset: str, claim: str) -> None:
    text = html(language, claim, named=False)
    assert decode(Page(None, text.encode(charset))) == text


@pytest.mark.parametrize("language", ["de", "pl", "ru", "ja", "el"])
def test_utf8_that_was_encoded_twice(language: str) -> None:
    text = html(language, "utf-8", named=True) + "caffè …"
    twice = "".join(
        bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in text.encode()
    ).encode()
    assert decode(Page(None, twice)) == text


@pytest.mark.parametrize("text", ["SÃO PAULO, ÂNGELO: a câmara é à beira-mar", "Ærø og Ås", "Brücke „Süd“ – schön"])
def test_letters_that_only_look_encoded_twice(text: str) -> None:
    assert mended(text) == text


def test_a_few_broken_bytes_and_nuls_do_no_harm() -> None:
    body = "<p>Brücke\x00 über das Tor, größer und schöner als je zuvor, für alle Bürger.</p>".encode() + b"\xff"
    assert decode(Page(None, body)).startswith("<p>Brücke über das Tor")


@given(
    st.binary(max_size=3000),
    st.sampled_from([None, "utf-8", "ascii", "shift_jis", "nonsense", "base64", "utf-7", "hex"]),
)
def test_any_bytes_become_text_without_nuls(body: bytes, charset: str | None) -> None:
    assert "\x00" not in decode(Page(None, body, charset=charset))


@given(st.text(max_size=2000))
def test_what_is_utf8_is_read_as_it_is(text: str) -> None:
    safe = text.encode("utf-8", "replace").decode().replace("\x00", "").lstrip("\ufeff")
    if "\x1b$" not in safe:
        assert decode(Page(None, safe.encode())) in (safe, mended(safe))
