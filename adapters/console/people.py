"""The people one may speak as, and the channels."""

from __future__ import annotations

from bot.chat import Place, Speaker

PLATFORM = "console"
SPACE = "terminal"

PEOPLE = {
    "jonas": Speaker(PLATFORM, "jonas", "Jonas Weber"),
    "aiko": Speaker(PLATFORM, "aiko", "Aiko Tanaka"),
    "mara": Speaker(PLATFORM, "mara", "Mara Lind", can_manage=True, manages_space=True),
}

CHANNELS = {
    "newsroom": Place(PLATFORM, SPACE, "newsroom"),
    "general": Place(PLATFORM, SPACE, "general"),
    "editors": Place(PLATFORM, SPACE, "editors", private=True),
}
