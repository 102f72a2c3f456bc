"""Folding the forms of one page's address into one: for comparing only, never for opening."""

from __future__ import annotations

from bot.links import rules


def plain_host(host: str) -> str:
    """Without `www.` and its mobile and AMP kin, as long as a name with a dot is left."""
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in rules.VARIANT_LABELS:
        del labels[0]
    if len(labels) > 3 and labels[1] == "m" and rules.under(host, rules.MOBILE_SECOND):
        del labels[1]
    name = ".".join(labels)
    return rules.SAME_SITE.get(name, name)


def plain_path(path: str) -> str:
    """Without an index file, the closing slash and the marks of an AMP page."""
    segments = path.rstrip("/").split("/")
    if segments[-1].lower() in rules.INDEX_FILES:
        del segments[-1]
    rest = [segment for segment in segments if segment.lower() not in rules.AMP_SEGMENTS]
    if len(rest) < len(segments) and rest and _is_story(rest[-1]):
        segments = rest
    if segments and _is_story(segments[-1]):
        for ending, plain in rules.AMP_ENDINGS:
            if segments[-1].lower().endswith(ending):
                segments[-1] = segments[-1][: -len(ending)] + plain
                break
    return "/".join(segments).rstrip("/")


def _is_story(segment: str) -> bool:
    """Looks like the name of one page (`old-bridge`, `a-123`), not of a section about guitar amps."""
    return any(letter in "-_." or letter.isdigit() for letter in segment)


def is_variant(piece: str) -> bool:
    name, _, value = piece.lower().partition("=")
    return name in rules.AMP_PARAMETERS and value in rules.AMP_PARAMETERS[name]
