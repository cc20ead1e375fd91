"""The outbox worker and the clockwork."""
