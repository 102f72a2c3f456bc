"""Plain words as Slack's mrkdwn, so that they stay plain words. Pure.

mrkdwn has no escape character. Three characters are escaped as entities; a mark that could begin or end a style gets
a zero-width space on both sides, after which it neither stands at a word's edge nor touches one.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.chat import Style

GAP = "\u200b"
_UNSAFE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_MARKS = re.compile(r"(?<![^\W_])[*_~]|[*_~](?![^\W_])")
_EMOJI = re.compile(r":(?=[a-z0-9_+'-]{1,100}:)")
_LINE_START_QUOTE = re.compile(r"^(\s*)(?=&gt;)", re.MULTILINE)
_NOT_IN_ADDRESS = re.compile(r"[\s\0-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_IN_LINK = {"|": "%7C", "<": "%3C", ">": "%3E", '"': "%22", "&": "&amp;"}
_STYLES = {Style.STRONG: "*", Style.EMPHASIS: "_", Style.CODE: "`"}
LONGEST_ADDRESS = 3000


def clean(text: str) -> str:
    """Without control, direction and zero-width characters."""
    return _UNSAFE.sub("", text)


def escaped(text: str) -> str:
    """Slack's own three: no mention, no channel, no link can begin."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def words(text: str) -> str:
    """`text` in mrkdwn: nothing of it pings, formats, links or becomes a picture."""
    text = clean(text).replace("`", "ˋ")
    text = _MARKS.sub(lambda mark: f"{GAP}{mark[0]}{GAP}", text)
    text = _EMOJI.sub(f":{GAP}", text)
    return _LINE_START_QUOTE.sub(rf"\1{GAP}", escaped(text))


def styled(text: str, style: Style) -> str:
    """`words` in a style. A mark has to touch the words, so white space stays outside."""
    mark = _STYLES.get(style, "")
    line = words(text.replace("\n", " ")) if mark else words(text)
    inner = line.strip()
    if not mark or not inner:
        return line
    before, _, after = line.partition(inner)
    return f"{before}{mark}{inner}{mark}{after}"


def code_block(text: str) -> str:
    """Lines in letters of one width, as they are; a backtick of theirs ends nothing."""
    lines = [escaped(clean(each).rstrip().replace("`", "ˋ")) for each in text.split("\n")]
    return "\n".join(("```", *lines, "```")) if any(lines) else ""


def link(address: str, label: str) -> str:
    """`address` is of the web; `label` is already mrkdwn."""
    target = "".join(_IN_LINK.get(character, character) for character in address)
    return f"<{target}|{label.replace('|', '¦')}>"


def web_address(url: str | None) -> str | None:
    """`url` if it is an http(s) address with a host and nothing hidden in it, else None."""
    if not url or len(url) > LONGEST_ADDRESS or _NOT_IN_ADDRESS.search(url):
        return None
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and named and parts.username is None else None


def host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
