"""Rasa graph components: each reads one kind of thing out of a message."""
