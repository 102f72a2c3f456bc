"""What Slack refuses in blocks and views: too many, too long, unknown. Our own checks, then `slack_sdk`'s models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

Json = dict[str, Any]

MESSAGE_BLOCKS, VIEW_BLOCKS, ALL_TEXT = 50, 100, 13_200
TEXTS = {"plain_text": {"type", "text", "emoji"}, "mrkdwn": {"type", "text", "verbatim"}}
BLOCKS: Mapping[str, set[str]] = {
    "header": {"type", "block_id", "text"},
    "section": {"type", "block_id", "text", "fields", "accessory", "expand"},
    "context": {"type", "block_id", "elements"},
    "image": {"type", "block_id", "image_url", "alt_text", "title"},
    "actions": {"type", "block_id", "elements"},
    "divider": {"type", "block_id"},
    "input": {"type", "block_id", "label", "element", "dispatch_action", "hint", "optional"},
}
ELEMENTS: Mapping[str, set[str]] = {
    "button": {"type", "text", "action_id", "url", "value", "style", "confirm", "accessibility_label"},
    "plain_text_input": {
        *("type", "action_id", "initial_value", "multiline", "min_length", "max_length", "dispatch_action_config"),
        *("focus_on_load", "placeholder"),
    },
    "static_select": {"type", "action_id", "options", "initial_option", "placeholder", "confirm", "focus_on_load"},
    "conversations_select": {
        *("type", "action_id", "initial_conversation", "default_to_current_conversation", "confirm"),
        *("response_url_enabled", "filter", "focus_on_load", "placeholder"),
    },
    "image": {"type", "image_url", "alt_text"},
}
IN_MESSAGES = {"header", "section", "context", "image", "actions", "divider"}


def wrong_blocks(blocks: Any, *, view: bool = False) -> list[str]:
    """What is wrong, each with its JSON pointer; empty where nothing is."""
    most = VIEW_BLOCKS if view else MESSAGE_BLOCKS
    if not isinstance(blocks, list):
        return ["must provide an array [json-pointer:/blocks]"]
    found = [] if len(blocks) <= most else [f"no more than {most} items allowed [json-pointer:/blocks]"]
    for number, block in enumerate(blocks):
        found += [f"{problem} [json-pointer:/blocks/{number}]" for problem in _block(block, view)]
    return found


def wrong_view(view: Any) -> list[str]:
    if not isinstance(view, dict):
        return ["invalid view"]
    allowed = {"type", "blocks", "private_metadata", "callback_id", "external_id"}
    if view.get("type") == "modal":
        allowed |= {"title", "submit", "close", "clear_on_close", "notify_on_close", "submit_disabled"}
    found = [f"unsupported field: {key}" for key in view.keys() - allowed]
    if view.get("type") not in ("modal", "home"):
        found.append("unsupported type")
    for key in ("title", "submit", "close"):
        if key in view:
            found += _text(view[key], 24, {"plain_text"})
    if view.get("type") == "modal" and "title" not in view:
        found.append("missing required field: title")
    if len(view.get("private_metadata", "")) > 3000:
        found.append("private_metadata must be less than 3001 characters")
    has_input = any(block.get("type") == "input" for block in view.get("blocks", []) if isinstance(block, dict))
    if view.get("type") == "modal" and has_input and "submit" not in view:
        found.append("missing required field: submit")
    return found + wrong_blocks(view.get("blocks"), view=True)


def length(blocks: list[Json]) -> int:
    """Characters over all blocks."""
    return sum(len(text) for text in strings(blocks))


def strings(value: Any) -> Iterator[str]:
    """Each text that people see."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key in ("text", "alt_text") and isinstance(each, str):
                yield each
            else:
                yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def _block(block: Any, view: bool) -> Iterator[str]:
    kind = str(block.get("type")) if isinstance(block, dict) else ""
    if kind not in BLOCKS or (kind not in IN_MESSAGES and not view):
        yield f"unsupported type: {kind}"
        return
    yield from (f"additional property: {key}" for key in block.keys() - BLOCKS[kind])
    match kind:
        case "header":
            yield from _text(block.get("text"), 150, {"plain_text"})
        case "section":
            yield from _section(block)
        case "context":
            yield from _elements(block, 10, {"image"})
        case "actions":
            yield from _elements(block, 25, {"button", "static_select", "conversations_select"})
        case "image":
            yield from _image(block)
        case "input":
            yield from _text(block.get("label"), 2000, {"plain_text"})
            yield from _element(block.get("element"), ELEMENTS.keys() - {"button", "image"})
            if "hint" in block:
                yield from _text(block["hint"], 2000, {"plain_text"})
    yield from _by_models(block)


