"""The number of people and the sender's age."""

from __future__ import annotations

import re

from bot.nlu.numbers import FIGURES, NUMBER, read_number, unclaimed_figures
from bot.nlu.people import find_people
from bot.nlu.reading import Reading
from bot.nlu.unpaid import speaks_of_unpaid

_OTHERS = (
    "儿子|女儿|老伴|丈夫|妻子|孩子|小孩|伢|娃|爸|妈|父|母|老婆|媳妇|堂客|老公|爱人|对象|[他她]|老人|老[爷奶]|婆婆|公公|爷|奶|弟|哥|姐|妹|老头|老板|工友|老乡|徒弟|同事|"
    "客户|雇主|病人"
)
_SUBJECT = re.compile(
    rf"(?P<own>本人|(?<![叫帮让给跟问替找和])[我俺](?!{_OTHERS}|[们的]?(?:屋里|家)))|(?P<other>{_OTHERS})"
)
_CHILD = re.compile("儿子|女儿|老伴|丈夫|妻子|孩子|小孩|伢|娃|老人|客户|雇主|病人|老板|工友|同事|徒弟")
_LIMIT_BEFORE = re.compile(
    rf"(?:[{FIGURES}][-~到至]|不超过|最[大小高低]|[小大低高]于|超过|满|限|要求|[到过]了?|岁[-~到至])$"
)
_LIMIT_BEHIND = re.compile(
    rf"[多几来]?周?岁?(?: ?[-~到至] ?[{FIGURES}]|(?:及)?以[上下内前后]|之[内前]|内|往[上下]|封顶)"
)
_YEARS = re.compile("[多几来]?(?:周岁|岁(?!数|就|开始|那年|时|的时候|起|出来|学))")
_OF_OTHERS = re.compile("的?(?:老|婆|爷|奶|小|宝|妈|爸|病)")
_STATED = re.compile(r"(?:今年|虚岁|周岁|现年|年[龄纪](?:改[成为])?|快|奔)(?:是|[:已经都快有满到, ])*$")
_SAID = re.compile(
    r"(?:[我俺]|本人)(?:今年|都|也|已经|快|男的?|女的?|[ ,])*$|(?:^|[,。 ])(?:男|女)的?[, :]?$|都是?$"
)
_SAID_BEHIND = re.compile(r"[多几来]?(?:了|岁|出头|左右|挂零)*(?=$|[,。;!? 我会能做想住还身在有男女他她])")
_CORRECTED = re.compile(r"(?<!不)是$")
_STILL_WANTED = re.compile("了?的?人?(?:还|能不能|可不可以|可以吗|行不行|行吗|要不要|要吗|有没有人要|有人要)")
_PROFILE = re.compile("我叫|姓名|本人|大专|初中|高中|小学|(?:^|[,。 ])[男女](?=[,。 ]|$)")
_ALONE_BEFORE = re.compile("(?:^|[,。 ])$")
_ALONE_BEHIND = re.compile(r"[多几来]?(?:了|出头|挂零)?(?=[,。 ]|$)")
_NO_AGE = re.compile(
    r"[多几来]? ?(?:[月日号天年个元块名位点分里%:/.-]|小时|平|斤|公里|人(?!还)|楼|层|路|万|千|百|钱|一)"
)
_HIRING = re.compile("招(?!呼)|诚聘|招聘|急招")


def read_headcount(reading: Reading) -> None:
    """Sets headcount, unless the message speaks of unpaid wages (then read_owed counts); claims 'headcount'."""
    if speaks_of_unpaid(reading.text):
        return
    counts = find_people(unclaimed_figures(reading))
    if not counts:
        return
    reading.fields["headcount"] = sum(count.value for count in counts)
    for count in counts:
        reading.claim(count.start, count.end, "headcount")


def read_age(reading: Reading) -> None:
    """Sets age, the sender's own in years; limits of an employer and the age of others are none. Claims 'age'."""
    text = unclaimed_figures(reading)
    for number in NUMBER.finditer(text):
        age = read_number(number[0])
        if age is None or not 14 <= age <= 90 or age != int(age):
            continue
        end = _age_end(reading, text, number)
        if end is not None:
            reading.fields["age"] = int(age)
            reading.claim(number.start(), end, "age")
            return


def _age_end(reading: Reading, text: str, number: re.Match[str]) -> int | None:
    """Where the age that begins with this number ends; None where it is no age or not the sender's."""
    before, end = text[: number.start()], number.end()
    if _LIMIT_BEFORE.search(before) or _LIMIT_BEHIND.match(text, end):
        return None
    years = _YEARS.match(text, end)
    stated = bool(years) and not _OF_OTHERS.match(text, years.end())
    if not years and not _NO_AGE.match(text, end):
        stated = _is_said(text, before, number)
    own = _is_own(before)
    hiring = reading.role == "employer" or _HIRING.search(text)
    if not stated or own is False or (hiring and not own):
        return None
    return years.end() if years else end


def _is_said(text: str, before: str, number: re.Match[str]) -> bool:
    """An age without 岁: “今年58”, “我62了”, “65的人还要不要”, “木工,五十三了”."""
    end = number.end()
    if _STATED.search(before) or (_SAID.search(before) and _SAID_BEHIND.match(text, end)):
        return True
    if _CORRECTED.search(before):
        return "不是" in text and bool(re.search("年[龄纪]|岁", text))
    if not _ALONE_BEFORE.search(before):
        return False
    alone = _ALONE_BEHIND.match(text, end)
    spelled = number[0][0] in "三四五六七八" and number.start() > 0
    told = alone and (alone[0].endswith("了") or spelled or _PROFILE.search(text))
    return bool(told or (int(read_number(number[0]) or 0) >= 45 and _STILL_WANTED.match(text, end)))


def _is_own(before: str) -> bool | None:
    """Whose age it is, by whoever was named last: True the sender's, False somebody else's, None nobody named."""
    subject = None
    for subject in _SUBJECT.finditer(before):
        pass
    if subject is None:
        return None
    if subject["own"]:
        return True
    far = re.search("[,。;!?]", before[subject.end() :])
    return None if far and _CHILD.match(subject[0]) else False
