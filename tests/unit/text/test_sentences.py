"""Where sentences end, in several scripts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["U.S. Secretary of State J. K. Rowling said so.", "Nobody else did."],
        ["It rose 3.5 percent.", "That is a lot."],
        ["He left the U.S.", "The end came soon."],
        ["Mr. Smith met Dr. Jones at 5 p.m. on Jan. 5.", "They talked."],
        ['"It is done."', "He left."],
        ["He said: “Go.”", "They went."],
        ["He waited… and waited.", "Then he left."],
        ["So on... but not here.", "Here it ends."],
        ["Is it?", "It is!", "A last one without a stop"],
        ["Er kam am 13. Juli (oder 14. Juli) nach Bonn, im 19. Jahrhundert.", "Dann ging er, z.B. nach Köln."],
        ["¿Qué pasó?", "¡Nada!", "El Sr. García vive en EE.UU. desde 1990."],
        ["M. Dupont est venu.", "Il est reparti."],
        ["Το είπε;", "Ναι."],
        ["J. A. Smith and J.-M. Le Pen met M. Le Goff.", "They talked."],
        ["The war ended.[12]", "Then eBay rose.", "iPhone sales fell."],
        ["Il a dit : « C’est fini. »", "Puis il est parti."],
        ["»Ja.«", "Er ging."],
        ["He said no.", "Smith saw the sun.", "See No. 5 on Jan. 6."],
        ["1. Bread is first.", "2. Milk is second."],
        ["A headline without a stop\n\n", "The text below it."],
        ["The week (Oct. 30-Nov. 3) was long.", "It rained."],
        ["He paid $3.5 bn. for No. 10.", "She left at 5 a.m. on Jan. 2."],
        ["“Stop!” she cried.", "“Why?” he asked.", "Nobody spoke."],
        ["The firm, Acme Inc., sold 1.2 million.", "Shares fell 0.5%."],
        ["Gen. J.R. Smith and Lt. Col. A. Doe came.", "They ate."],
        ["Is this the end?", "“Yes.”", "So it is."],
        ["St. Louis beat L.A. on Sunday.", "Mr. T. watched."],
        ["Ph.D. students met Prof. Lee.", "They were few."],
        ["Wait...", "What?", "Oh…", "Fine."],
        ["Am 3. Oktober kam Dr. Weiß.", "Er blieb bis zum 5. November."],
        ["Die Partei (ca. 3.000 Mitglieder) tagt.", "„Wir bleiben.“", "So ist es."],
        ["La Sra. Ruiz ganó 3,5 millones.", "¿Por qué?", "¡Porque sí!", "Nadie lo sabe."],
        ["M. Macron et Mme Le Pen débattent.", "« Non », dit-il.", "Le 1er mai arrive."],
        ["Ο κ. Παπαδόπουλος ήρθε;", "Ναι, ήρθε."],
    ],
)
def test_spaced_scripts(parts: list[str]) -> None:
    assert split(" ".join(parts)) == [part.strip() for part in parts]


@pytest.mark.parametrize(
    "parts",
    [
        ["他说完了。", "我们走吧！", "好的"],
        ["「行こう。」", "彼は言った。"],
        ["「行こう。」と彼は言った。", "そうだ。"],
        ["真的吗?", "是的。"],
        ["وصل أمس؟ ", "نعم."],
        ["वह आया।", " फिर गया।"],
        ["他说：“走吧。”", "然后离开了。", "真的！"],
        ["東京は3.5度だった。", "「寒い！」と彼は言った。", "雪も降った。"],
        ["قال الرئيس: «نعم».", " ثم غادر؟", " لا."],
        ["डॉ. सिंह आए।", " क्या वे रुके?", " नहीं।"],
        ["ตำรวจจับผู้ต้องหาสองคนเมื่อวานนี้ ", "ทั้งนี้ยังไม่ทราบสาเหตุ ", "นอกจากนี้พบรถหนึ่งคัน"],
    ],
)
def test_other_scripts(parts: list[str]) -> None:
    assert split("".join(parts)) == [part.strip() for part in parts]


def test_the_language_decides_where_a_stop_is_doubtful() -> None:
    text = "Der Preis ging an den 1. FC Altstadt. Danach sprach Ludwig XIV. König allein."
    assert [text[a:b] for a, b in sentences(text, "de")] == [
        "Der Preis ging an den 1. FC Altstadt.",
        "Danach sprach Ludwig XIV. König allein.",
    ]
    assert len(split("They moved to World War II. Churchill spoke.")) == 2


@pytest.mark.parametrize("piece", [".", "…", "!?", ".)", "A. ", ". ", "; ", "\n", '."'])
def test_a_page_of_marks_is_read_once(piece: str) -> None:
    text = piece * (200_000 // len(piece)) + "a"
    assert sentences(text)[-1][1] == len(text)


@given(st.text())
def test_sentences_are_in_order_trimmed_and_cover_all_words(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