def _section(block: Json) -> Iterator[str]:
    if "text" not in block and "fields" not in block:
        yield "missing required field: text"
    if "text" in block:
        yield from _text(block["text"], 3000, TEXTS.keys())
    fields = block.get("fields", [{"type": "mrkdwn", "text": "x"}])
    if not isinstance(fields, list) or not 1 <= len(fields) <= 10:
        yield "no more than 10 items allowed: fields"
        return
    for each in fields:
        yield from _text(each, 2000, TEXTS.keys())
    if "accessory" in block:
        yield from _element(block["accessory"], {"button", "image", "static_select"})


def _elements(block: Json, most: int, kinds: set[str]) -> Iterator[str]:
    elements = block.get("elements")
    if not isinstance(elements, list) or not 1 <= len(elements) <= most:
        yield f"between 1 and {most} items allowed: elements"
        return
    ids = [each.get("action_id") for each in elements if isinstance(each, dict) and "action_id" in each]
    if len(ids) != len(set(ids)):
        yield "action_id already exists in this block"
    for each in elements:
        if isinstance(each, dict) and each.get("type") in TEXTS and block["type"] == "context":
            yield from _text(each, 3000, TEXTS.keys())
        else:
            yield from _element(each, kinds)


def _element(element: Any, kinds: Any) -> Iterator[str]:
    kind = str(element.get("type")) if isinstance(element, dict) else ""
    if kind not in ELEMENTS or kind not in kinds:
        yield f"unsupported type: {kind}"
        return
    yield from (f"additional property: {key}" for key in element.keys() - ELEMENTS[kind])
    if kind == "image":
        yield from _image(element)
        return
    if not 1 <= len(element.get("action_id", "x")) <= 255:
        yield "action_id must be between 1 and 255 characters"
    if kind == "button":
        yield from _text(element.get("text"), 75, {"plain_text"})
        if "value" in element and not 1 <= len(element["value"]) <= 2000:
            yield "value must be between 1 and 2000 characters"
    if kind == "static_select":
        yield from _options(element)


def _options(element: Json) -> Iterator[str]:
    options = element.get("options", [])
    if not 1 <= len(options) <= 100:
        yield "between 1 and 100 items allowed: options"
    for option in options:
        yield from _text(option.get("text"), 75, {"plain_text"})
        if not 1 <= len(option.get("value", "")) <= 150:
            yield "value must be between 1 and 150 characters"
    if "initial_option" in element and element["initial_option"] not in options:
        yield "initial_option is not in options"


def _image(image: Json) -> Iterator[str]:
    if not str(image.get("image_url", "")).startswith(("https://", "http://")) or len(image["image_url"]) > 3000:
        yield "invalid url: image_url"
    if not isinstance(image.get("alt_text"), str) or not 1 <= len(image["alt_text"]) <= 2000:
        yield "missing required field: alt_text"


def _text(text: Any, most: int, kinds: Any) -> Iterator[str]:
    if not isinstance(text, dict) or text.get("type") not in kinds:
        yield f"unsupported text object: {text!r:.80}"
        return
    yield from (f"additional property: {key}" for key in text.keys() - TEXTS[text["type"]])
    words = text.get("text")
    if not isinstance(words, str) or not 1 <= len(words) <= most:
        yield f"text must be between 1 and {most} characters"


def _by_models(block: Json) -> Iterator[str]:
    try:
        parsed = Block.parse(block)
        if parsed is None:
            yield f"unknown block {block.get('type')}"
            return
        parsed.validate_json()
    except (SlackObjectFormationError, TypeError, ValueError) as error:
        yield str(error)
