"""Work that must not be lost: asked for in a transaction, carried out by handlers, however often the process dies.

Services see this package only: they `add` orders, and their handlers say how a job ended. Behind it stands a queue with
leases in our own store; an engine over several machines would take its place, with the same handlers.
"""

from __future__ import annotations

from bot.store.jobs import Abandoned, Order
from bot.store.leases import Job
from bot.work.endings import Done, GiveUp, Later, Outcome
from bot.work.lease_work import LeaseWork
from bot.work.port import Handler, Task, Work
from bot.work.retries import Retries

__all__ = [
    "Abandoned",
    "Done",
    "GiveUp",
    "Handler",
    "Job",
    "Later",
    "LeaseWork",
    "Order",
    "Outcome",
    "Retries",
    "Task",
    "Work",
]
