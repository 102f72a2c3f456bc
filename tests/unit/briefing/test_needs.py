"""A point never opens with something that nobody has heard of yet."""

from __future__ import annotations

import pytest

from bot.briefing import brief
from bot.briefing.definite import Reference, reference
from bot.briefing.needs import needs_of
from bot.briefing.sentence import told_in
from bot.briefing.standing import is_whole, leans
from bot.briefing.surnames import surname
from bot.briefing.verbless import is_verbless
from bot.model import Article, Block
from tests.site import SENTENCES

BODY = tuple(Block(sentence.format(place="Eastmouth")) for sentence in SENTENCES)


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "The company said on Tuesday that it would close both yards.", "company"),
        ("en", "The software company said it would close both yards.", "company"),
        ("en", "The new trade deal is worth 48 million crowns a year.", "deal"),
        ("en", "Last year the company lost 48 million crowns.", "company"),
        ("en", "In the third quarter the firm’s sales fell by a tenth.", "firm"),
        ("en", "The 45-year-old was found two days later near the pier.", "45"),
        ("en", "“The firm is finished,” a former clerk said on Friday.", "firm"),
        ("en", "The mother of three works at the fish market.", "mother"),
        ("en", "The city in the east of the country has been fought over for months.", "city"),
        ("de", "Die Stadt im Gebiet Ostmark ist seit Monaten umkämpft.", "stadt"),
        ("de", "Die Firma schließt zwei ihrer Werke an der Küste.", "firma"),
        ("de", "Der 45-Jährige wurde am Montag am Hafen gefunden.", "45"),
        ("de", "Das neue Gesetz soll im Januar in Kraft treten.", "gesetz"),
        ("es", "La empresa cerrará dos de sus fábricas en la costa.", "empresa"),
        ("es", "El hombre de 45 años fue hallado cerca del muelle.", "45"),
        ("fr", "L’entreprise fermera deux usines sur la côte.", "entreprise"),
        ("fr", "Le projet doit être achevé au printemps.", "projet"),
        ("nl", "Het bedrijf sluit twee fabrieken aan de kust.", "bedrijf"),
    ],
)
def test_openings_that_speak_of_something_told_before(language: str, text: str, word: str) -> None:
    found = reference(text, language)
    assert found is not None
    assert (found.word, found.sure) == (word, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The company Acme said it would close both yards."),
        ("en", "The Acme company said it would close both yards."),
        ("en", "Last year Larkhaven Steel said the company lost 48 million crowns."),
        ("en", "Last year the government paid half of the costs."),
        ("en", "The man who shot the mayor was sentenced on Friday."),
        ("en", "The deal with Northland was signed on Friday."),
        ("en", "The government said it would pay half of the costs."),
        ("en", "Engineers found cracks in three of the piers."),
        ("de", "Die Firma von Ines Calder schließt zwei Werke."),
        ("de", "Die Regierung zahlt die Hälfte der Kosten."),
        ("es", "El acuerdo con Norlandia se firmó el viernes."),
        ("fr", "Le gouvernement paie la moitié des coûts."),
        ("ja", "市議会は火曜日、港の古い橋を再建することを決定した。"),
        ("", "The company said so."),
    ],
)
def test_openings_that_say_themselves_what_they_mean(language: str, text: str) -> None:
    assert reference(text, language) is None


def test_a_noun_in_no_list_refers_back_where_it_was_told() -> None:
    assert reference("The ferry was sold in March.", "en") == Reference("ferry", named=False, sure=False)
    texts = ("The ferry was sold in March to a yard in Northwick.", "A yard bought it.", "The ferry was old and slow.")
    told = told_in(Article("T", tuple(map(Block, texts)), language="en"))
    first, _, last = needs_of(told, told, Article("T", (), language="en"))
    assert first == ()
    assert last == (frozenset({0, 1}),)


def test_what_the_headline_tells_may_be_spoken_of() -> None:
    text = "The company said on Tuesday that the two yards would close in the spring of 2028."
    before = "Nobody at the Larkhaven yards had been told of it."
    told = told_in(Article("T", (Block(before), Block(text)), language="en"))
    [_, needs] = needs_of(told, told, Article("Town fears for its yards", (), language="en"))
    assert needs == (frozenset({0}),)
    [_, needs] = needs_of(told, told, Article("Shipping company closes two yards", (), language="en"))
    assert needs == ()
    [_, needs] = needs_of(told, told, Article("Larkhaven closes two yards", (), language="en"))
    assert needs == (), "the sentence before names it, and so does the headline"


