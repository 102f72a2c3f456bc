"""Sites whose stories general rules do not find: selectors in `rules.toml`, read and applied by `rules`."""
