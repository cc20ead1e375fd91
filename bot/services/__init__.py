"""Use cases: a function of the context and a command, one transaction each."""
