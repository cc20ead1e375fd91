"""The sender's age: “58了”, “今年六十一”, “木工,五十三”, “我是68年的”."""

from __future__ import annotations

import re

from bot.nlu.numbers import FIGURES, NUMBER, read_number, unclaimed_figures
from bot.nlu.reading import Reading

_FAR = "儿子|女儿|姑娘|闺女|孩子|小孩|伢|娃|老人|客户|雇主|病人|老板|工友|同事|徒弟"  # nobody finds work for them
_OTHERS = (
    f"{_FAR}|老伴|丈夫|妻子|爸|妈|父|母|老婆|媳妇|堂客|老公|爱人|对象|[他她]|老[爷奶头]|婆婆|公公|爷|奶|弟|哥|姐|妹|老乡|叔"
    "|舅|侄"
)
_SUBJECT = re.compile(
    rf"(?P<own>本人|(?<![叫帮让给跟问替找和])[我俺](?!{_OTHERS}|[们的]?(?:屋里|家)))|(?P<other>{_OTHERS})"
)
_IS_FAR = re.compile(_FAR)
_LIMIT_BEFORE = re.compile(
    rf"(?:[{FIGURES}][-~到至]|不超过|不到|最[大小高低]|[小大低高]于|超过|(?<!刚)满|限|要求|[到过]了?|岁[-~到至])$"
)
_LIMIT_BEHIND = re.compile(
    rf"[多几来]?周?岁?(?: ?[-~到至] ?[{FIGURES}]|及?以[上下内前后]|之[内前]|内|往[上下]|封顶)"
)
_YEARS = re.compile("[多几来]?(?:周岁|岁(?!数|就|开始|那年|时|的时候|起|出来|学))")
_OF_OTHERS = re.compile("的?[老婆爷奶小宝妈爸病]")
_STATED = re.compile("(?:今年|虚岁|周岁|现年|年[龄纪](?:改[成为])?|快|奔)[:是已经都快有到整刚满, ]*$")
_SAID = re.compile(
    "(?:[我俺]|本人)(?:今年|都|也|已经|快|男的?|女的?|[ ,])*$|(?:^|[,。 ])[男女]的?[, :]?$|都是?$"
)
_SAID_BEHIND = re.compile("[多几来]?(?:了|岁|出头|左右|挂零)*(?=$|[,。;!? 我会能做想住还身在有男女他她])")
_CORRECTED = re.compile("(?<!不)是$")
_AGE_WORD = re.compile("年[龄纪]|岁")
_STILL_WANTED = re.compile("了?的?人?(?:还|能不能|可不可以|可以吗|行不行|行吗|要不要|要吗|有没有人要|有人要)")
_PROFILE = re.compile("我叫|姓名|本人|大专|初中|高中|小学|(?:^|[,。 ])[男女](?=[,。 ]|$)")
_ALONE_BEFORE = re.compile("(?:^|[,。 ])$")
_ALONE_BEHIND = re.compile("(?P<sure>好?几|多|来|了|出头|挂零)*(?=[,。 ]|$)")
_NO_AGE = re.compile(
    "[多几来]? ?(?:[月日号天年个元块名位点分里%:/.-]|小时|平|斤|公里|人(?!还)|楼|层|路|万|千|百|钱|一)"
)
_HIRING = re.compile("招(?!呼)|诚聘|招聘|急招")
_CLAUSE_END = re.compile("[,。;!?]")
_SIGHT = 80  # characters in which the person that an age belongs to is looked for


def read_age(reading: Reading) -> None:
    """Sets age, the sender's own in years, and claims 'age'; an employer's limits and others' ages are none."""
    text = unclaimed_figures(reading)
    for number in NUMBER.finditer(text):
        age = read_number(number[0]) if len(number[0]) < 4 else None
        if age is None or not 14 <= age <= 90 or age != int(age):
            continue
        end = _age_end(reading, text, number)
        if end is not None:
            reading.fields["age"] = int(age)
            reading.claim(number.start(), end, "age")
            return


def _age_end(reading: Reading, text: str, number: re.Match[str]) -> int | None:
    """Where the age that begins with this number ends; None where it is no age or not the sender's."""
    before, end = text[max(0, number.start() - _SIGHT) : number.start()], number.end()
    if _LIMIT_BEFORE.search(before) or _LIMIT_BEHIND.match(text, end):
        return None
    years = _YEARS.match(text, end)
    if years and not _OF_OTHERS.match(text, years.end()):
        end, stated = years.end(), True
    else:
        stated = not years and not _NO_AGE.match(text, end) and _is_said(text, before, number)
    own = _is_own(before)
    hiring = reading.role == "employer" or _HIRING.search(text)
    if not stated or own is False or (hiring and not own):
        return None
    return end


def _is_said(text: str, before: str, number: re.Match[str]) -> bool:
    """An age without 岁: “今年58”, “我62了”, “65的人还要不要”, “木工,五十三了”."""
    end = number.end()
    if _STATED.search(before) or (_SAID.search(before) and _SAID_BEHIND.match(text, end)):
        return True
    if _CORRECTED.search(before):
        return "不是" in text and bool(_AGE_WORD.search(text))
    if not _ALONE_BEFORE.search(before):
        return False
    alone = _ALONE_BEHIND.match(text, end)
    spelled = number[0][0] in "三四五六七八" and number.start() > 0
    if alone and (alone["sure"] or spelled or _PROFILE.search(text)):
        return True
    return int(read_number(number[0]) or 0) >= 45 and bool(_STILL_WANTED.match(text, end))


def _is_own(before: str) -> bool | None:
    """Whose age it is, by whoever was named last: the sender's, somebody else's (False), nobody named (None)."""
    named = list(_SUBJECT.finditer(before))
    if not named:
        return None
    last = named[-1]
    if last["own"]:
        return True
    gone = _CLAUSE_END.search(before, last.end())  # “我有两个孩子,今年45岁”
    return None if gone and _IS_FAR.match(last[0]) else False
