"""Cue words: what a message talks about, as named patterns over its plain text. They are features of the task classifier."""
