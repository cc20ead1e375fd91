"""Tables, sessions, and one repository a noun. Callers own the transaction."""
