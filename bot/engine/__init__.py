"""Rasa as it is run here: locks, tracker, in-process actions, and the turn."""
