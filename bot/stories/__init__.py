"""Is this the same story, and what is new in it. Pure."""
