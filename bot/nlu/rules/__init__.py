"""Rules that win over the classifier: what must never be missed, and short messages that say it all in a word."""
