"""Standfirst's core: it reads articles and writes briefings, and knows nothing of any chat platform."""
