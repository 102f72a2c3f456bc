"""What a space has seen of one person, gathered from stories; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat import MessageRef
from bot.model import Person, Quote, Role, Story
from bot.people.across import name_key

MOST_ROLES = 8
MOST_COMPANY = 6
MOST_QUOTES = 5


@dataclass(frozen=True, slots=True)
class Seen:
    """A person in one story. `message` is where it was shared, as far as the one who asks may know."""

    story: Story
    person: Person
    message: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role as printed, and the newest story that says so."""

    role: Role
    seen: Seen


@dataclass(frozen=True, slots=True)
class Saying:
    quote: Quote
    seen: Seen


@dataclass(frozen=True, slots=True)
class Profile:
    """`stories` newest first; `company` are the names seen most often in the same stories, with how often."""

    id: int
    name: str
    country: str
    organisation: str
    roles: tuple[HeldRole, ...]
    stories: tuple[Seen, ...]
    company: tuple[tuple[str, int], ...]
    sayings: tuple[Saying, ...]


def profile(person_id: int, name: str, seen: Sequence[Seen]) -> Profile:
    """`seen` is newest first. `name` is used where no story prints a fuller one."""
    told = sorted(seen, key=lambda one: _day(one.story), reverse=True)
    return Profile(
        id=person_id,
        name=_fullest(name, told),
        country=next((one.person.country for one in told if one.person.country), ""),
        organisation=next((one.person.organisation for one in told if one.person.organisation), ""),
        roles=_roles(told),
        stories=tuple(told),
        company=_company(name, told),
        sayings=tuple(Saying(quote, one) for one in told for quote in one.person.quotes[:2])[:MOST_QUOTES],
    )


def _day(story: Story) -> str:
    return (story.reading.article.published or story.saved_at.isoformat())[:10]


def _fullest(name: str, told: Sequence[Seen]) -> str:
    """The form printed most often among those with as many words as any."""
    forms = Counter([name, *(one.person.name for one in told)])
    most = min(2, max(len(form.split()) for form in forms))
    return max((form for form in forms if len(form.split()) >= most), key=lambda form: forms[form])


def _roles(told: Sequence[Seen]) -> tuple[HeldRole, ...]:
    """Each role once, with the newest story that says it; what is stated before what is implied."""
    found: dict[str, HeldRole] = {}
    for one in told:
        for role in one.person.roles:
            found.setdefault(role.text.casefold().replace(".", ""), HeldRole(role, one))
    return tuple(sorted(found.values(), key=lambda held: not held.role.stated)[:MOST_ROLES])


def _company(name: str, told: Sequence[Seen]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for one in told:
        for other in one.story.reading.people:
            key = name_key(other.name)
            if other is not one.person and key != name_key(name):
                counts[key] += 1
                names.setdefault(key, other.name)
    return tuple((names[key], count) for key, count in counts.most_common(MOST_COMPANY))
