"""Reads by which name the sender calls whoever owes the wages."""

from __future__ import annotations

import re
from typing import Iterator, Optional, Set, Tuple

from bot.nlu.reading import Reading

_HAN = "[\u4e00-\u9fff]"
_SURNAME = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤涂鲁柯柳占詹舒阮闵喻游聂梅童殷饶甘"
    "洪施牛倪尚温齐岳翟晏祝敖左屈鄢查裴季骆管兰库鲍俞庞项葛颜冉庄桂匡]"
)
_BOSS = "(?:大老板|老板娘|老板|包工头|工头|包头|大包|二包|总包|项目经理|经理|负责人|队长|班组长|班长|带班的?)"
_TITLE = (
    "(?:大?老板娘?|包工头|工头|包头|总包|项目经理|经理|队长|厂长|店长|工长|场长|班组长|班长|组长|主任|掌柜|大包|带班|监工"
    "|总(?![工共是体算的部数额之计和有归得会要]))"
)
# What comes behind a name: none of it is part of one.
_NEXT = "(?=$|[^\u4e00-\u9fff]|[欠拖跑不没的在还就说是一给把找承手人也都那这总让答带请扣赖躲骗克联失今上从到他我们])"
_NAMING = "[^\\W的是了在给跟说那这和也都就还被叫让欠姓有不没我他你]"
_GIVEN = f"(?:某某?|{_HAN}{{1,2}}?{_NEXT})"

_PERSONS = (
    re.compile(f"姓{_SURNAME}的?[女男大小]?{_BOSS}"),
    re.compile(f"{_BOSS}(?:名叫|叫做?|名字叫|名字是|是)(?:个)?(?P<name>{_SURNAME}{_GIVEN})(?<!的)"),
    re.compile(f"{_BOSS}:?(?:老{_SURNAME}{_NEXT}|{_SURNAME}(?!{_TITLE}){_GIVEN})"),
    re.compile(f"[小老大]?(?!项目|高级|常务|平时|于是|方便){_SURNAME}(?:某某?|{_NAMING}{{1,2}})??{_TITLE}"),
    re.compile(f"{_BOSS}是?姓{_SURNAME}"),
    re.compile(f"{_BOSS}[^,。;]{{0,6}}?(?P<name>姓{_SURNAME})"),
    re.compile(f"姓{_SURNAME}的"),
    re.compile(
        f"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[个叫是跟]))(?!公司){_SURNAME}{_NAMING}{{1,2}}(?=欠|拖欠|不给我|没给我|跑路)"
    ),
    re.compile(
        f"(?<![古元长])老{_SURNAME}(?=$|[^\u4e00-\u9fff]|[欠拖跑不没还说给把躲赖骗扣那就一]|的(?:工地|队|班))"
    ),
    re.compile(f"(?<=[跟给找帮被是叫]){_SURNAME}(?:师傅|哥|姐|老?师傅)"),
    re.compile(f"{_SURNAME}(?:师傅|哥|姐)(?=欠|不给|没给|拖|跑|不结|没结)"),
)
_SELF = re.compile(r"(?:我是|我叫|我姓|本人|俺是|我们是|是我)$")

_OWES = re.compile(
    r"[\u4e00-\u9fff]{0,3}?(?:欠|拖|[没不]给|[没不]结|[没不]发|跑|赖|扣|躲|失联|拉黑|不接|打不通)"
)

