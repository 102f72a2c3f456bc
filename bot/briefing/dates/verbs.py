"""The words that tell past from future, by language; casefolded."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verbs:
    """`planned` words tell of the future unless one of `were` stands before them. `either` may be both. `unsure` words
    put what follows them at a time of its own. Endings match the word as it is written: names are capitalised."""

    past: frozenset[str]
    future: frozenset[str]
    planned: frozenset[str]
    were: frozenset[str]
    either: frozenset[str]
    unsure: frozenset[str]
    borders: frozenset[str]
    no_past: frozenset[str]
    past_ending: re.Pattern[str] | None
    future_ending: re.Pattern[str] | None = None


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


ENGLISH = Verbs(
    past=_words(
        "said was were had did met told made took went came gave found held saw left began won lost fell rose hit shot",
        "became got broke fled flew led sent spoke struck wrote beat sank drew rode sold bought brought caught fought",
        "heard kept knew paid ran sat stood thought threw withdrew shook swore sought taught wore woke stole fed bid",
        "overnight been has have's",
    ),
    future=_words(
        "will shall won't i'll we'll they'll he'll she'll it'll begins starts opens meets votes faces resumes"
    ),
    planned=_words("due expected scheduled planned set going slated likely plans hopes expects aims vows intends"),
    were=_words("was were had been wasn't weren't"),
    either=_words("would could might should may"),
    unsure=_words("before ahead until till by"),
    borders=_words("that which who whose where when while because as but and or than if after"),
    no_past=_words("need needed united armed so-called red bed used indeed hundred speed need feed seed unprecedented"),
    past_ending=re.compile(r"[a-z-]{2,}ed"),
)

GERMAN = Verbs(
    past=_words(
        "war waren wurde wurden hatte hatten hat gab kam kamen ging gingen stieg stiegen fiel fielen starb starben sah",
        "fand fanden begann traf trafen schlug nahm nahmen sprach sprachen hielt verlor gewann blieb bekannt worden"
        " hieß",
    ),
    future=_words("wird werden beginnt startet tagt"),
    planned=_words("geplant vorgesehen erwartet will wollen soll sollen"),
    were=_words("war waren wurde wurden hatte hatten haben sein"),
    either=_words("würde würden könnte könnten sollte sollten müsste müssten dürfte dürften wollte wollten haben sein"),
    unsure=_words(""),
    borders=_words("dass der die weil während als nachdem bevor ob wenn aber und oder wo wie"),
    no_past=_words(
        "heute letzte zweite dritte vierte erste weite gute bitte mitte seite leute rechte linke alte heiße beste"
        " breite",
        "letzten zweiten dritten ersten guten alten weiten rechten besten breiten bekannte bekannten gesamte gesamten",
        "hätte hätten möchte möchten kosten arbeiten warten halten erhalten enthalten bleiben stimmten bestimmte",
    ),
    past_ending=re.compile(r"[a-zäöüß]{2,}(?:te|ten)"),
)

SPANISH = Verbs(
    past=_words(
        "fue fueron dijo dijeron era eran había habían ha han hubo estaba estaban murió murieron hizo hicieron tuvo",
        "dio vio puso pidió",
    ),
    future=_words("va van"),
    planned=_words("prevé prevén previsto prevista previstos previstas programado programada convocado convocada"),
    were=_words("estaba estaban era había habían fue"),
    either=_words("podría podrían sería serían debería habría iba iban"),
    unsure=_words("antes"),
    borders=_words("que quien donde cuando mientras porque pero y o si después tras"),
    no_past=_words("no"),
    past_ending=re.compile(r"[a-záéíóúñ]{2,}(?:ó|aron|ieron|yeron)"),
    future_ending=re.compile(r"[a-záéíóúñ]{2,}(?:rá|rán)"),
)

FRENCH = Verbs(
    past=_words("a ont était étaient avait avaient fut furent été eu est-il"),
    future=_words("va vont doit doivent"),
    planned=_words("prévu prévue prévus prévues attendu attendue attendus attendues"),
    were=_words("était étaient avait avaient"),
    either=_words("devrait devraient pourrait pourraient serait seraient aurait auraient"),
    unsure=_words("avant"),
    borders=_words("que qui dont où quand pendant lorsque parce mais et ou si après alors"),
    no_past=_words(""),
    past_ending=re.compile(r"[a-zéèêëàâîïôûç]{3,}(?:èrent|irent|urent)"),
    future_ending=re.compile(r"(?!opéra|caméra|libéra|para)[a-zéèêëàâîïôûç]{2,}(?:ra|ront)"),
)

VERBS = {"en": ENGLISH, "de": GERMAN, "es": SPANISH, "fr": FRENCH}
