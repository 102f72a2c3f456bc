"""Standfirst as a Slack app: Socket Mode by default, HTTP by setting."""
