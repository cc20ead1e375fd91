"""What speaks against publishing a posting. Pure functions of its facts and a little background.

`rules.review` runs them all. Each rule is a file with a function `check(facts, background)` that yields findings; a new
one is added to the list in rules.py. Statutes are cited as they stood: 劳动法 (2018-12-29), 劳动合同法 (2012-12-28),
就业促进法 (2015-04-24), 妇女权益保障法 (2022-10-30), 人力资源市场暂行条例 (2018-06-29), 禁止使用童工规定 (2002-10-01).
"""
