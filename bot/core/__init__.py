"""Pure rules: no framework, no clock, no database."""
