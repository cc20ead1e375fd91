"""Who owes: a phone number, the general contractor, a name put right; for whom somebody else reports."""

from __future__ import annotations

import re
from typing import Optional

_PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_OWN_PHONE = re.compile(r"(?:我的?|本人)(?:的)?(?:手机|电话|号码|联系方式)?(?:号码?)?(?:是|:)?$")
_NAME = "[\u4e00-\u9fff]"
_CONTRACTOR = (
    re.compile(rf"(?:总包|总承包)(?:方|单位|公司)?(?:是|叫|为|:)({_NAME}{{2,20}})"),
    re.compile(rf"({_NAME}{{2,16}}?)(?:是|做|当)?的?(?:总包|总承包)"),
)
_NOT_ONE = re.compile("^(?:不知|不晓|没|是|找|这|那|工地|我们?|谁|哪)")
_OWING = re.compile(
    rf"(?:^|[,，。;\s])({_NAME}{{2,14}}?)(?:[也还又]|总共|一共|一直)*(?:拖?欠|不给|没给|不发|没发|不结|没结)了?[我俺咱着]"
)
_LEAD = re.compile("^(?:那个|这个|那家|这家|另外|还有|就是|我?在|我?给|我?跟着?|我?帮|是)")
_NOBODY = re.compile(
    "[我你他她它谁们不没都也就钱月天年块元]|工资|工钱|老板|工头|老公|老婆|家里|单位|上家|人家|对方|厂里|有人|公司$"
)
_CALLED = re.compile(rf"姓({_NAME})(?=$|[\s,，。、\d])")
_SITE = re.compile("工地|楼盘|项目部|施工|盖楼|脚手架|总包|建筑队")
_RIGHTED = (
    re.compile(rf"不是?[姓叫是]({_NAME}{{1,3}})[,，]?\s*(?:是|而是)?[姓叫是]({_NAME}{{1,3}})"),
    re.compile(rf"[姓叫是]({_NAME}{{1,3}}?)[,，]?\s*不是?[姓叫]({_NAME}{{1,3}})"),
)
_KIN = (
    "老公|老婆|爱人|丈夫|妻子|媳妇|儿子|女儿|爸爸?|妈妈?|父亲|母亲|公公|婆婆|岳父|弟弟?|哥哥?|姐姐?|妹妹?|老爸|老妈"
    "|老头子?|叔叔?|舅舅?|老乡|屋里人"
)
_FOR = re.compile(rf"(?:我|我家|俺|替我|帮我)的?({_KIN})(?!和我|跟我|欠)")
_BARE = re.compile(rf"^(?:(?:老板|他|包工头|工头)?(?:姓|叫|是|名字叫))?({_NAME}{{2,4}})(?=$|[\s,，。、\d])")
_A_SUM = re.compile("[一二两三四五六七八九十百千万块元天月]")
_NO_NAME = re.compile("老板|不|没|知|的|工|个|我|他|钱|块|千|百|万|天|月|上|去|今|年")


def debtor_phone(text: str) -> Optional[str]:
    """A mobile number that is not called one's own."""
    for match in _PHONE.finditer(text):
        if not _OWN_PHONE.search(text[: match.start()]):
            return match[0]
    return None


def contractor(text: str) -> Optional[str]:
    """The company that is named as general contractor."""
    for pattern in _CONTRACTOR:
        match = pattern.search(text)
        if match and not _NOT_ONE.search(match[1]):
            return match[1]
    return None


def on_site(text: str) -> bool:
    """True where the work was on a building site."""
    return bool(_SITE.search(text))


def righted(text: str, known: Optional[str]) -> Optional[str]:
    """“老板姓李不姓王”: the right name in the form in which the wrong one is kept (“王老板” -> “李老板”)."""
    match = _RIGHTED[0].search(text)
    wrong, right = (match[1], match[2]) if match else (None, None)
    if not match:
        match = _RIGHTED[1].search(text)
        right, wrong = (match[1], match[2]) if match else (None, None)
    if not (wrong and right) or _A_SUM.search(wrong + right):
        return None
    if known and wrong in known:
        return known.replace(wrong, right, 1)
    return f"姓{right}的老板" if len(right) == 1 else right


def on_behalf(text: str) -> Optional[str]:
    """“我老公在工地…”: for whom it is reported."""
    match = _FOR.search(text)
    return match[1] if match else None


def owing(text: str) -> Optional[str]:
    """The subject of “欠我”: a shop or a nickname that no list knows (“小红饭馆欠我2600”)."""
    match = _OWING.search(text)
    name = _LEAD.sub("", match[1]) if match else ""
    return name if len(name) > 1 and not _NOBODY.search(name) else None


def bare_name(text: str) -> Optional[str]:
    """“陈建国”, “姓刘” as the answer to who; titles are read elsewhere."""
    called = _CALLED.search(text)
    if called:
        return f"姓{called[1]}"
    match = _BARE.search(text.strip())
    return match[1] if match and not _NO_NAME.search(match[1]) else None


def same(one: str, other: str) -> bool:
    """Whether two ways of calling mean one debtor: “王老板” and “王总”, “宏远公司” and “宏远建筑公司”."""
    if one in other or other in one:
        return True
    a, b = _core(one), _core(other)
    if not a or not b:
        return False
    return a in b or b in a or (min(len(a), len(b)) == 1 and a[0] == b[0])


def is_firm(name: str) -> bool:
    """A company, a shop, a works; else a person."""
    return bool(_FIRM.search(name))


def _core(name: str) -> str:
    return _TITLE.sub("", _FIRM.sub("", name))


_FIRM = re.compile(
    "有限|公司|集团|项目部|工程队|施工队|劳务队?|建筑队?|装修队?|合作社|农场|物业|餐馆|餐厅|饭店|酒店|超市|家政|厂|店$"
)
_TITLE = re.compile(
    "老板娘?|包工头|工头|包头|总包|项目经理|经理|队长|厂长|店长|班长|组长|主任|带班的?|负责人|师傅|[姓的叫是男女个老小大总哥姐]"
)
