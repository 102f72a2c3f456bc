"""True and false sentences about articles of our own, to measure grounding with: templates written by hand.

Each frame is one fact: the sentence of the article, ways to say it differently that are still true, and a way to
deny it. Articles are made of frames with their own people, places, numbers and days. Falsehoods come in six kinds: a
name, a number or a date swapped, the fact denied, a quote invented, and the subject of one fact given to another.
`TUNE` frames were looked at while the checks were written; `JUDGE` frames were written apart and only measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.model import Article, Block

KINDS = ("name", "number", "date", "negation", "quote", "merged")


@dataclass(frozen=True, slots=True)
class Frame:
    """`said` in the article; `subject` + `predicate` and the `others` say the same; `denied` + predicate says no."""

    said: str
    subject: str
    predicate: str
    denied: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    article: Article
    text: str
    kind: str
    """One of `KINDS`, or "" for a true one."""


TUNE = (
    Frame(
        "The council of {place} voted on {day} to rebuild the harbour bridge, which will cost {n} million crowns.",
        "The council of {place}", "decided on {day} to rebuild the harbour bridge for {n} million crowns",
        "did not vote on {day} to rebuild the harbour bridge",
        ("Rebuilding the harbour bridge will cost {n} million crowns.",),
    ),
    Frame(
        "Mayor {a} said the crossing would stay closed for {m} months.",
        "{a}", "said the crossing will be closed for {m} months", "did not say the crossing would stay closed",
        ("The crossing stays closed for {m} months, according to {a}.",),
    ),
    Frame(
        "Engineers led by {b} found cracks in {k} of the stone piers in {month}.",
        "{b}", "and a team of engineers discovered cracks in {k} stone piers in {month}",
        "and engineers found no cracks in the stone piers in {month}",
        ("Cracks were found in {k} of the piers in {month}.",),
    ),
    Frame(
        "“We cannot wait another winter,” said {c}, who runs the fish market.",
        "{c}", "said: “We cannot wait another winter”", "never said they cannot wait another winter",
        ("“We cannot wait another winter,” said {c} of the fish market.",),
    ),
    Frame(
        "The port company will pay {p} percent of the bill, its director {d} announced on {day2}.",
        "{d}", "announced on {day2} that the port company pays {p} percent of the bill",
        "announced on {day2} that the port company will not pay",
        ("The port company takes on {p}% of the bill.",),
    ),
    Frame(
        "Ferry passengers rose to {q} a day after the road was shut.",
        "Ferry passengers", "climbed to {q} a day after the road was shut", "did not rise after the road was shut",
        ("After the closure of the road, ferry passengers rose to {q} daily.",),
    ),
)  # fmt: skip

JUDGE = (
    Frame(
        "Police in {place} arrested {a} on {day} after {k} paintings vanished from the town museum.",
        "Police in {place}", "detained {a} on {day} over {k} paintings missing from the town museum",
        "did not arrest {a} on {day}",
        ("{a} was arrested by police in {place} on {day}.",),
    ),
    Frame(
        "A judge ordered {b} to pay {n} million euros in damages to the shipyard.",
        "{b}", "must pay the shipyard {n} million euros in damages, a judge ruled",
        "need not pay the shipyard damages, a judge ruled",
        ("A judge ordered {b} to pay damages of {n} million euros.",),
    ),
    Frame(
        "The hospital opened a new wing with {q} beds in {month}, its head {c} said.",
        "The hospital", "added a new wing of {q} beds in {month}", "did not open a new wing in {month}",
        ("{c} said the new wing of the hospital has {q} beds.",),
    ),
    Frame(
        "{d} resigned as trainer of the rowing club on {day2} after {m} years.",
        "{d}", "stepped down as trainer of the rowing club on {day2} after {m} years",
        "has not resigned as trainer of the rowing club",
        ("After {m} years, trainer {d} left the rowing club on {day2}.",),
    ),
    Frame(
        "“Nobody asked the people who live here,” said teacher {e} at the meeting.",
        "Teacher {e}", "told the meeting: “Nobody asked the people who live here”",
        "did not complain that the people who live here were left out",
        ("“Nobody asked the people who live here,” teacher {e} said.",),
    ),
    Frame(
        "Unemployment in the region fell to {p} percent in {month}, the statistics office reported.",
        "Unemployment in the region", "dropped to {p} percent in {month}", "did not fall in {month}",
        ("The statistics office put unemployment in the region at {p}% in {month}.",),
    ),
    Frame(
        "The national park counted {k} wolves this year, ranger {f} told the newspaper.",
        "Ranger {f}", "said {k} wolves were counted in the national park this year",
        "said no wolves were counted in the national park this year",
        ("The national park has counted {k} wolves this year.",),
    ),
    Frame(
        "Parliament passed the fishing law on {day} with {q} votes.",
        "Parliament", "adopted the fishing law on {day} with {q} votes", "did not pass the fishing law on {day}",
        ("With {q} votes the fishing law was passed on {day}.",),
    ),
    Frame(
        "The airline cancelled {m} flights on {day2} because of the storm, spokeswoman {g} said.",
        "The airline", "called off {m} flights on {day2} because of the storm", "cancelled no flights on {day2}",
        ("The storm made the airline cancel {m} flights, said {g}.",),
    ),
    Frame(
        "Researcher {h} found the wreck at a depth of {n} metres off {place}.",
        "Researcher {h}", "discovered the wreck {n} metres deep off {place}", "did not find the wreck off {place}",
        ("The wreck lies at a depth of {n} metres off {place}.",),
    ),
)  # fmt: skip

GERMAN = (
    Frame(
        "Die Polizei in {place} nahm {a} am {day} fest, nachdem {k} Gemälde aus dem Museum verschwunden waren.",
        "Die Polizei in {place}", "hat {a} am {day} wegen {k} verschwundener Gemälde aus dem Museum festgenommen",
        "nahm {a} am {day} nicht fest",
        ("Nach dem Verschwinden der Gemälde nahm die Polizei {a} am {day} fest.",),
    ),
    Frame(
        "Eine Richterin verurteilte {b} dazu, der Werft {n} Millionen Euro Schadenersatz zu zahlen.",
        "{b}", "muss der Werft {n} Millionen Euro Schadenersatz zahlen, hat eine Richterin geurteilt",
        "muss der Werft keinen Schadenersatz zahlen",
        ("Das Urteil einer Richterin: {b} zahlt der Werft {n} Millionen Euro Schadenersatz.",),
    ),
    Frame(
        "Das Krankenhaus eröffnete im {month} einen neuen Flügel mit {q} Betten, sagte die Leiterin {c}.",
        "Das Krankenhaus", "hat im {month} einen neuen Flügel mit {q} Betten eröffnet",
        "hat im {month} keinen neuen Flügel eröffnet",
        ("Im {month} eröffnete das Krankenhaus den neuen Flügel mit {q} Betten.",),
    ),
    Frame(
        "„Niemand hat die Anwohner gefragt“, sagte der Lehrer {e} bei der Versammlung.",
        "Der Lehrer {e}", "sagte bei der Versammlung: „Niemand hat die Anwohner gefragt“",
        "beklagte nicht, dass die Anwohner nicht gefragt wurden",
        ("„Niemand hat die Anwohner gefragt“, so der Lehrer {e} in der Versammlung.",),
    ),
    Frame(
        "Die Arbeitslosigkeit in der Region sank im {month} auf {p} Prozent, teilte das Amt mit.",
        "Die Arbeitslosigkeit in der Region", "sank nach Angaben des Amtes im {month} auf {p} Prozent",
        "sank im {month} nicht",
        ("Im {month} sank die Arbeitslosigkeit in der Region auf {p} Prozent.",),
    ),
    Frame(
        "Der Nationalpark zählte in diesem Jahr {k} Wölfe, sagte der Ranger {f} der Zeitung.",
        "Der Ranger {f}", "sagte der Zeitung, dass der Nationalpark in diesem Jahr {k} Wölfe zählte",
        "sagte, der Nationalpark habe keine Wölfe gezählt",
        ("Im Nationalpark wurden in diesem Jahr {k} Wölfe gezählt.",),
    ),
    Frame(
        "{d} trat am {day2} nach {m} Jahren als Trainer des Rudervereins zurück.",
        "{d}", "ist am {day2} als Trainer des Rudervereins zurückgetreten, nach {m} Jahren",
        "ist nicht als Trainer des Rudervereins zurückgetreten",
        ("Nach {m} Jahren trat der Trainer {d} am {day2} zurück.",),
    ),
)  # fmt: skip
"""Nouns with capitals: none of them is a name."""

NAMES = (
    "Ines Calder", "Jon Falk", "Mara Lind", "Tomas Reyes", "Aiko Mori", "Pavel Novak", "Greta Holm", "Samir Haddad",
    "Lucia Ferro", "Owen Price", "Dana Kovacs", "Emil Strand", "Rosa Duarte", "Karim Benali", "Vera Sokol",
    "Hugo Brandt",
)  # fmt: skip
PLACES = ("Eastmouth", "Northwick", "Larkhaven", "Silverport", "Dunmore", "Alderby", "Kestrel Bay")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "April", "June", "July", "September", "October", "November")
INVENTED = (
    "This is the end of our town", "I have never been so proud", "They lied to all of us", "It will all be over soon",
    "We should have acted sooner", "Nothing like it was ever seen",
)  # fmt: skip
PEOPLE = "abcdefgh"
TABLES = {
    "en": {"place": PLACES, "day": DAYS, "day2": DAYS, "month": MONTHS},
    "de": {
        "place": ("Ostmünde", "Nordwick", "Larkhafen", "Silberau", "Dünmoor"),
        "day": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        "day2": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        "month": ("Januar", "Februar", "April", "Juni", "Juli", "September", "Oktober", "November"),
    },
}


@dataclass(frozen=True, slots=True)
class Story:
    frames: tuple[Frame, ...]
    values: dict[str, str]
    article: Article = field(compare=False)


def stories(frames: tuple[Frame, ...], count: int, language: str) -> list[Story]:
    """`count` articles, each with most of the frames and values of its own."""
    made = []
    tables = TABLES[language]
    for n in range(count):
        values = {key: NAMES[(n * 5 + at) % len(NAMES)] for at, key in enumerate(PEOPLE)}
        values |= {
            "place": tables["place"][n % len(tables["place"])], "day": tables["day"][n % 7],
            "day2": tables["day2"][(n + 3) % 7], "month": tables["month"][n % 8],
            "n": str(21 + 4 * n), "m": str(9 + n), "k": str(3 + n),
            "p": str(52 + 3 * n), "q": str(310 + 17 * n),
        }  # fmt: skip
        chosen = tuple(frame for at, frame in enumerate(frames) if (at + n) % 5)
        body = tuple(Block(frame.said.format(**values)) for frame in chosen)
        title = f"What happened in {values['place']} this week"
        made.append(Story(chosen, values, Article(title, body, language=language, published="2026-11-20")))
    return made


def claims(frames: tuple[Frame, ...], count: int, language: str = "en") -> Iterator[Claim]:
    """All true and all false sentences about `count` articles."""
    for n, story in enumerate(stories(frames, count, language)):
        for at, frame in enumerate(story.frames):
            for text in (f"{frame.subject} {frame.predicate}.", *frame.others):
                yield Claim(story.article, text.format(**story.values), "")
            for kind, text in _false(story, at, n):
                yield Claim(story.article, text, kind)


def _false(story: Story, at: int, n: int) -> Iterator[tuple[str, str]]:
    frame, values = story.frames[at], story.values
    true = f"{frame.subject} {frame.predicate}."
    for kind, keys in (("name", (*PEOPLE, "place")), ("number", tuple("nmkpq")), ("date", ("day", "day2", "month"))):
        if key := next((key for key in keys if "{" + key + "}" in true), None):
            yield kind, true.format(**{**values, key: _other(values, key, n + at)})
    yield "negation", f"{frame.subject} {frame.denied}.".format(**values)
    speaker = next((values[key] for key in PEOPLE if "{" + key + "}" in frame.said), values["place"])
    invented = INVENTED[(n + at) % len(INVENTED)]
    german = story.article.language == "de"
    yield "quote", f"„{invented}“, sagte {speaker}." if german else f"“{invented},” said {speaker}."
    other = story.frames[(at + 1 + n % 2) % len(story.frames)]
    if other.subject != frame.subject:
        yield "merged", f"{frame.subject} {other.predicate}.".format(**values)


def _other(values: dict[str, str], key: str, turn: int) -> str:
    """Another value: of the same article every second time, where it is harder to tell."""
    if key in PEOPLE:
        inside = values[PEOPLE[(PEOPLE.index(key) + 1) % len(PEOPLE)]]
        outside = next(name for name in NAMES if name not in values.values())
        return inside if turn % 2 else outside
    table = next((found[key] for found in TABLES.values() if values.get(key) in found.get(key, ())), ())
    if table:
        return table[(table.index(values[key]) + 2) % len(table)]
    inside = values["nmkpq"[("nmkpq".index(key) + 1) % 5]]
    return inside if turn % 2 else str(int(values[key]) + 1)
