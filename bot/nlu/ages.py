"""The sender's age: “58了”, “今年六十一”, “木工,五十三”, “我是68年的”."""

from __future__ import annotations

import re

from bot.nlu.numbers import AMOUNT, FIGURES, NUMBER, read_number, unclaimed_figures
from bot.nlu.reading import Reading

_UNITS = "零一二三四五六七八九"
_DIGITS = str.maketrans(_UNITS, "0123456789")
_FAR = "儿子|女儿|姑娘|闺女|孩子|小孩|伢|娃|老人|客户|雇主|病人|老板|工友|同事|徒弟"  # nobody finds work for them
_OTHERS = (
    f"{_FAR}|老伴|丈夫|妻子|爸|妈|父|母|老婆|媳妇|堂客|老公|爱人|对象|[他她]|老[爷奶头]|婆婆|公公|爷|奶|弟|哥|姐|妹|老乡|叔"
    "|舅|侄"
)
_SUBJECT = re.compile(
    rf"(?P<own>本人|(?<![叫帮让给跟问替找和])[我俺](?!{_OTHERS}|[们的]?(?:屋里|家)))|(?P<other>{_OTHERS})"
)
_BOTH = re.compile(f"[我俺](?:和|跟|与|还有)我?(?:{_OTHERS})[^,。;!?]{{0,4}}都[是快已经]*$")
_IS_FAR = re.compile(_FAR)
_LIMIT_BEFORE = re.compile(
    rf"(?:[{FIGURES}][-~到至]|不超过|不到|最[大小高低]|[小大低高]于|超过|(?<!刚)满|限|要求|[到过]了?|岁[-~到至])$"
)
_LIMIT_BEHIND = re.compile(
    rf"[多几来]?周?岁?(?: ?[-~到至] ?[{FIGURES}]|及?以[上下内前后]|之[内前]|内|往[上下]|封顶)"
)
_YEARS = re.compile("[多几来]?(?:周岁|岁(?!数|就|开始|那年|时|的时候|起|出来|学))")
_OF_OTHERS = re.compile("的?[老婆爷奶小宝妈爸病]")
_STATED = re.compile(
    "(?:今年|虚岁|周岁|现年|年[龄纪](?:改[成为])?|年过|快|奔|嫌我|刚满|其实|实际)[:是已经都快有到整刚满, ]*$"
)
_SAID = re.compile(
    "(?:[我俺]|本人)(?:今年|都|也|已经|快|男的?|女的?|[ ,])*$|(?:^|[,。 ])[男女]的?[, :]?$|(?<![费钱款票])都是?$|(?:现在|如今)都?$"
)
_SAID_BEHIND = re.compile(
    "[多几来]?(?:岁|出头|左右|挂零|整)*(?:了|(?=$|[,。;!? 我会能做想住还身在有男女他她干看守也都要可找跑开]))"
)
_CORRECTED = re.compile("(?<!不)是$")
_AGE_WORD = re.compile("年[龄纪]|岁")
_STILL_WANTED = re.compile("了?的?人?(?:还|能不能|可不可以|可以吗|行不行|行吗|要不要|要吗|有没有人要|有人要)")
_PROFILE = re.compile(
    "我叫|姓名|本人|大专|初中|高中|小学|(?:^|[,。 ])[男女](?=[,。 ]|$)|[,。 ](?:家?住|会|做过|跑过|干过|当过|开过)|[a-c][123]证?(?=[,。 ]|$)"
    "|嫌.*年[纪龄]"
)
# “六十三的门卫”, “还要61的小工吗”: who writes it speaks of himself.
_WORKER_BEHIND = re.compile(
    "(?:[多几来]|出头)?岁?的(?:还?收|还?要|人|男|女|老|小工|大工|门卫|保安|保洁|阿姨|师傅|[木瓦泥电焊]工|钢筋工|司机)"
)
_WANTED = re.compile("(?<!不)[要收招]我?们?这?样?$")
_BORN = re.compile(
    rf"(?:[我俺是]|本人|(?:^|[,。 ])[男女]?[, ]?|出?生于)(?P<year>(?:19|20)\d\d|[4-9]\d|0\d|[五六七八九][{_UNITS}]|零[{_UNITS}])年"
    "(?:的(?=$|[,。;!? 人了])|出?生|[^,。;!? ]{1,6}生)"
)
_ALONE_BEFORE = re.compile("(?:^|[,。 ])$")
_ALONE_BEHIND = re.compile(
    "(?:(?P<sure>好?几|多|来|了|出头|挂零|整)+|)(?=[,。 ]|$)|(?P<told>(?:好?几|多|来|出头)?了)(?![^,。;!? ]{0,2}[个块元天])"
)
_BARE = re.compile(f"(?:^|[,。;/ 男女])({AMOUNT})(?=$|[,。;/ 男女])")
_NO_AGE = re.compile(
    "[多几来]? ?(?:[月日号天年个元块名位点分里%:/.-]|小时|平|斤|公里|人(?!还)|楼|层|路|万|千|百|钱|一)"
)
_HIRING = re.compile("(?<![有没冇还不])招(?!呼|[人工]?[吗不没])|诚聘|急招")  # no “还招人吗”
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
    _read_birth(reading)


def bare_age(reading: Reading) -> int | None:
    """The one number that may be an age, standing alone in a message that tells who somebody is: “退伍兵,63”."""
    text = unclaimed_figures(reading)
    if "age" in reading.fields or any(each["other"] for each in _SUBJECT.finditer(text)):
        return None
    ages = [read_number(match[1]) for match in _BARE.finditer(text)]
    return int(ages[0]) if len(ages) == 1 and ages[0] and 16 <= ages[0] <= 75 else None


def _read_birth(reading: Reading) -> None:
    """The age of who tells the own year of birth: the years between, whether or not the birthday has been."""
    born = _BORN.search(reading.text)
    if not born or _is_own(reading.text[: born.start("year")]) is False or reading.role == "employer":
        return
    digits = born["year"].translate(_DIGITS)
    age = reading.now.year - (int(digits) if len(digits) == 4 else _century(int(digits), reading.now.year))
    if 14 <= age <= 90:
        reading.fields["age"] = age
        reading.claim(*born.span("year"), "age")


def _century(year: int, now: int) -> int:
    """68 is 1968, 05 is 2005: nobody who writes is yet to be born."""
    return 2000 + year if 2000 + year < now else 1900 + year


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
    years = int(read_number(number[0]) or 0)
    worker = years >= 45 and _WORKER_BEHIND.match(text, end)
    if not _ALONE_BEFORE.search(before):
        return bool(worker and _WANTED.search(before))
    alone = _ALONE_BEHIND.match(text, end)
    spelled = number[0][0] in "三四五六七八" and (number.start() > 0 or years >= 40)
    if alone and (alone["sure"] or spelled or _PROFILE.search(text) or (alone["told"] and years >= 30)):
        return True
    return years >= 45 and bool(worker or _STILL_WANTED.match(text, end))


def _is_own(before: str) -> bool | None:
    """Whose age it is, by whoever was named last: the sender's, somebody else's (False), nobody named (None)."""
    named = list(_SUBJECT.finditer(before))
    if not named:
        return None
    last = named[-1]
    if last["own"] or _BOTH.search(before):
        return True
    gone = _CLAUSE_END.search(before, last.end())  # “我有两个孩子,今年45岁”
    return None if gone and _IS_FAR.match(last[0]) else False
