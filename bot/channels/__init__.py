"""One file a channel: verify, parse, send."""
