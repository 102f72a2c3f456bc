"""A chat in the terminal, in the way of a text backend: everything can be tried with no account."""