_FIRM = re.compile(
    "(?:有限责任公司|股份有限公司|有限公司|公司|集团|项目部|工程队|施工队|劳务队|建筑队|装修队|班组|物流(?![园公])|合作社|农场|养殖场|物业"
    "|餐馆|餐厅|饭店|饭馆|酒楼|酒店|宾馆|大排档|火锅店|早餐店|面馆|烧烤店|足浴店|茶楼|网吧|洗车店|修理厂|奶茶店|超市|家政|搅拌站|幼儿园|养老院|敬老院"
    "|(?:服装|制衣|电子|食品|砖|鞋|家具|机械|纺织|塑料|加工|玻璃|五金|印刷|包装|石材|纸箱|玩具|汽配|化工|药|木材|板材)?厂(?![长房里家]))"
    "(?:[^\\W的在给欠拖不没是老]{0,8}?(?:公司|项目部))?"
)
_STATE_BUILDER = re.compile(
    "中(?:国)?(?:建|铁|交|冶|核|电建)[一二三四五六七八九十]{1,3}局(?:[\u4e00-\u9fff]{0,6}?(?:公司|项目部))?"
)
_CALLED = re.compile(
    f"(?:公司|单位)(?:名字)?(?:是|叫做?|名叫)(?P<name>{_NAMING}{{3,16}})(?=$|[^\u4e00-\u9fff])"
)
_CUT = re.compile(
    "^.*(?:[^\u4e00-\u9fffa-z0-9]|[在给帮跟被去到欠叫告是的了我你他她找说这那哪某从让替个姓把干做为要回]|[一这那我]家|老板|投诉|举报|因为|我们)"
)
_LEADING = re.compile("^[进来往于由与和向问又被就都也]")
_GENERIC = re.compile(
    r"\d+[年月日]?|[一二两三四五六七八九十几]+家|虽然|但是|然而|如果|小区|上下班|出院|后|无|劳务派遣|人力资源|劳务|建筑|装饰|装修|建材|物流|家政|快递|外卖|保洁|保安|物业|建设|工程|人力|派遣|有限|责任|外包|中介|搬家|餐饮|服务"
    "|当地|附近|村里|镇上|县里|市里|区里|乡里|工地|私人|朋友|老乡|亲戚|自己|前面|原来|以前|之前|现在|几家|两家|新|小|大|本|该|贵|分|总|国营|正规"
    "|服装|电子|食品|机械|化工|家具|纺织|加工|工|进|旅游|办事处|街道|社区|旁边|门口|隔壁|对面|网络|科技|传媒|婚庆|今天|昨天|明天|中餐|西餐|自助|公司|没有|还有|不是|所有|什么|怎么|有|开|卖|\u3000"
)


def read_employer_name(reading: Reading) -> Optional[str]:
    """Sets `employer_name` to the words by which the message calls the one who owes: a firm by its whole name, else
    a boss (“王老板”, “姓王的老板”, “包工头王某”). Bare “老板” or “公司” names nobody. Hands the name back.
    """
    name = next(_firms(reading), None) or _person(reading)
    if name:
        reading.fields["employer_name"] = name
    return name


def _firms(reading: Reading) -> Iterator[str]:
    text = reading.text
    unnamed = reading.rest(*_kinds_but(reading, "place", "trade"))
    yield from (match[0] for match in _STATE_BUILDER.finditer(text))
    for start, name_end, end in [*_headed(text), *_spans(_CALLED, text)]:
        own = _GENERIC.sub("", unnamed[start:name_end])
        if len(own) > 1 and own.strip():
            yield text[start:end]


def _headed(text: str) -> Iterator[Tuple[int, int, int]]:
    """Start of the name, end of its own part and end of the whole, of each word for a kind of firm."""
    for match in _FIRM.finditer(text):
        head = _CUT.sub("", text[max(0, match.start() - 14) : match.start()])
        head = _LEADING.sub("", head)
        yield match.start() - len(head), match.start(), match.end()


def _spans(pattern: "re.Pattern[str]", text: str) -> Iterator[Tuple[int, int, int]]:
    for match in pattern.finditer(text):
        yield match.start("name"), match.end("name"), match.end("name")


def _person(reading: Reading) -> Optional[str]:
    text = reading.rest(*_kinds_but(reading, "place"))  # 黄石老板 is a boss from 黄石, not Mr 黄
    found = [match for pattern in _PERSONS for match in pattern.finditer(text)]
    found = [match for match in found if not _SELF.search(text[: match.start()])]
    owing = [match for match in found if _OWES.match(text, match.end())]
    for match in owing or found:
        return match.groupdict().get("name") or match[0]
    return None


def _kinds_but(reading: Reading, *kinds: str) -> Set[str]:
    return {span.kind for span in reading.spans} - set(kinds)
