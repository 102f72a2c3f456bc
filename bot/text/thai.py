"""Thai writes no mark at a sentence's end, only a space, and spaces stand in many other places: which one ends it."""

from __future__ import annotations

import re

LETTER = "\u0e01-\u0e4e"

_OPENERS = re.compile(
    "ทั้งนี้|นอกจากนี้|นอกจากนั้น|อย่างไรก็|(?:ใน)?ขณะเดียวกัน|(?:ใน)?ขณะที่|ต่อมา|(?:หลัง)?จากนั้น|เบื้องต้น|ล่าสุด|ก่อนหน้านี้"
    "|ผู้สื่อข่าว|รายงานข่าว|ดังนั้น|เพราะฉะนั้น|พร้อมกันนี้|โอกาสนี้|ในโอกาส|กระทั่ง|สืบเนื่องจาก|จากการ(?:ตรวจสอบ|สอบสวน|สอบถาม)"
    "|เมื่อ(?:ถามว่า|ผู้สื่อข่าว|เวลา ?[0-9]|วันที่ ?[0-9]|วานนี้|เช้า|คืน)|ที่เกิดเหตุ|หลังรับแจ้ง|ภายหลัง|สำหรับ|ปัจจุบัน|ทางด้าน"
    "|ส่วน(?!หนึ่ง|ตัว|ร่วม|ใหญ่ของ|ของ|ที่|ราชการ|กลาง)|ด้าน(?:นาย|นาง|พล|พ\\.|ร\\.|ตำรวจ|เจ้าหน้าที่|ผู้| )"
)
"""Words that open a sentence in news: "moreover", "meanwhile", "reporters say", "as for", "at 9 o'clock"."""

_CLAUSES = re.compile(
    "โดย|ซึ่ง|แต่|และ|เพราะ|เนื่องจาก|จึง|หลังจาก|พร้อม|เมื่อ|หาก|นาย|นาง|พล\\.|พ\\.ต|ร\\.ต|เจ้าหน้าที่|ตำรวจ|รัฐบาล"
)
"""What a clause may open with: a sentence as long as a paragraph is cut before it, as a sub-editor would."""

LEANING = (
    "โดย", "ซึ่ง", "แต่", "และ", "เพราะ", "เนื่องจาก", "จึง", "พร้อม", "เขา", "เธอ", "พวกเขา", "ดังนั้น", "เพราะฉะนั้น", "ทั้งนี้",
    "นอกจากนี้", "นอกจากนั้น", "อย่างไรก็", "ขณะเดียวกัน", "ในขณะเดียวกัน", "จากนั้น", "หลังจากนั้น", "ต่อมา", "ส่วน", "ด้าน",
    "ขณะที่", "ในขณะที่",
)  # fmt: skip
"""A sentence that opens with one of these goes on from another one."""

POINTS_BACK = "ดังกล่าว"
"""`the aforesaid`: near the start it speaks of something told before."""

_TELLS_ON = re.compile("(?:ว่า|คือ|และ|ที่|ของ|ได้แก่|เช่น|โดย|กับ|หรือ|จาก|ใน|เป็น|เมื่อ|นาย|นาง|นางสาว|วันที่|เวลา|[:,(])$")
"""After these a space ends nothing: what was said, or named, follows."""

_ABBREVIATED = re.compile(rf"(?<![{LETTER}])(?:[ก-ฮ]{{1,6}}\.)+$|[ก-ฮ]\.$")
LONG = 200
"""Letters; the middle of Thai news sentences that stand in one piece is well below."""

SHORT = 15
"""Letters that a sentence has at least: less is an opener's own comma."""


def ends(text: str, start: int, space: int, after: int) -> bool:
    """Whether the sentence that began at `start` ends at the space between `space` and `after`."""
    said = text[max(start, space - 12) : space]
    if space - start < SHORT or _TELLS_ON.search(said):
        return False
    if _OPENERS.match(text, after):
        return True
    return space - start > LONG and _CLAUSES.match(text, after) is not None


def is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the stop at `stop` only shortens a word: `พ.ต.อ.`, `ต.ค.`, `11.00 น.`, `สตช.`; nearly all in Thai do."""
    return _ABBREVIATED.search(text, max(start, stop - 24), stop + 1) is not None
