"""Wage disputes and injuries: facts in; routes, deadlines and next steps out. Pure: no database, no clock, no texts sent.

One file a kind of case; `advice.py` asks them in turn. Every rule is a row of bot/data/law/*.yml.
"""
