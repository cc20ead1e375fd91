#!/usr/bin/env bash
# Rasa's own check of domain, rules and examples; any error fails, and so does a message with two intents.
set -uo pipefail
cd "$(dirname "$0")/.."
echo "rasa data validate …"
out="$(mktemp)"
trap 'rm -f "$out"' EXIT
TF_CPP_MIN_LOG_LEVEL=3 SQLALCHEMY_SILENCE_UBER_WARNING=1 RASA_TELEMETRY_ENABLED=false LOG_LEVEL=WARNING \
    .venv/bin/python -m rasa data validate --domain domain.yml --data bot/data --config config.yml --max-history 3 >"$out" 2>&1
status=$?
# Texts are said by the services, not by rules (tests/test_complete.py checks that each is used).
grep -vE "is not used in any story or rule|DeprecationWarning|^ *$|Processed|rasa.shared.utils.io.raise_warning" "$out" | grep -E "UserWarning|ERROR|Error|WARNING" | cut -c1-300
if grep -q "labeled with multiple intents\|multiple intents" "$out"; then status=1; fi
[ "$status" = 0 ] && echo "rasa data validate: 没有错误"
exit "$status"
