"""How the bot behaves in a channel, as a card: each setting with its value, who chose it, and what it is otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.cards.lines import SEPARATOR, pieced, span
from bot.channels import Held
from bot.chat import Card, Kind, Paragraph, Span, Style, Tone
from bot.locale import later, said, say
from bot.locale.dates import day

WHERE, HERE, EVERYWHERE = "where", "here", "everywhere"
RESET = "default"

NAMES = {
    "mode": later("Pasted links"),
    "length": later("Length of a briefing"),
    "language": later("Language"),
    "answers": later("Answers"),
    "preview": later("The platform's own preview"),
    "bots": later("Messages of bots"),
    "changes": later("Edited and deleted messages"),
    "managers": later("Who may set channels up"),
}

VALUES = {
    ("mode", "off"): later("only noted, so that /brief finds them"),
    ("mode", "reaction"): later("briefed when someone reacts with 📰"),
    ("mode", "automatic"): later("briefed at once"),
    ("length", "short"): later("short: one point"),
    ("length", "medium"): later("medium: about three points"),
    ("length", "full"): later("full: all points"),
    ("language", "auto"): later("as the platform says"),
    ("language", "en"): "English",
    ("language", "de"): "Deutsch",
    ("language", "es"): "Español",
    ("language", "fr"): "Français",
    ("answers", "reply"): later("as a reply to the message"),
    ("answers", "thread"): later("in a thread on the message"),
    ("preview", "show"): later("stays beside the briefing"),
    ("preview", "hide"): later("taken off when the briefing is there"),
    ("bots", "ignore"): later("left alone"),
    ("bots", "read"): later("read like anyone's"),
    ("changes", "follow"): later("the briefing follows"),
    ("changes", "keep"): later("the briefing stays"),
    ("managers", "admins"): later("who may by the platform's own rights"),
    ("managers", "creators"): later("the same, and who made the channel"),
    ("managers", "anyone"): later("anyone"),
}


def value_label(name: str, value: str) -> str:
    """What a person reads for `value`."""
    return said(VALUES[name, value])


def settings_card(held: Mapping[str, Held], *, manages: bool, deaf: bool = False) -> Card:
    """All settings; who may change them is told how, and what one types for what holds now."""
    how = say("Change one with /settings mode:automatic, or all at once; “default” takes a choice back.")
    ask = say("Someone who may manage this channel can change them with /settings.")
    return Card(
        title=say("How I behave in this channel"),
        body=(*(_line(each, typed=manages) for each in held.values()), *_deaf(held, deaf=deaf)),
        footer=(Span(how if manages else ask, Style.MUTED),),
        tone=Tone.NOTICE,
    )


def changed_card(held: Mapping[str, Held], names: Sequence[str], *, everywhere: bool, deaf: bool = False) -> Card:
    """Reads back what holds now. A channel's own choice stands over a change for the whole space, and that is said."""
    saved = say("Saved for this whole space.") if everywhere else say("Saved.")
    lines = []
    for name in names:
        lines.append(_line(held[name]))
        own = held[name].chosen
        if everywhere and own and own.channel:
            lines.append(
                Paragraph((Span(say("This channel has a choice of its own, which goes first."), Style.MUTED),))
            )
    if "mode" in names:
        lines += _deaf(held, deaf=deaf)
    return Card(body=(Paragraph((Span(saved, Style.STRONG),)), *lines), tone=Tone.NOTICE)


def _deaf(held: Mapping[str, Held], *, deaf: bool) -> tuple[Paragraph, ...]:
    """A channel that wants links noticed where the bot cannot see them: who set it up must not wait in vain."""
    if not deaf or held["mode"].value == "off":
        return ()
    told = say(
        "I may not read messages here, so I notice no links: use /brief or a message's menu, or ask who runs me."
    )
    return (Paragraph((Span(told, Style.EMPHASIS),)),)


def _line(held: Held, *, typed: bool = False) -> Paragraph:
    name, value = Span(said(NAMES[held.name]), Style.STRONG), Span(value_label(held.name, held.value))
    shown = (*pieced(say("{name}: {value}"), name=name, value=value), SEPARATOR, *_who(held))
    key = (SEPARATOR, Span(f"{held.name}:{held.value}", Style.CODE)) if typed else ()
    return Paragraph((*shown, *key), Kind.POINT)


def _who(held: Held) -> tuple[Span, ...]:
    chosen = held.chosen
    if chosen is None:
        return (Span(say("default"), Style.MUTED),)
    name, date = span(chosen.by).text, day(chosen.at.date())
    told = (
        say("set by {name} on {date}", name=name, date=date)
        if chosen.channel
        else say("set by {name} for the whole space on {date}", name=name, date=date)
    )
    if held.value == held.default:
        return (Span(told, Style.MUTED),)
    usual = say("default: {value}", value=value_label(held.name, held.default))
    return (Span(told, Style.MUTED), SEPARATOR, Span(usual, Style.MUTED))
