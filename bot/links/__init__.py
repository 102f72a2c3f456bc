"""Web addresses: found in messages, brought to one form, compared."""
