"""Words on a page that speak to a machine, not to a reader: the model does not see them, no claim rests on them."""

from __future__ import annotations

import re

_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instruction|prompt|rule|direction|guideline|above"
    r"|previous)"
    r"|\b(?:system|developer) (?:prompt|message|instruction)s?\b|\b(?:you are|act as|pretend to be) (?:now )?(?:an? )?"
    r"(?:AI|assistant|language model|chatbot|LLM|DAN)\b|\bas an? (?:AI|assistant|language model)\b"
    r"|\b(?:AI|assistants?|language models?|LLMs?|summari[sz]ers?|bots?)\b.{0,30}\b(?:must|should|shall|have to"
    r"|please)\b.{0,40}"
    r"\b(?:say|write|output|respond|reply|answer|include|state|summari[sz]e|report|mention)\b"
    r"|\b(?:respond|reply|answer|output) (?:only )?with\b|\bnew instructions?\b|\b(?:begin|end) of (?:prompt|article"
    r"|document)\b"
    r"|<\|?/?(?:im_start|im_end|system|assistant|user|endoftext)\|?>|\[/?INST\]|###\s*(?:instruction|system|response)"
    r"|\b(?:ignorier\w*|vergiss)\b.{0,40}\b(?:anweisung|regel|vorherig)|\b(?:ignora|olvida)\b.{0,40}\binstruccion"
    r"|\b(?:ignore[zr]?|oublie[zr]?)\b.{0,40}\b(?:instructions?|consignes?)",
    re.IGNORECASE,
)


def is_order(text: str) -> bool:
    return _ORDER.search(text) is not None
