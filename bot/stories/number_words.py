"""Small numbers and multipliers in words, in the languages we speak."""

from __future__ import annotations

_SPELLED = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn zwanzig",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt",
}

SPELLED = {
    language: {word: number for number, word in enumerate(words.split(), 2)} for language, words in _SPELLED.items()
}
"""One is no number here: in half of the languages it is an article."""

MULTIPLIERS = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "millions": 1_000_000, "billion": 10**9, "billions": 10**9,
    "trillion": 10**12, "m": 1_000_000, "mn": 1_000_000, "bn": 10**9, "tausend": 1_000, "mio": 1_000_000,
    "millionen": 1_000_000, "mrd": 10**9, "milliarde": 10**9, "milliarden": 10**9, "mil": 1_000, "millón": 1_000_000,
    "millones": 1_000_000, "mille": 1_000, "milliard": 10**9, "milliards": 10**9,
}  # fmt: skip

HOURS = frozenset("am pm a p uhr gmt utc cet est edt et h heures horas hrs o'clock".split())
"""Behind a number these make it a time of day; `a` and `p` are what is left of `a.m.`."""

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec januar jänner februar märz mai juni juli oktober dezember enero febrero marzo abril mayo "
    "junio julio agosto septiembre octubre noviembre diciembre janvier février mars avril juin juillet août septembre "
    "octobre novembre décembre".split()
)
"""Next to one of these a number is a day, which every telling gives in its own way."""
