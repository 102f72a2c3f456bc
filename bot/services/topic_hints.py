"""While `/topics` is being typed: completions for its options, and what is said of a value before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.alerts.quiet import quiet
from bot.alerts.rhythm import rhythm
from bot.alerts.topic import Delivery
from bot.alerts.zones import starting
from bot.cards.failures import sentence
from bot.cards.following import rhythm_words
from bot.cards.readback import read_back
from bot.chat import Checked, Place
from bot.errors import InputError, QueryProblem
from bot.locale import say
from bot.services.topic_options import delivery
from bot.store import Store, sightings, topics
from bot.topics import parse

WHEN = ("at once", "hourly", "daily at 08:00", "weekdays at 08:00")
QUIET = ("22:00-07:00", "20:00-08:00", "none")
MOST = 10
PERSON = "person:"


@dataclass(frozen=True, slots=True)
class TopicHints:
    store: Store
    usual: Delivery

    async def suggest(self, option: str, prefix: str, place: Place) -> Sequence[str]:
        """Completions of an option, best first."""
        match option:
            case "topic":
                async with self.store.reading() as c:
                    here = [topic.query for topic in await topics.here(c, place)]
                start = prefix.casefold()
                first = [query for query in here if query.casefold().startswith(start)]
                return list(dict.fromkeys([*first, *(query for query in here if start in query.casefold())]))[:MOST]
            case "when":
                return whens(prefix)
            case "quiet":
                return [hours for hours in QUIET if hours.startswith(prefix.strip())]
            case "query":
                return await self._people(prefix, place)
        return ()

    def check(self, option: str, value: str) -> Checked:
        return checked(option, value, self.usual)

    async def _people(self, prefix: str, place: Place) -> list[str]:
        """`person:wa` becomes the people of that name who were in stories here."""
        before, field, name = prefix.rpartition(PERSON)
        if not field or len(name) > MOST * 10:
            return []
        async with self.store.reading() as c:
            known = await sightings.starting(c, place.tenant, name.strip('" '), place.channel)
        return [f'{before}{PERSON}"{one}"' for one in dict.fromkeys(person.name for person in known)][:MOST]


def whens(prefix: str) -> list[str]:
    """Rhythms, and behind a time the zones that go on as was typed."""
    typed = " ".join(prefix.split())
    found = [one for one in WHEN if one.startswith(typed.casefold())]
    words = typed.split()
    if len(words) > 3 and words[0].casefold() in {"daily", "weekdays"}:
        found += [f"{' '.join(words[:3])} {zone}" for zone in starting(" ".join(words[3:]), MOST)]
    return found[:MOST]


def checked(option: str, value: str, usual: Delivery) -> Checked:
    """How a value is understood, or what is wrong with it and what may be meant."""
    try:
        match option:
            case "query":
                return Checked(ok=True, text=read_back(parse(value)))
            case "when":
                rhythm(value)
                return Checked(ok=True, text=rhythm_words(delivery({"when": value}, usual)))
            case "quiet":
                quiet(value)
            case "most":
                delivery({"most": value}, usual)
    except QueryProblem as problem:
        meant = say("Did you mean {suggestion}?", suggestion=problem.suggestion) if problem.suggestion else ""
        return Checked(ok=False, text=f"{sentence(problem)} {meant}".strip())
    except InputError as error:
        return Checked(ok=False, text=sentence(error))
    return Checked(ok=True)
