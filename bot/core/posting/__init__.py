"""An employer's need for people, as it is told: reading it, gathering it, checking it. No framework, no database."""
