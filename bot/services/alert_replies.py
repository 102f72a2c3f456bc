"""Entries of the outbox become replies: one alert, what is new in a story in its thread, or a digest of several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.alerts.digest import Item, digest
from bot.alerts.plan import Sending
from bot.alerts.topic import Topic
from bot.cards.alerts import alert_card, update_card
from bot.cards.briefing import first_shared_line
from bot.cards.digests import digest_card
from bot.cards.failures import sentence
from bot.cards.lines import instant
from bot.cards.reports import report_card
from bot.chat import Reply, Speaker
from bot.model import Story
from bot.services.feed_problems import error_of
from bot.store.entries import Entry, Kind, State, alert_key
from bot.store.feeds import Health
from bot.store.groups import Tally
from bot.store.shares import Share


@dataclass(frozen=True, slots=True)
class Material:
    """What cards are made of.

    `visible` are stories that all of the space may hear of, `alerts` those that updates belong to, by key; `shares`
    say who shared a story first where everyone may read it.
    """

    topics: Mapping[int, Topic] = field(default_factory=dict)
    stories: Mapping[int, Story] = field(default_factory=dict)
    visible: frozenset[int] = frozenset()
    tallies: Mapping[int, Tally] = field(default_factory=dict)
    alerts: Mapping[str, Entry] = field(default_factory=dict)
    shares: Mapping[int, Share] = field(default_factory=dict)
    checked: Health = field(default_factory=Health)

    def may_tell(self, entry: Entry) -> bool:
        """Decided now: a story that was taken back, or is private by now, is told no more."""
        if entry.topic_id not in self.topics or entry.story_id not in self.stories:
            return False
        if entry.story_id not in self.visible:
            return False
        return entry.kind is not Kind.UPDATE or self.alert_of(entry) is not None

    def alert_of(self, entry: Entry) -> Entry | None:
        """The alert that an update follows, where it stands."""
        alert = self.alerts.get(alert_key(entry.topic_id or 0, entry.group_id or 0))
        return alert if alert is not None and alert.state is State.SENT and alert.ref is not None else None

    def tally(self, entry: Entry) -> Tally:
        return self.tallies.get(entry.group_id or 0, Tally())


def reply_of(sending: Sending, entries: Sequence[Entry], topic: Topic | None, material: Material) -> Reply:
    """The message that carries `entries`. Raises KeyError for what `may_tell` refuses."""
    first = entries[0]
    if topic is None:
        person = first.note.person
        private = Speaker(first.place.platform, *person) if person else None
        return Reply(
            sending.key, report_card(first.note.notice, spoken(first.note.facts)), first.place, private_to=private
        )
    if sending.digest:
        return digest_reply(sending.key, entries, topic, material)
    story = material.stories[first.story_id or 0]
    if first.kind is Kind.UPDATE:
        alert = material.alert_of(first)
        assert alert is not None
        return Reply(sending.key, update_card(story, first.note.novel), topic.place, alert.ref, in_thread=True)
    share = material.shares.get(story.id)
    shared = first_shared_line(share.speaker.name, instant(share.at), share.ref) if share else None
    outlets = len(material.tally(first).outlets)
    return Reply(
        sending.key, alert_card(story, topic.query, first.note.reasons, outlets=outlets, shared=shared), topic.place
    )


def spoken(facts: Sequence[str]) -> Sequence[str]:
    """A feed's name, and why it fails as a sentence."""
    name, problem = [*facts, "", ""][:2]
    return name, sentence(error_of(problem)) if problem else ""


def digest_reply(key: str, entries: Sequence[Entry], topic: Topic, material: Material) -> Reply:
    items, health = [item(entry, material) for entry in entries], material.checked
    return Reply(key, digest_card(topic.query, digest(items), feeds=health.feeds, failing=health.failing), topic.place)


def item(entry: Entry, material: Material) -> Item:
    tally = material.tally(entry)
    return Item(
        material.stories[entry.story_id or 0],
        entry.at,
        tally.outlets,
        tally.copies,
        tally.wire,
        entry.note.reasons,
        entry.note.novel,
        entry.held,
    )
