"""When a channel is told of a story, and how: rhythm, quiet hours, limits and digests. Pure: the clock is passed in."""
