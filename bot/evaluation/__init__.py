"""How well messages are understood, measured on messages that nobody looked at while writing rules."""
