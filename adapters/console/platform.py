"""The terminal as a `chat.Platform`."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog
from rich.console import Console, RenderableType

from adapters.console import render
from adapters.console.errors import no_such_message
from adapters.console.inbound import BARE, HELP, NAMED, NUMBERED, Command, Mistake, Order, Say, parse
from adapters.console.people import CHANNELS, PEOPLE, PLATFORM
from adapters.console.prompt import Lines, lines_here
from adapters.console.settings import ConsoleSettings
from bot.chat import (
    ButtonPressed,
    CommandCalled,
    Core,
    Event,
    Hint,
    MessageChosen,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    MessageRef,
    Ports,
    ReactionAdded,
    Reply,
    Speaker,
    answer,
    hints,
)
from bot.errors import SendError

COUNTER = "last number"


@dataclass(slots=True)
class Written:
    """A message of a person, as long as it stands."""

    ref: MessageRef
    speaker: Speaker
    text: str


class ConsolePlatform:
    """People type, the bot prints. Messages are numbered on over sessions, so that a pointer's number stays true."""

    name = PLATFORM

    def __init__(
        self, settings: ConsoleSettings, ports: Ports, *, console: Console | None = None, lines: Lines | None = None
    ) -> None:
        self._values, self._console, self._lines = ports.values, console or Console(highlight=False), lines
        self._speaker, self._place = PEOPLE[settings.speaker], CHANNELS[settings.channel]
        self._written: dict[int, Written] = {}
        self._sent: dict[str, Reply] = {}
        self._answers: set[asyncio.Task[None]] = set()
        self._last = 0
        self._closed = asyncio.Event()

    async def run(self, core: Core) -> None:
        self._last = int(await self._values.get(COUNTER) or 0)

        async def going_on(line: str) -> Sequence[Hint]:
            return await hints(core, line, self._place, core.commands_in(""))

        lines = self._lines or lines_here((*BARE, *NAMED, *NUMBERED), (*PEOPLE, *CHANNELS), going_on)
        self._print(f"You are {self._speaker.name} in #{self._place.channel}. Paste a link; :help tells more.")
        typing = asyncio.create_task(self._read(core, lines))
        closing = asyncio.create_task(self._closed.wait())
        await asyncio.wait({typing, closing}, return_when=asyncio.FIRST_COMPLETED)
        if typing.done():
            await asyncio.gather(*self._answers, return_exceptions=True)
            typing.result()
        for task in (typing, closing, *self._answers):
            task.cancel()
        await asyncio.gather(typing, closing, *self._answers, return_exceptions=True)

    async def send(self, reply: Reply) -> MessageRef:
        number = await self._number()
        self._sent[str(number)] = reply
        self._print(render.reply(number, reply))
        return MessageRef(reply.to, str(number))

    async def edit(self, ref: MessageRef, reply: Reply) -> None:
        if ref.id not in self._sent:
            raise no_such_message(ref.id)
        self._sent[ref.id] = reply
        self._print(render.reply(int(ref.id), reply))

    async def delete(self, ref: MessageRef) -> None:
        if self._sent.pop(ref.id, None) is None:
            raise no_such_message(ref.id)
        self._print(f"#{ref.id} was taken back.")

    async def close(self) -> None:
        self._closed.set()

    async def _read(self, core: Core, lines: Lines) -> None:
        async for line in lines.lines(lambda: f"{self._speaker.id} #{self._place.channel}> "):
            match parse(line, core.commands_in("")):
                case Say(text):
                    await self._post(core, text)
                case Command(name, options):
                    self._tell(core, CommandCalled(self._event(), self._place, self._speaker, name, options))
                case Order() as order:
                    self._obey(core, order)
                case Mistake(told):
                    self._print(told)
                case None:
                    pass

    async def _post(self, core: Core, text: str) -> None:
        number = await self._number()
        ref = MessageRef(self._place, str(number))
        self._written[number] = Written(ref, self._speaker, text)
        self._print(render.message(self._speaker.name, number, text if len(text) < 300 else text[:299] + "…"))
        self._tell(core, MessagePosted(self._event(), ref, self._speaker, text))

    def _obey(self, core: Core, order: Order) -> None:
        acts: dict[str, Callable[[Core, Order], None]] = {
            "as": self._become,
            "in": self._go,
            "edit": self._edit,
            "delete": self._delete,
            "press": self._press,
            "choose": self._choose,
            "react": self._react,
        }
        texts = {"help": HELP, "people": _people(), "channels": _channels()}
        if order.name in acts:
            acts[order.name](core, order)
        else:
            self._print(texts[order.name])

    def _become(self, _: Core, order: Order) -> None:
        found = [person for key, person in PEOPLE.items() if key.startswith(order.rest)]
        if not found:
            self._print(f"There is no {order.rest}. {_people()}")
            return
        self._speaker = found[0]
        self._print(f"You are {self._speaker.name} now.")

    def _go(self, _: Core, order: Order) -> None:
        found = [place for key, place in CHANNELS.items() if key.startswith(order.rest)]
        if not found:
            self._print(f"There is no #{order.rest}. {_channels()}")
            return
        self._place = found[0]
        self._print(f"You are in #{self._place.channel} now.")

    def _edit(self, core: Core, order: Order) -> None:
        if written := self._own(order.number):
            written.text = order.rest
            self._tell(core, MessageEdited(self._event(), written.ref, self._speaker, order.rest))

    def _delete(self, core: Core, order: Order) -> None:
        if written := self._own(order.number):
            del self._written[order.number]
            self._tell(core, MessageDeleted(self._event(), written.ref))

    def _own(self, number: int) -> Written | None:
        written = self._written.get(number)
        if written is None or written.speaker.id != self._speaker.id:
            self._print(f"#{number} is not a message of {self._speaker.name} in this session.")
            return None
        return written

    def _press(self, core: Core, order: Order) -> None:
        reply = self._sent.get(str(order.number))
        buttons = reply.card.buttons if reply else ()
        wanted = order.rest.casefold() or "1"
        for n, button in enumerate(buttons, 1):
            if wanted == str(n) or button.label.casefold().startswith(wanted):
                assert reply is not None
                ref = MessageRef(reply.to, str(order.number))
                self._tell(core, ButtonPressed(self._event(), ref, self._speaker, button.action, button.value))
                return
        self._print(f"#{order.number} has no such button.")

    def _choose(self, core: Core, order: Order) -> None:
        entries = [entry.action for entry in core.message_commands]
        action = next((action for action in entries if action.startswith(order.rest.casefold())), None)
        written, sent = self._written.get(order.number), self._sent.get(str(order.number))
        if action is None or not (written or sent):
            self._print(
                f"There is no message #{order.number} of this session, or no such entry ({', '.join(entries)})."
            )
        elif written:
            self._tell(
                core,
                MessageChosen(self._event(), written.ref, self._speaker, action, written.text, author=written.speaker),
            )
        elif sent:
            ref = MessageRef(sent.to, str(order.number))
            self._tell(core, MessageChosen(self._event(), ref, self._speaker, action, ""))

    def _react(self, core: Core, order: Order) -> None:
        written = self._written.get(order.number)
        if written is None or not core.listens_for:
            self._print(f"#{order.number} is not a message of a person in this session.")
            return
        emoji = core.listens_for[0]
        self._print(f"{self._speaker.name} reacts to #{order.number} with {emoji}")
        event = ReactionAdded(self._event(), written.ref, self._speaker, emoji, written.text, author=written.speaker)
        self._tell(core, event)

    def _tell(self, core: Core, event: Event) -> None:
        """Answers come while the person types on."""
        task = asyncio.create_task(self._answer(core, event))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer(self, core: Core, event: Event) -> None:
        try:
            await answer(core, self, event)
        except SendError as error:
            structlog.get_logger().warning("console_send_failed", error=str(error))
        except Exception:
            structlog.get_logger().exception("console_answer_failed")
            self._print("Something went wrong on my side. Please try again.")

    async def _number(self) -> int:
        self._last += 1
        number = self._last
        await self._values.put(COUNTER, str(number))
        return number

    def _event(self) -> str:
        return uuid.uuid4().hex

    def _print(self, shown: RenderableType) -> None:
        self._console.print(shown, markup=False)


def _people() -> str:
    return "There are " + ", ".join(f"{key} ({person.name})" for key, person in PEOPLE.items()) + "."


def _channels() -> str:
    return "There are " + ", ".join(f"#{key}" for key in CHANNELS) + "; #editors is private."


def open_platform(settings: ConsoleSettings, ports: Ports) -> ConsolePlatform:
    return ConsolePlatform(settings, ports)
