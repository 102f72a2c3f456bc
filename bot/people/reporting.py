"""Words of reporting speech, in the languages whose quotes we attribute: English, German, Spanish, French."""

from __future__ import annotations

from bot.people.lexicon import folded


def _table(words: str) -> frozenset[str]:
    return frozenset(map(folded, words.split()))


REPORTING = _table(
    "said says say told tells adds added asked asks explained explains stated states noted notes replied replies "
    "insisted insists argued argues warned warns claimed claims admitted admits announced announces recalled "
    "recalls wrote writes tweeted posted remarked observed concluded concludes continued continues declared "
    "declares denied denies confirmed confirms urged suggested suggests commented comments revealed reveals "
    "expressed promised vowed agreed agrees answered answers shouted cried whispered joked quipped inquired "
    "compared described describes called calls laughed sighed lamented narrates narrated advised advises "
    "acknowledged acknowledges responded responds stressed stresses emphasised emphasized quoted mused reasoned "
    "boasted complained points pointed sagt sagte erklärt erklärte betont betonte meint meinte berichtet "
    "berichtete erzählt erzählte bestätigt bestätigte fordert forderte kritisiert kritisierte nannte nennt warnt "
    "warnte schreibt schrieb ergänzt ergänzte antwortet dijo dice explica explicó afirma afirmó comenta comentó "
    "señala señaló asegura aseguró añade añadió recalca recalcó recalcado declaró declara sostiene sostuvo "
    "insiste insistió denuncia denunció advierte advirtió cuenta contó déclare déclaré dit affirme affirmé "
    "explique expliqué souligne souligné écrit ajoute ajouté estime estimé précise précisé raconte raconté confie "
    "confié lance lancé assure assuré indique indiqué martèle prévient"
)
REPORTING_PARTICIPLES = _table(
    "calling describing saying adding insisting telling explaining warning writing noting arguing claiming stressing"
)
PRONOUNS = _table("he she er sie il elle él ella who")
SOURCES = _table(
    "report study source sources statement official officials government ministry office police company newspaper "
    "paper agency court commission party committee tester testers kit memo document group organisation "
    "organization bureau department treasury researchers scientists experts officer sprecher studie informe "
    "estudio ministerio fuentes rapport étude communiqué ministère"
)
"""Who speaks, and is nobody that a text names."""
