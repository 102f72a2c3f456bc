"""What a person reads: messages as Slack shows them, with the markup read and links' targets beside them."""

from __future__ import annotations

import re

from tests.adapters.slack.loopback.state import Channel, Json, Message

LINK = re.compile(r"<(https?://[^|>]+)(?:\|([^>]*))?>")
DATE = re.compile(r"<!date\^\d+\^[^|>]*\|([^>]*)>")


def shown(channel: Channel, to: str) -> str:
    """All that the person `to` can read in `channel` now."""
    return "\n".join(words(message) for message in visible(channel, to))


def visible(channel: Channel, to: str) -> list[Message]:
    return [m for m in channel.messages.values() if m.private_to in ("", to)]


def words(message: Message) -> str:
    """Where there are blocks, they are what is shown; the text is for notifications and screen readers."""
    if not message.blocks:
        return read(message.text)
    return "\n".join(of_block(block) for block in message.blocks)


def of_block(block: Json) -> str:
    texts = [block["text"]] if "text" in block else []
    texts += block.get("fields", [])
    texts += [each if "text" not in each or isinstance(each["text"], str) else each["text"] for each in elements(block)]
    lines = [read(str(each["text"])) for each in texts if "text" in each]
    return "\n".join([*lines, *([block["alt_text"]] if "alt_text" in block else [])])


def elements(block: Json) -> list[Json]:
    found: list[Json] = block.get("elements", [])
    return found


def read(mrkdwn: str) -> str:
    text = DATE.sub(r"\1", mrkdwn)
    text = LINK.sub(lambda found: f"{found[2]} ({found[1]})" if found[2] else found[1], text)
    return text.replace("\u200b", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
