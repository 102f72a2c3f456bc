"""Small stories of our own, each told by several outlets."""

from __future__ import annotations

from bot.model import Article, Block
from bot.people import people
from bot.stories import Telling, telling

BRIDGE = (
    "Eastmouth to rebuild its harbour bridge",
    "The council of Eastmouth voted on Tuesday to rebuild the old harbour bridge, ending four years of argument.",
    "Mayor Ines Calder said the work would cost 48 million crowns and take until the spring of 2028.",
    "The bridge was shut in 2022 after divers found cracks in three of its seven stone piers.",
    "Shop owners on the east bank say they lost a third of their customers while the crossing was closed.",
)
BRIDGE_ELSEWHERE = (
    "Council backs new harbour bridge",
    "Eastmouth's harbour bridge, shut since 2022, will be rebuilt after a vote of the town council on Tuesday evening.",
    "The stone piers of the old bridge had cracks, divers found, and shop owners on the east bank lost customers.",
    "Mayor Calder expects the bridge to cost 48 million crowns. Work on the crossing should end in the spring of 2028.",
)
FERRY = (
    "Ferry runs aground off Northholm",
    "A ferry with 120 passengers ran aground on a sandbank off the island of Northholm in thick fog on Wednesday.",
    "Two sailors were injured, the coastguard said. Captain Olaf Brandt had left the port of Weststrand at noon.",
    "Tugboats are to pull the ship free at high tide, and its passengers were taken ashore in lifeboats.",
)
FERRY_LATER = (
    "Northholm ferry: captain arrested",
    "Police arrested Captain Olaf Brandt, whose ferry ran aground on a sandbank off Northholm in thick fog.",
    "The coastguard now says that nine sailors were injured. Tugboats pulled the ship free at high tide.",
    "All 120 passengers had been taken ashore in lifeboats. The ferry had left the port of Weststrand.",
)
ELECTION = (
    "Sanders wins in Lower Valdoria",
    "Voters in Lower Valdoria have chosen the liberal candidate Mira Sanders as their president, early counts show.",
    "She promised lower taxes on bread and milk, and a new railway through the mountains to the capital.",
    "Her rival, the general Bors Kellan, conceded before midnight and wished the winner luck.",
)


def told(story: tuple[str, ...], language: str = "en") -> Telling:
    title, *paragraphs = story
    article = Article(title, tuple(map(Block, paragraphs)), language=language)
    return telling(article, people(article))
