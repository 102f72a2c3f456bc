"""Corrections, signatures and datelines, as newsrooms of many countries print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bot.article.notes import corrections, is_note, place, signed
from bot.article.survey import Survey, survey
from bot.model import Block

NOTES = """
Correction: An earlier version of this article misstated the length of the bridge.
CORRECTION (March 5): The bridge has seven piers, not six.
Editor’s note: This story was first published in 2022.
This article was amended on 5 March 2026 to correct the mayor's name.
This story has been updated with a statement of the council.
An earlier version of this article said that the bridge was built in 1901.
UPDATE 14:30: The council has now voted.
Korrektur: In einer früheren Version hieß es, die Brücke habe sechs Pfeiler.
In einer früheren Version dieses Artikels war von sechs Pfeilern die Rede.
Anmerkung der Redaktion: Der Text wurde nachträglich ergänzt.
Dieser Artikel wurde am 5. März aktualisiert.
Rectificatif : le pont compte sept piles et non six.
Cet article a été modifié pour préciser le nombre de piles.
Corrección: el puente tiene siete pilares, no seis.
Fe de errores: una versión anterior hablaba de seis pilares.
Errata corrige: i piloni sono sette, non sei.
Questo articolo è stato aggiornato con le parole della sindaca.
Correctie: in een eerdere versie stond dat de brug zes pijlers heeft.
Errata: a ponte tem sete pilares.
Rättelse: I en tidigare version stod att bron har sex pelare.
Rettelse: Broen har syv piller, ikke seks.
Sprostowanie: most ma siedem filarów.
Уточнение: у моста семь опор, а не шесть.
訂正：橋脚は六本ではなく七本でした。
更正：大桥有七个桥墩。
바로잡습니다: 교각은 일곱 개입니다.
""".strip().splitlines()

PROSE = """
Correction officers found the man in his cell on Monday.
Updated rules for ferries take effect in May, the agency said.
This article of the constitution protects the press.
Rectificar es de sabios, dijo el alcalde.
Updated: 5 March 2026
Update: March 5, 2026
Updated: December 9, 2025 If you plan a feast on the coast, choose who cooks first.
Note that the bridge is closed on Sundays.
""".strip().splitlines()


def surveyed(html: str) -> Survey:
    return survey(etree.fromstring(html, etree.HTMLParser()))


@pytest.mark.parametrize("line", NOTES)
def test_a_note_is_known(line: str) -> None:
    assert is_note(line)


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_no_note(line: str) -> None:
    assert not is_note(line)


def test_notes_are_found_by_class_by_opening_and_each_once() -> None:
    page = (
        "<body><p>The bridge has seven piers.</p><div class='article-correction'>The length of the bridge was wrong."
        "</div><p><em>Correction: The bridge has seven piers.</em></p><p>Correction: The bridge has seven piers.</p>"
        "<footer><a class='corrections-link' href='/c'>Corrections</a></footer></body>"
    )
    found = corrections(surveyed(page), ["An earlier version of this story named another mayor."])
    assert found == (
        "The length of the bridge was wrong.",
        "Correction: The bridge has seven piers.",
        "An earlier version of this story named another mayor.",
    )


@pytest.mark.parametrize(
    ("last", "sign_off"),
    [
        ("msh/sdi (AFP, Reuters)", "msh/sdi (AFP, Reuters)"),
        ("(dpa)", "(dpa)"),
        ("— Reuters", "— Reuters"),
        (
            "Reporting by Jane Doe in Eastmouth; Editing by Tom Roe",
            "Reporting by Jane Doe in Eastmouth; Editing by Tom Roe",
        ),
        ("The mayor said so on Tuesday. (dpa/lno)", "(dpa/lno)"),
        ("Der Eintritt ist frei. (kas)", "(kas)"),
        ("Es gab fünf Festnahmen. / ab", "/ ab"),
        ("市长说，大桥将于春季开放。（记者王明、李华）", "（记者王明、李华）"),
        ("The mayor said so on Tuesday (and again on Friday).", ""),
        ("The mayor said so on Tuesday.", ""),
    ],
)
def test_the_sign_off_is_kept_as_printed(last: str, sign_off: str) -> None:
    assert signed(["The bridge is closed.", last]) == sign_off
    assert signed([]) == ""


@pytest.mark.parametrize(
    ("opening", "where"),
    [
        ("WASHINGTON (AP) — The mayor said", "WASHINGTON"),
        ("LONDON, March 5 (Reuters) - The mayor said", "LONDON"),
        ("Berlin (dpa) - Die Bürgermeisterin sagte", "Berlin"),
        ("Hannover/Berlin (dpa/lni) – Die Bürgermeisterin", "Hannover/Berlin"),
        ("Madrid, 5 mar (EFE).- La alcaldesa dijo", "Madrid"),
        ("(ANSA) - ROMA, 05 MAR - La sindaca", "ROMA"),
        ("FLUSHING MEADOWS — She won", "FLUSHING MEADOWS"),
        ("PUTRAJAYA, Nov 22 — Private companies", "PUTRAJAYA"),
        ("NEW DELHI: The council said", "NEW DELHI"),
        ("London/Teheran - Iranische Sicherheitskräfte", "London/Teheran"),
        ("Hamburg. Wie das Wetter wird", "Hamburg"),
        ("Asunción: Das Unternehmen hat", "Asunción"),
        ("ANKARA (AA) - Belediye", "ANKARA"),
        ("МОСКВА, 5 мар — РИА Новости. Мост", "МОСКВА"),
        ("新华社北京4月24日电 题：大桥", "北京"),
        ("【ワシントン＝田中太郎】橋は", "ワシントン"),
        ("(서울=연합뉴스) 김기자 = 다리가", "서울"),
        ("UPDATE — The bridge is closed", ""),
        ("Merkel - die Kanzlerin", ""),
        ("The mayor (an engineer) — who knows bridges — said", ""),
        ("The bridge is closed.", ""),
    ],
)
def test_the_place_of_a_dateline(opening: str, where: str) -> None:
    assert place((Block(opening),)) == where


@given(st.text(max_size=400))
def test_any_line_is_fine(line: str) -> None:
    is_note(line)
    signed([line])
    place((Block(line),))
