"""The tables of the try-out's channels and of the people one may speak as."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat import Place, Speaker

PLATFORM = "web"
SPACE = "try-out"
BOT_NAME = "Standfirst"


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    role: str
    can_manage: bool = False

    @property
    def speaker(self) -> Speaker:
        return Speaker(PLATFORM, self.id, self.name, self.can_manage, manages_space=self.can_manage)


@dataclass(frozen=True, slots=True)
class Room:
    """`members` are the ids of those who may read it; empty means everyone."""

    id: str
    topic: str
    members: frozenset[str] = frozenset()

    @property
    def place(self) -> Place:
        return Place(PLATFORM, SPACE, self.id, private=bool(self.members))

    def open_to(self, person: Person) -> bool:
        return not self.members or person.id in self.members


PEOPLE = (
    Person("jonas", "Jonas Weber", "Reporter"),
    Person("aiko", "Aiko Tanaka", "Photo editor"),
    Person("mara", "Mara Lind", "Moderator", can_manage=True),
)

ROOMS = (
    Room("newsroom", "Links to the stories of the day"),
    Room("general", "Everything else, and a good place to try things"),
    Room("editors", "Private: Mara and Aiko only", frozenset({"mara", "aiko"})),
)

PERSON_BY_ID = {person.id: person for person in PEOPLE}
ROOM_BY_ID = {room.id: room for room in ROOMS}


def rooms_of(person: Person) -> tuple[Room, ...]:
    return tuple(room for room in ROOMS if room.open_to(person))
