"""Tables of words, one file each, read by `bot.people.lexicon`."""
