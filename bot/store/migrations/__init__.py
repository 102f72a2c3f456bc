"""Alembic's folder: `env.py` and the steps in `versions/`, run by `bot.store.migrate`."""
