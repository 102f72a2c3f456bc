"""Lines that stand around stories are known in many languages; prose that begins like them is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article.furniture import asks_for_click, is_trailer
from bot.article.notes import is_note

AROUND = """
This video requires JavaScript to be enabled.
Empfohlener redaktioneller Inhalt
An dieser Stelle finden Sie einen externen Inhalt von Instagram, der den Artikel ergänzt.
Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.
Ce contenu n’est pas accessible sans cookies.
Para ver este contenido debes aceptar las cookies
Join our WhatsApp channel for the news of the coast
Folgen Sie uns auf unserem WhatsApp-Kanal
Únete a nuestro canal de WhatsApp
Suivez-nous sur Facebook
Volg ons op Instagram
Följ oss på Facebook
Consider a donation to keep our work free
Unterstützen Sie unsere Arbeit mit einer Spende
We may earn a commission from links on this page
As an Amazon Associate we earn from qualifying purchases
Tous droits réservés
Alle Rechte vorbehalten
無断転載を禁じます
저작권자 ⓒ 해안신문
5 min Lesezeit
Temps de lecture : 4 minutes
6 min de lectura
Lees ook: brug dicht
Läs också: bron stängd
Czytaj także: most zamknięty
Читайте также: мост закрыт
関連記事
相关阅读
관련 기사
Advertisement
Publicidade
広告
Article continues below
Das könnte Sie auch interessieren
Les plus lus
Partager l’article
Imprimir
Поделиться
View this post on Instagram
Fehler gefunden? Jetzt melden.
This article first appeared in the Eastmouth Echo
""".strip().splitlines()

PROSE = """
Support for the plan has grown since the spring, the pollsters say.
Help came from the islands within the hour.
Follow-up talks are planned for Friday, the ministry said.
Play was stopped twice for rain at the harbour ground.
Get ready for a cold winter, the forecasters say.
Mit dem Bau der Brücke soll im Mai begonnen werden, sagte die Bürgermeisterin.
Hier finden die Fische im Winter ihre Nahrung.
Sobre el puente pasan cada día diez mil coches.
This video, filmed by a fisherman, shows how the bridge fell.
Pour afficher ses ambitions, la mairie a invité la presse.
我们在港口看到了很多船。
Om deze brug te bouwen is veel geld nodig.
""".strip().splitlines()


@pytest.mark.parametrize("line", AROUND)
def test_a_line_around_a_story_is_known(line: str) -> None:
    assert asks_for_click(line) or is_trailer(line)


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_left_alone(line: str) -> None:
    assert not asks_for_click(line)
    assert not is_trailer(line)


@given(st.sampled_from(AROUND + PROSE), st.sampled_from([" ", "a", "(", "-", "read ", "click "]), st.integers(1, 3000))
@settings(deadline=1000, max_examples=60)
def test_no_line_takes_long(line: str, filler: str, times: int) -> None:
    for text in (line + filler * times, filler * times + line):
        asks_for_click(text)
        is_trailer(text)
        is_note(text)
