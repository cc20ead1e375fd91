"""Figures that are neither pay nor a date: phones, card numbers, floors, lines, sizes, years of practice, fees."""

from __future__ import annotations

import re
import unicodedata

from bot.nlu.numbers import FIGURES, NUMBER
from bot.nlu.reading import BLANK, Reading

_SPOKEN = "零〇幺一二三四五六七八九"
_SPOKEN_DIGITS = str.maketrans(_SPOKEN, "001123456789")
_MOBILE = r"(?<![\d.])(?:(?:\+|00)?86[- ]{0,2})?1[3-9]\d(?:[ -]{0,2}\d){8}(?!\d)"
_SPOKEN_MOBILE = f"(?<![{_SPOKEN}])[幺一][三四五六七八九][{_SPOKEN}]{{9}}(?![{_SPOKEN}])"
_LANDLINE = r"(?<!\d)(?:\+?86[- ]?)?\(?0(?:10|2\d|[3-9]\d{2})\)?[- ]?[2-8]\d{2,3}[- ]?\d{4}(?!\d)"
_ABROAD = r"(?<!\d)\+(?!86)[1-9]\d{7,14}(?!\d)"
_PHONE = re.compile(f"{_MOBILE}|{_SPOKEN_MOBILE}|{_LANDLINE}|{_ABROAD}")

_CODES = re.compile(
    "|".join(  # one kind of code a line
        (
            r"(?:https?://|www\.)[a-z0-9./?=&%#:~_+-]+",
            r"[a-z0-9-]+\.(?:com|cn|net|top|cc)(?![a-z])[a-z0-9/?=&._-]*",
            r"(?:qq|微信|vx|wx|v信|薇|邮箱)(?:号码?|群|同号)?[是:加]? ?(?:[a-z][a-z0-9_-]{4,19}|\d{6,12})",
            r"(?:验证码|取件码|提货码|工号|尾号|邮编|编号|车牌)[是为:]? ?[a-z0-9-]{3,}|鄂[a-z][a-z0-9]{5,6}",
            r"(?<!\d)\d{6} ?\d{8} ?\d{3}[\dx](?![\da-z])|(?<!\d)\d{3,6}\*{4,}\d{0,3}[\dx]",  # identity card
            r"(?<!\d)\d{4}(?: \d{4}){3}(?: \d{1,3})?(?!\d)|(?<!\d)\d{9,}",  # bank card, order number
            _PHONE.pattern,
            r"(?<!\d)(?:[48]00[- ]?\d{3}[- ]?\d{4}|打1(?:10|19|20)|123\d\d|12580)(?!\d)",  # hotlines
            r"4050(?=人员|补贴|灵活)",  # the age group of an employment policy
            r"(?<=[路街道巷弄])\d+号(?![线前后开])",
            r"[1一]米[5-9五六七八九][\d一二三四五六七八九]?",  # how tall somebody is
        )
    )
)

_WHERE = (
    r"号(?:线|楼|门|院)|号(?=地块|仓|库|厂|车间|馆|口|桥|码头|工地)|栋|幢|单元|标段|室(?![内外])|期(?=工程|项目|工地)"
    r"|层(?!次)|楼(?![盘梯板])|(?<=\d)路(?![费远程口边])"
)
_SIZE = (
    r"个?(?:平方?米?|平米)(?![均时安台整常])|m2|公里|千米|km|米(?!厂)|厘米|cm|mm|毫米|立方米?|吨|公?斤|kg"
    r"|方(?![便向案式面])|亩|升|瓦(?![工匠])|度|码(?!头)|寸|kw|%|成新|折(?!叠)|分之|g(?![a-z])|型|款|马力"
    r"|(?=挖机)|的(?=[大小]?(?:挖|吊|铲|勾机))"
)
_HOURS = r"个?半?(?:小时|钟头)|个钟|分钟|h(?![a-z])"
_AFTER = re.compile(f"[多来几]? ?(?:{_WHERE}|{_SIZE}|{_HOURS})")
_PRICED = re.compile(r"个?(?:平|方|m2|吨|公?斤|kg|亩|米|小时|钟|立方|h)")
_BEFORE = re.compile(r"(?:楼|负|身高[^\d,]?|体重[^\d,]?|百分之|分之|(?<![a-z])[abcdgmv])$")
_MACHINE = re.compile(r"(?:挖机?|铲车|会)开?开$")  # “会开两百的”: an excavator of size 200

