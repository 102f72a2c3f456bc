"""How fast people read prose, by language.

Words per minute: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading
Performance: The New International Reading Speed Texts IReST", 2012, table of 17 languages;
Chinese and Japanese there in characters per minute. Kin of a measured language borrow its figure.
"""

from __future__ import annotations

DEFAULT_WORDS = 200

WORDS_PER_MINUTE = {
    "ar": 138, "da": 199, "de": 179, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188,
    "nl": 202, "no": 199, "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166,
}  # fmt: skip

CHARACTERS_PER_MINUTE = {"ja": 357, "zh": 255}
