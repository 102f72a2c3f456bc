"""Words that tell how something ended or turned, in the languages we speak.

Each line is one outcome: forms that say it, the first of which names it. Words that are mostly used otherwise (`found`,
`release`, `strike`) are not here: an outcome that is missed costs less than news that are none.
"""

from __future__ import annotations

OUTCOMES = {
    "en": """
        died dies dead deaths killed kills fatal
        injured wounded injuries
        arrested arrests detained custody
        charged indicted indictment
        convicted conviction guilty
        acquitted acquittal exonerated
        sentenced jailed imprisoned
        freed bailed pardoned
        resigned resigns resignation quits quit
        sacked dismissed ousted impeached
        appointed nominated
        elected re-elected wins won victory
        defeated defeat
        agreed agreement accord
        approved approves passed ratified
        rejected rejects vetoed
        cancelled canceled scrapped
        postponed delayed
        withdrew withdrawn withdraws
        suspended suspends
        banned bans
        evacuated evacuation
        rescued rescue
        missing disappeared
        collapsed collapse
        surrendered
        ceasefire truce
        reopened reopens
        apologised apologized apologises apology
        sued lawsuit
        hospitalised hospitalized
        retired retires
        acquired acquisition acquires
        bankrupt bankruptcy insolvent
    """,
    "de": """
        gestorben starb tot tote toten getötet
        verletzt verletzte verletzten
        festgenommen festnahme verhaftet
        angeklagt anklage
        verurteilt schuldig
        freigesprochen freispruch
        freigelassen begnadigt
        zurückgetreten rücktritt
        entlassen abgesetzt
        ernannt
        gewählt wiedergewählt gewonnen sieg
        niederlage
        geeinigt einigung abkommen
        gebilligt verabschiedet beschlossen
        abgelehnt
        abgesagt
        verschoben
        zurückgezogen
        verboten verbot
        evakuiert evakuierung
        gerettet
        vermisst
        eingestürzt
        waffenruhe waffenstillstand
        entschuldigt
        insolvent insolvenz pleite
    """,
    "es": """
        murió muerto muertos fallecido fallecidos falleció
        herido heridos
        detenido detenidos arrestado
        acusado acusados
        condenado condena culpable
        absuelto
        liberado liberados indultado
        dimitió dimisión renunció
        destituido
        nombrado
        elegido reelegido ganó victoria
        derrota derrotado
        acuerdo acordaron
        aprobó aprobado
        rechazó rechazado
        cancelado
        aplazado
        retirado retiró
        prohibido
        evacuado evacuados
        rescatado rescatados
        desaparecido desaparecidos
        tregua
        quiebra
    """,
    "fr": """
        mort morts décédé tué tués
        blessé blessés
        arrêté arrestation interpellé
        inculpé
        condamné coupable
        acquitté relaxé
        libéré libérés gracié
        démission démissionné
        limogé destitué
        nommé
        élu réélu victoire
        défaite
        accord
        approuvé adopté
        rejeté
        annulé
        reporté
        retiré retrait
        interdit
        évacué évacués
        secouru
        disparu disparus
        trêve
        faillite
    """,
}
