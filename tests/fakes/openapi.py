"""Checks requests and answers against an OpenAPI 3.0 description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, RefResolver

DESCRIPTION = Path(__file__).parent.parent / "fixtures" / "twilio_messages_openapi.json"
PATH = "/2010-04-01/Accounts/{AccountSid}/Messages.json"
_READERS = {
    "integer": int,
    "number": float,
    "boolean": lambda text: {"true": True, "false": False}[text.lower()],
}


class MessagesApi:
    """Twilio's description of the Messages resource."""

    def __init__(self) -> None:
        self._description = _with_nulls(json.loads(DESCRIPTION.read_text(encoding="utf-8")))
        self._operations = self._description["paths"][PATH]

    def problems_of_creation(self, account: str, fields: list[tuple[str, str]]) -> list[str]:
        """What is wrong with a POST; empty where nothing is."""
        schema = self._operations["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"][
            "schema"
        ]
        return self._problems_of_account(account) + self._problems(
            schema, _as_object(schema, fields, self._resolved)
        )

    def problems_of_listing(self, account: str, query: list[tuple[str, str]]) -> list[str]:
        """What is wrong with a GET; empty where nothing is."""
        named = [each for each in self._operations["get"]["parameters"] if each["in"] == "query"]
        schema = {"type": "object", "properties": {each["name"]: each["schema"] for each in named}}
        return self._problems_of_account(account) + self._problems(
            schema, _as_object(schema, query, self._resolved)
        )

    def problems_of_resource(self, resource: dict[str, Any]) -> list[str]:
        """What is wrong with a Message as the fake gives it back."""
        return self._problems({"$ref": "#/components/schemas/api.v2010.account.message"}, resource)

    def _problems_of_account(self, account: str) -> list[str]:
        return self._problems(self._operations["post"]["parameters"][0]["schema"], account)

    def _problems(self, schema: dict[str, Any], value: Any) -> list[str]:
        closed = {**schema, "additionalProperties": False} if "properties" in schema else schema
        resolver = RefResolver.from_schema(self._description)
        return [error.message for error in Draft7Validator(closed, resolver=resolver).iter_errors(value)]

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        name = schema.get("$ref", "").rpartition("/")[2]
        return self._description["components"]["schemas"][name] if name else schema


def _with_nulls(node: Any) -> Any:
    """OpenAPI 3.0's `nullable` in JSON Schema's own words."""
    if isinstance(node, list):
        return [_with_nulls(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {name: _with_nulls(value) for name, value in node.items()}
    if made.pop("nullable", False) is True:
        made["type"] = [made["type"], "null"]
    return made


def _as_object(schema: dict[str, Any], fields: list[tuple[str, str]], resolved: Any) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, text in fields:
        kind = resolved(schema["properties"].get(name, {})).get("type")
        if kind == "array":
            made.setdefault(name, []).append(text)
        else:
            made[name] = _read(kind, text)
    return made


def _read(kind: Any, text: str) -> Any:
    try:
        return _READERS[kind](text) if kind in _READERS else text
    except (ValueError, KeyError):
        return text  # the schema then says what is wrong
