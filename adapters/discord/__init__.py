"""Standfirst as a Discord app: discord.py's client on one side, events and cards on the other."""
