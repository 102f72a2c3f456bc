"""The try-out: a chat page on loopback that needs no account, and an example news site to paste links from."""
