"""People paste the text of an article, such as a crawl's dump or a page they copied."""

from __future__ import annotations

from pathlib import Path

from bot.app import Parts
from bot.chat import Kind, MessageRef, Tone
from bot.services.story_keys import text_key
from bot.store import stories
from tests.site import SENTENCES, Site
from tests.talk import GENERAL, MARA, NEWSROOM, Talk, kinds, text

DUMP = "\n\n".join(
    [
        "Eastmouth to rebuild its harbour bridge",
        "After four years of argument the town has decided: the old bridge comes back.",
        *(sentence.format(place="Eastmouth") for sentence in SENTENCES),
    ]
)


async def test_a_long_pasted_text_is_an_article(talk: Talk) -> None:
    _, [reply] = await talk.says(DUMP)
    assert reply.card.tone is Tone.BRIEFING
    assert reply.card.title == "Eastmouth to rebuild its harbour bridge"
    assert reply.card.url is None
    assert any(p.kind is Kind.POINT for p in reply.card.body)


async def test_links_inside_a_pasted_article_are_its_own(talk: Talk, site: Site) -> None:
    _, replies = await talk.says(DUMP + f"\n\n{site.story('/related')}")
    assert kinds(replies) == [Tone.BRIEFING]
    assert not site.asked


async def test_the_same_text_again_gets_the_pointer_even_with_other_spacing(talk: Talk) -> None:
    await talk.says(DUMP, who=MARA)
    _, replies = await talk.says(DUMP.replace("\n\n", "\n").upper())
    assert kinds(replies) == [Tone.POINTER]


async def test_a_text_cannot_claim_an_address(talk: Talk, site: Site) -> None:
    url = site.story("/bridge", "Westhaven")
    await talk.says(f"{DUMP}\n\n{url}", who=MARA)
    _, [reply] = await talk.says(url)
    assert "Westhaven" in text(reply.card)


async def test_an_edited_text_is_briefed_anew_in_place(talk: Talk) -> None:
    ref, _ = await talk.says(DUMP)
    standing = talk.answer_to(ref)
    await talk.edits_to(ref, DUMP.replace("Eastmouth", "Northport"))
    assert talk.shown[standing].card.title.startswith("Northport")


async def test_a_text_that_is_taken_back_is_forgotten(talk: Talk, parts: Parts) -> None:
    ref, _ = await talk.says(DUMP)
    again, _ = await talk.says(DUMP, at=GENERAL)
    await talk.deletes(ref)
    assert await kept(parts)
    await talk.deletes(again)
    assert not await kept(parts)


async def test_who_is_who_in_a_text_keeps_nothing_of_it(talk: Talk, parts: Parts) -> None:
    [shown] = await talk.chooses("who", MessageRef(NEWSROOM, "m-old"), DUMP)
    assert "Ines Calder" in text(shown.card)
    assert not await kept(parts)


async def test_the_answer_to_brief_goes_with_the_text_it_shared(talk: Talk, parts: Parts) -> None:
    await talk.calls("brief", DUMP)
    [standing] = talk.shown
    await talk.presses(standing, "Delete")
    assert not await kept(parts)


async def kept(parts: Parts) -> bool:
    """Whether the text is still known in the space."""
    async with parts.store.reading() as c:
        return await stories.find(c, NEWSROOM.tenant, [text_key(DUMP)]) is not None


async def test_a_newsroom_crawl_reads_like_a_wire_report(talk: Talk, shared: Path) -> None:
    [seed] = sorted((shared / "seeds").glob("000_*.txt"))
    _, [reply] = await talk.says(seed.read_text())
    card = reply.card
    assert card.title == "ASEAN talks: Blinken to meet China's Wang Yi on sidelines"
    assert "13 Jul 2023" in text(card)
    assert "AFP, Reuters" in text(card)
    assert "Image:" not in text(card)
    assert sum(p.kind is Kind.POINT for p in card.body) == 3