_PRACTICE_BEFORE = re.compile(r"[干做搞开学当打来业过](?:了|过|快|有|将近)?$")
_PRACTICE_AFTER = re.compile(r"[多来几]?年(?![\d底初前后]|[一二三四五六七八九十]月)")
_PRACTICE = re.compile(r"[多来几]?年(?:以上|多|左右)?的?(?=\w{0,4}经验|工龄|驾龄|手艺|厨龄|老师傅)")

# Money that is no pay: deposits, fees, allowances, fines.
_EXTRA = (
    "押金|定金|订金|保证金|报名费|介绍费|中介费|体检费|服装费|工作服|住宿费|房租|租金|水电费|电费|车费|路费|车票|伙食费|餐费"
    "|餐补|饭补|房补|补贴|补助|津贴|奖励|奖金?|红包|利润|返费|返现|商保|罚款?|学费|培训费|资料费|手续费|会费|话费|医药费"
    "|医疗费"
)
_COST_BEFORE = re.compile(
    f"(?:(?<![报包含管免加和跟及与、])(?:{_EXTRA})(?:[了的是收要交:一共每人大约]|[罚扣收了]我){{0,4}}|(?<!现金)交[了我]?)$"
)
_COST_AFTER = re.compile(f"[多来几]?(?:(?:元|块钱?)的?|的)(?:{_EXTRA})(?![另报包全自])|押金")
_COST_REST = re.compile(r"[多来几]?(?:元|块钱?)?(?:左右)?(?:[/每一](?:个?月|天|人|次))?")

_SPAN_BEFORE = re.compile(r"[\d一二三四五六七八九十]号?[-到至~]$")  # 1号到3号仓库盘点: the second is a day

_HINT = re.compile(f"[{FIGURES}]|www|http|qq|信|[vw]x")


def mask_noise(reading: Reading) -> None:
    """Claims, as 'mask', what must not be read as pay, count, age or date. Runs first."""
    text = reading.text
    if not _HINT.search(text):
        return
    chars = list(text)
    for match in _CODES.finditer(text):
        reading.claim(match.start(), match.end(), "mask")
        chars[match.start() : match.end()] = BLANK * len(match[0])
    text = "".join(chars)
    for number in NUMBER.finditer(text):
        end = _noise_end(text, number)
        if end is not None:
            reading.claim(number.start(), end, "mask")


def _noise_end(text: str, number: re.Match[str]) -> int | None:
    """Where the noise that begins with this number ends; None where the number may mean something."""
    before = text[max(0, number.start() - 10) : number.start()]
    cost = _COST_AFTER.match(text, number.end())
    if not cost and _COST_BEFORE.search(before):
        cost = _COST_REST.match(text, number.end())
    practice = _PRACTICE.match(text, number.end())
    if not practice and _PRACTICE_BEFORE.search(before):
        practice = _PRACTICE_AFTER.match(text, number.end())
    noise = cost or practice or _measure(text, number)
    if noise:
        return noise.end()
    machine = _MACHINE.search(before) and text.startswith("的", number.end())
    return number.end() if machine or _BEFORE.search(before) else None


def _measure(text: str, number: re.Match[str]) -> re.Match[str] | None:
    after = _AFTER.match(text, number.end())
    if (
        after
        and after[0].lstrip().startswith("号")
        and _SPAN_BEFORE.search(text, max(0, number.start() - 4), number.start())
    ):
        return None
    if after and number[0] in ("1", "一") and _PRICED.match(after[0]):
        return None  # “一平方40” names the unit of a price
    return after


def find_phones(text: str) -> list[str]:
    """Phone numbers in any text, as E.164 (“+8613800001234”, “+862787654321”), in order, each once."""
    plain = unicodedata.normalize("NFKC", text)
    return list(dict.fromkeys(_e164(match[0]) for match in _PHONE.finditer(plain)))


def _e164(written: str) -> str:
    digits = re.sub(r"\D", "", written.translate(_SPOKEN_DIGITS))
    if written.startswith("+") and not digits.startswith("86"):
        return f"+{digits}"
    national = re.sub(r"^(?:00)?86(?=0?\d{10})", "", digits)
    return f"+86{national.removeprefix('0')}"
