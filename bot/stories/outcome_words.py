"""Words that tell how something ended or turned: by what they mean, in the languages we speak.

Each line: a name for the outcome, then forms that say it, folded and stemmed when they are read.
"""

from __future__ import annotations

OUTCOMES = {
    "en": """
        dead died dies killed kills deaths fatal
        injured wounded injuries
        arrested arrests detained custody
        charged charges indicted indictment
        convicted conviction guilty
        acquitted acquittal cleared
        sentenced sentence jailed
        released freed release
        resigned resigns resignation quits
        fired sacked dismissed ousted
        appointed named nominated
        elected wins won victory
        lost defeat defeated loses
        agreed agreement deal accord
        signed signs
        approved approves passed passes ratified
        rejected rejects vetoed veto
        cancelled canceled scrapped called-off
        postponed delayed delays
        withdrew withdrawn withdraws withdrawal
        suspended suspends suspension
        banned bans ban
        evacuated evacuation evacuations
        rescued rescue saved
        found recovered
        missing
        collapsed collapse collapses
        crashed crash
        surrendered surrender
        ceasefire truce
        launched launches
        closed closes shut
        reopened reopens
        recalled recall
        denied denies
        confirmed confirms
        apologised apologized apology apologises
        sued lawsuit sues
        settled settlement
        struck strike strikes
        hospitalised hospitalized hospital
        engaged engagement
        married wedding
        divorced divorce
        retired retires retirement
        traded trade
        acquired acquires acquisition bought buys
    """,
    "de": """
        tot tote toten gestorben starb getötet
        verletzt verletzte verletzten
        festgenommen festnahme verhaftet
        angeklagt anklage
        verurteilt schuldig
        freigesprochen freispruch
        freigelassen
        zurückgetreten rücktritt
        entlassen
        ernannt
        gewählt gewonnen sieg
        verloren niederlage
        geeinigt einigung abkommen
        unterzeichnet
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
        bestätigt
        entschuldigt
    """,
    "es": """
        muerto muertos murió fallecido fallecidos
        herido heridos
        detenido detenidos arrestado
        acusado acusados
        condenado condena culpable
        absuelto
        liberado liberados
        dimitió dimisión renunció renuncia
        destituido
        nombrado
        elegido ganó victoria
        perdió derrota
        acuerdo acordaron
        firmó firmado
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
        confirmó confirmado
    """,
    "fr": """
        mort morts décédé tué tués
        blessé blessés
        arrêté arrestation interpellé
        inculpé accusé
        condamné coupable
        acquitté relaxé
        libéré libérés
        démission démissionné
        limogé
        nommé
        élu victoire gagné
        perdu défaite
        accord
        signé
        approuvé adopté
        rejeté
        annulé
        reporté
        retiré retrait
        interdit
        évacué évacués
        secouru sauvés
        disparu disparus
        trêve
        confirmé
    """,
}
