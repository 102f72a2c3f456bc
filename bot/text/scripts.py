"""Scripts by their code points, and the letters that tell languages of one script apart."""

from __future__ import annotations

LATIN, HAN, KANA, CYRILLIC, ARABIC = "latin", "han", "kana", "cyrillic", "arabic"

SCRIPTS = {
    LATIN: "A-Za-zª-ºÀ-ÖØ-öø-ɏḀ-ỿ",
    HAN: "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    KANA: "ぁ-ゖァ-ヺー",
    CYRILLIC: "Ѐ-ҁҊ-ԯ",
    ARABIC: "ء-يٮ-ۓۺ-ۿ",
    "ko": "ᄀ-ᇿ가-힣",
    "el": "Ͱ-ͽΆ-Ͽἀ-ῼ",
    "he": "א-ת",
    "hy": "Ա-Ֆա-և",
    "ka": "Ⴀ-ჿ",
    "hi": "ऄ-हॐ-ॡ",
    "bn": "অ-ৡ",
    "pa": "ਅ-ੴ",
    "gu": "અ-ૡ",
    "ta": "அ-ௐ",
    "te": "అ-ౡ",
    "kn": "ಅ-ೡ",
    "ml": "അ-ൡ",
    "si": "අ-ෆ",
    "th": "ก-ฺเ-ๆ",
    "lo": "ກ-ະເ-ໆ",
    "my": "က-ဪ",
    "km": "ក-ឳ",
    "am": "ሀ-ፚ",
}
"""The name is the language itself where one language stands for the script."""

TELLING: dict[str, tuple[tuple[str, str], ...]] = {
    CYRILLIC: (
        ("be", "ў"), ("kk", "әғқңұһ"), ("uk", "іїєґ"), ("mk", "ѓќѕ"), ("sr", "јљњћђџ"), ("ru", "ыэё"), ("bg", "ъ"),
    ),
    ARABIC: (("ur", "ٹڈڑںےہ"), ("fa", "پچژگکی"), ("ar", "ةىأإك")),
}  # fmt: skip
"""In this order: the first language whose letters make up a noticeable share."""

LATIN_LETTERS = {
    "ı": "tr", "ğ": "tr", "ł": "pl", "ż": "pl", "ř": "cs", "ů": "cs", "ě": "cs", "ő": "hu", "ű": "hu",
    "ă": "ro", "ț": "ro",
    "ß": "de", "ã": "pt", "õ": "pt", "ơ": "vi", "ư": "vi", "ľ": "sk", "ñ": "es", "¿": "es",
}  # fmt: skip
"""Letters that one supported language uses far more than the others: for texts with few small words."""