def test_no_point_opens_with_a_company_that_was_not_told() -> None:
    dangling = "The company said in 2024 that the harbour bridge of Eastmouth was safe for all cars and the ferry."
    body = (*BODY[:3], Block("Shares of Larkhaven Steel rose."), Block(dangling), *BODY[3:])
    shown = [point.text for point in brief(Article("Bridge to be rebuilt", body, language="en")).points]
    assert dangling not in shown or "Shares of Larkhaven Steel rose." in shown


def test_the_point_that_a_short_briefing_shows_stands_alone() -> None:
    body = tuple(
        Block(text)
        for text in (
            "Larkhaven Steel sold its yard in Eastmouth to a rival from Northwick for 48 million crowns on Tuesday.",
            "The company said the yard in Eastmouth had lost 14 million crowns in 2025, and the rival wants the yard.",
            "Some 300 welders work there.",
            "It rained.",
        )
    )
    briefing = brief(Article("T", body, language="en"))
    [first] = [point for point in briefing.points if point.rank == 0]
    assert not first.text.startswith("The company") or briefing.standfirst.startswith("Larkhaven")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The piers were worse than we thought,” Calder says.", "calder"),
        ("“The piers were worse than we thought,” said Calder.", "calder"),
        ("To find the cracks, Calder hired three divers from Northwick.", "calder"),
        ("Calder wants the bridge to open in 2028.", "calder"),
        ("“It is done,” said Ines Calder, the mayor.", ""),
        ("Ines Calder wants the bridge to open in 2028.", ""),
        ("The mayor wants the bridge to open in 2028.", ""),
    ],
)
def test_a_bare_surname(text: str, name: str) -> None:
    assert surname(text) == name


def test_who_is_quoted_has_been_introduced() -> None:
    texts = (
        "Ines Calder has been the mayor of Eastmouth since 2019.",
        "Engineers found cracks in three of the piers.",
        "“No pier was as we thought,” Calder says.",
    )
    told = told_in(Article("T", tuple(map(Block, texts)), language="en"))
    assert frozenset({0}) in needs_of(told, told, Article("Bridge to be rebuilt", (), language="en"))[2]
    assert needs_of(told, told, Article("Calder wants her bridge back", (), language="en"))[2] == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "但市长没有出席星期四的会议。"),
        ("ja", "しかし市長は会見に出席しなかった。"),
        ("th", "โดยนายกเทศมนตรีไม่ได้เข้าร่วมประชุม"),
        ("th", "เหตุการณ์ดังกล่าวทำให้สะพานปิด 14 เดือน"),
        ("ko", "이는 시의회의 결정과 다르다."),
        ("xx", "“Asikho isikhathi,” kusho yena."),
        ("en", "First, you should close the bridge."),
        ("en", "“A disgrace,” a neighbour in Northwick, Jon Falk, said in the story."),
        ("en", "Initially, a case of theft was registered in Northwick."),
        ("en", "In short, it is a good bridge for the town and the port."),
        ("en", "Most are closed in winter, but three of them stay open."),
        ("de", "Calder hat aber noch weitere Pläne für den Hafen."),
    ],
)
def test_leaning_openings(language: str, text: str) -> None:
    assert leans(text, language)


def test_a_subhead_that_runs_into_its_paragraph_is_no_sentence() -> None:
    glued = "A bridge left to rotOne of the piers moved in March, and nobody told the mayor of it for days."
    assert not is_whole(glued, 18)


@pytest.mark.parametrize(
    "text", ["Eine Brücke am Hafen nahe der alten Stadt.", "Gerichte mit viel Knoblauch, Zwiebeln und Ingwer."]
)
def test_a_line_without_a_verb_is_no_sentence(text: str) -> None:
    assert is_verbless(text, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Mit Reden, so Falk, schade sie dem Amt.",
        "Die Brücke bleibt zu.",
        "Der Rat tagt heute.",
        "Am Hafen lag ein Schiff aus Nordwick.",
    ],
)
def test_a_sentence_has_a_verb(text: str) -> None:
    assert not is_verbless(text, "de")
