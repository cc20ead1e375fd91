#!/usr/bin/env bash
# Rasa's own check of domain, rules and examples; any error fails.
set -euo pipefail
cd "$(dirname "$0")/.."
echo "rasa data validate …"
TF_CPP_MIN_LOG_LEVEL=3 SQLALCHEMY_SILENCE_UBER_WARNING=1 RASA_TELEMETRY_ENABLED=false .venv/bin/python -W ignore -m rasa data validate \
    --domain domain.yml --data bot/data --config config.yml --max-history 3
