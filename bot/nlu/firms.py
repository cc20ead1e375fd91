"""Firms by their names: “鑫源物业”, “公司叫明天会更好家政”, “中建三局项目部”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.name_words import is_everyday
from bot.nlu.reading import Reading

_HAN = "[\u4e00-\u9fff]"
_FORMAL = "有限责任公司|股份有限公司|有限公司|公司|集团|项目部"
_KIND = re.compile(
    f"(?:{_FORMAL}|工程队|施工队|劳务队|建筑队|装修队|搬家队|班组|物流(?![园公])|合作社|农场|养殖场|物业"
    "|餐馆|餐厅|饭店|饭馆|酒楼|酒店|宾馆|大排档|火锅店|早餐店|面馆|烧烤店|足浴店|茶楼|网吧|洗车店|修理厂|奶茶店|超市|家政|搅拌站|幼儿园|养老院|敬老院"
    "|[果茶矿]业|云仓|实业|商贸|园林|科技|传媒|电商|生鲜|民宿|会所|健身房|驾校|庄园|农庄|山庄|车队|快递|制衣|服饰"
    "|(?:装饰|装修|建筑|劳务|农业|火锅|烧烤)(?=$|[,。;!? 欠拖不没老干做上打]|的老板)"
    "|(?:服装|制衣|电子|食品|砖|鞋|家具|机械|纺织|塑料|加工|玻璃|五金|印刷|包装|石材|纸箱|玩具|汽配|化工|药|木材|板材)?(?<![进离出回到入全本该])厂(?![长房里家区外内门商]))"
    f"(?:[^\\W的在给欠拖不没是老说和跟把]{{0,8}}?(?:{_FORMAL}))?"
)
_STATE_BUILDER = re.compile(
    f"中(?:国)?(?:建|铁|交|冶|核|电建)[一二三四五六七八九十]{{1,3}}局(?:{_HAN}{{0,6}}?(?:公司|项目部))?"
)
_NAMING = "[^\\W的是了在给跟说那这和也都就还被叫让欠姓有不没我他你]"
_CALLED = re.compile(
    f"(?:公司|单位|[工厂]厂?|店|名字)(?:名字)?(?:是|叫做?|名叫)(?P<name>{_NAMING}{{3,16}})(?=$|[^\u4e00-\u9fff])"
)
# What cannot stand inside a name: the name begins behind the last of it.
_CUT = re.compile(
    "^.*(?:[^\u4e00-\u9fffa-z0-9]|[在给帮跟被去到欠叫告是的了我你您他她它们找说讲这那哪某从让替个姓把干做为要回不没算盖自号月进喊与]"
    "|[一这那我]家|老板|投诉|举报|因为|反映|负责|但是|如果|听说|以及|还有|来自|属于|隶属|现在|时候|[店厂家屋]里|修建|承建|本人系|该|离开)"
)
_LEADING = re.compile("^[来往于由和向问又就都也同对并其另年日天人上下里内外边叫]")
_GENERIC = re.compile(
    r"\d+[年月日]?|[一二两三四五六七八九十几]+家|虽然|小区|上下班|出院|后|无|劳务派遣|人力资源|劳务|建筑|装饰|装修|建材|物流|家政|快递|外卖|保洁|保安"
    "|物业|建设|工程|人力|派遣|有限|责任|外包|中介|搬家|餐饮|服务|当地|附近|村里|镇上|县里|市里|区里|乡里|工地|私人|朋友|老乡|亲戚|自己|前面|原来"
    "|以前|之前|几家|两家|新|小|大|本|该|贵|分|总|国营|正规|服装|电子|食品|机械|化工|家具|纺织|加工|工|旅游|办事处|街道|社区|旁边|门口|隔壁|对面"
    "|网络|科技|传媒|婚庆|今天|昨天|明天(?!会)|中餐|西餐|自助|公司|什么|怎么|有|开|卖|连锁|品牌|合伙|母婴|月嫂|陪护|护工|汽车|零件|配件|外地|本地|大型|小型|专业|知名|别的|另外|其他|同一|民营|私营|国有|外省|\u3000"
)
_PLACED = re.compile(f"(?:{_FORMAL})$")  # such a name may begin with its place, a shop's does not


def firms(reading: Reading) -> Iterator[str]:
    """The names of firms in a message, in order; a mere kind of firm (“耳机厂”, “保洁公司”) is none."""
    text = reading.text
    unnamed = reading.rest(*({span.kind for span in reading.spans} - {"place", "trade"}))
    yield from (match[0] for match in _STATE_BUILDER.finditer(text))
    for start, name_end, end in [*_headed(text), *_called(text)]:
        own = _GENERIC.sub("", unnamed[start:name_end])
        if len(own) > 1 and not is_everyday(own) and not is_everyday(unnamed[start:name_end]):
            yield text[_begin(reading, start, end) : end]


def _headed(text: str) -> Iterator[tuple[int, int, int]]:
    """Start of the name, end of its own part and end of the whole, of each word for a kind of firm."""
    for match in _KIND.finditer(text):
        head = _CUT.sub("", text[max(0, match.start() - 14) : match.start()])
        head = _LEADING.sub("", head)
        yield match.start() - len(head), match.start(), match.end()


def _called(text: str) -> Iterator[tuple[int, int, int]]:
    for match in _CALLED.finditer(text):
        yield match.start("name"), match.end("name"), match.end("name")


def _begin(reading: Reading, start: int, end: int) -> int:
    """Behind the place where a shop stands: “襄州喜多多酒楼” is 喜多多酒楼."""
    if _PLACED.search(reading.text[start:end]):
        return start
    ends = [
        span.end for span in reading.spans if span.kind == "place" and span.start <= start < span.end < end
    ]
    return max(ends, default=start)
