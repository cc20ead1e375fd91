"""Whether a message speaks of wages that were not paid, or not in full."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.nlu.numbers import FIGURES
from bot.nlu.reading import Reading

# Some are written as voice input spells them.
_WAGES = (
    "工资(?![条单])|工钱|工姿|工前|工自|工子|公资|薪|加班费|台班费|运费|人工费?|劳务费|血汗|辛苦钱|报酬|尾款"
)
_MONEY = f"{_WAGES}|钱|款|账"
_SUM = rf"(?:\d{{3,}}|[{FIGURES}]+[百千万])"
_IN_CLAUSE = "[^,。;!?]"
_IN_SENTENCE = "[^。;!?]"
# Not “收不收我”.
_NOT = "(?!(?<=收)不收|(?<=给)不给|(?<=发)不发|(?<=结)不结)(?:没有?|未|冇得?|莫得|不肯|拒不|不(?![是得管知要会用能敢可同该想]))"
_HAND = (
    "(?:支付|结算|结清|付清|发放|兑现|到账|到手|拿到?|收到?|领到?|给我们?[结发付打算]|[给结发付把]"
    "|打(?=[钱款给过,。!?; ]|$)|转(?=[钱账给过])|还(?=我|钱|给))"
)
_WHOM = (
    "(?:我们?|俺们?|咱们?|人|大家|他们?|她|工人们?|兄弟们?|师傅们?|农民工|完|清|够|齐|全部?|过|了|到|出来|一分|半分"
    "|[这那的 ,]){0,4}"
)
# What else may be withheld: “没给我发工作”, “没给回复”, “不给活”, “没结婚”.
_ELSE = (
    "活|工作|答|回[复话信音]|消息|信息|名额|安排|通知|介绍|电话|短信|机会|验证|位置|地址|定位|合同|工具|手套|保险|社保|补偿"
    "|赔|报[销名]|工伤|加工资|涨|加钱|好脸"
    "|[买交签办开休假饭水住打挂面说证看进走用力烧婚束果货车衣帽治医派排推找做干上个不退布]"
)
_HANDED = "(?:我们?|人|大家|完|清|够|齐|全|过|了|到|出来)*"
_DEBT = "了?(?:人家|银行|信用|网贷|贷|亲戚|债)|怕|费|缺|妥|佳|考虑|你|您|别"
_NOT_BEFORE = "(?<![不没未无别莫])"
_CLAIMS = (
    f"{_NOT}{_HAND}{_WHOM}(?:{_MONEY})",
    f"{_NOT}{_HAND}{_WHOM}(?!{_ELSE}){_IN_CLAUSE}{{0,8}}(?:{_WAGES})",
    rf"(?:{_MONEY}|[元块]|欠条|\d{{3}}|[百千万]){_IN_SENTENCE}{{0,16}}?{_NOT}{_HAND}{_HANDED}(?!{_ELSE})",
    rf"{_NOT}{_HAND}(?:我们?|完|清|够|齐|全|过|了|那|这|剩下?的?|,| )*{_SUM}",
    rf"(?<![不没未无别莫\d我拖])(?<!屋里)(?<![我家]里)(?<!人手)拖?欠(?!{_DEBT})",
    "讨[薪要债]|[讨要]账|追讨|追薪|[要讨]不[到回]|[要讨拿]得?回来?(?:[我那这]|钱|工资|工钱|血汗|吗|$|[,。!?])",
    f"拿不[到回].{{0,3}}(?:{_MONEY})|[帮替去来]我?要(?:一下|一哈|下)?(?:我的?)?(?:{_MONEY})",
    "跑路|(?:老板|工头|带班的?|经理|人)[都也]?跑(?:了|掉|不见)|老板人?不见|卷[了着走]?[^,。]{0,3}[钱款]",
    f"[做干]完{_IN_SENTENCE}{{0,6}}人就?不见|赖[账着掉到我]|老板也?赖|不认账|[钱账]都?不认|白条",
    f"白[干做](?:了|一|半|两|$)|只[给发结付把转打]了|只肯给|[说谈讲]好{_IN_SENTENCE}{{0,20}}[只就才却]甩?[给发结付]",
    f"只[给发结付把]{_IN_CLAUSE}{{0,6}}(?:生活费|一半|零头|一部分|个月的|路费)",
    rf"{_NOT_BEFORE}拖[着了到延我\d一二两三四五六七八九十半](?![鞋把地]){_IN_SENTENCE}{{0,20}}(?:{_MONEY}|{_SUM})",
    f"(?:{_MONEY}|[日月周]结){_IN_SENTENCE}{{0,12}}{_NOT_BEFORE}拖(?![把鞋地])|{_NOT_BEFORE}拖(?:{_MONEY})",
    f"克扣|扣[了着我掉下光]+{_IN_CLAUSE}{{0,6}}(?:{_MONEY}|[{FIGURES}])",
    f"(?:{_MONEY}){_IN_CLAUSE}{{0,3}}(?:被扣|扣了|不对数)|(?:{_WAGES}|卡里){_IN_CLAUSE}{{0,6}}少了|钱少了{_SUM}",
    f"(?<!不)少[给发算结付](?:了|我|钱|工资|[{FIGURES}])|[少差]了?我们?[^,。;!? ]{{0,8}}{_SUM}",
    f"{_SUM}{_IN_SENTENCE}{{0,6}}[给付]过{_SUM}|还差(?:我们?|{_SUM}|[^,。;!? ]{{0,4}}(?:{_MONEY}))",
    f"[总一]共差{_SUM}|差我们?[^,。;!? ]{{0,4}}(?:{_MONEY})|押金抵工资|不算(?:工资|工钱|钱)",
    f"[压押][了着我]{_IN_CLAUSE}{{0,8}}(?:{_MONEY})|(?:{_WAGES}){_IN_CLAUSE}{{0,4}}[压押][了着]",
    f"(?:{_WAGES}){_IN_SENTENCE}{{0,6}}(?:(?<!有)[没冇无][有得]?(?:影|着落|下文|动静|指望|人管|$)|[没冇不]到手)",
    f"(?:{_WAGES}){_IN_SENTENCE}{{0,16}}(?:[卡悬吊]着|还有{_SUM})|(?:{_WAGES}){_IN_CLAUSE}{{0,3}}[发给结]了一半",
    "钱(?:还)?[没冇](?:得$|到手)|一分(?:钱)?[都也]?还?(?:没|冇|不(?![赔要涨出])|未)|[没冇]得?[见看]?[见到]?过?一分钱",
    "[没冇]见到?钱|说[没冇]得?钱|[没冇]得?钱[给发结]",
)
_UNPAID = re.compile("|".join(_CLAIMS))
# Worries, promises, conditions and hearsay are no report: “会不会拖工资”, “从不拖欠”, “要是不给钱”.
_HEDGE = re.compile(
    r"会不会|是否会|[怕愁]|担心|(?<![\d一二两三四五六七八九十])万一|要是(?!再)|如果|假如|假设|不会|绝不|绝对不|从不"
    "|从来[不没]|从没|不存在|不准|不许|不能(?!帮)|禁止|(?:能不能|可不可以)(?![帮替给])|防止|避免|保证不|谁敢|听说"
)
_HEDGE_BEFORE = re.compile("(?:没有?|不得|可以|会|(?<!是)不是|算)$")
_TERMS = re.compile("(?:的话|的)?[^,。;!?]{0,4}[就我]?不[干做去来](?!了)")  # “不给钱的不去”
_SETTLED = re.compile(
    "(?:全部?|都|已经?|终于)(?:到账|到卡|结清|拿到|收到|付清).*谢|谢.*(?:全部?|都|已经?|终于)(?:到账|到卡|结清|拿到|收到|付清)"
    "|把欠[^,。;]{0,8}给(?:我们?)?了|欠的?(?:钱|工资)[^,。;]{0,8}(?:到卡|到账|结清|拿到了|收到了)"
)
_HINT = re.compile("[欠拖扣薪赖跑卷给结发付把拿到收账款回差少钱资讨分压押悬见白]")
_CLAUSE_END = re.compile("[,。;!?]")


def is_about_unpaid(reading: Reading) -> bool:
    """Whether the message speaks of unpaid wages: worked out once a reading, unless its task has settled it."""
    if reading.unpaid is None:
        reading.unpaid = speaks_of_unpaid(reading.text)
    return reading.unpaid


@lru_cache(maxsize=8)  # several readers ask it of each message
def speaks_of_unpaid(text: str) -> bool:
    """True where somebody's pay is overdue, short or withheld; worries about it and promises are not."""
    if not _HINT.search(text) or _SETTLED.search(text):
        return False
    return any(_is_report(text, claim) for claim in _UNPAID.finditer(text))


def _is_report(text: str, claim: re.Match[str]) -> bool:
    clause = _CLAUSE_END.split(text[: claim.start()])[-1]
    hedged = _HEDGE.search(clause + claim[0]) or _HEDGE_BEFORE.search(clause)
    return not (hedged or _TERMS.match(text, claim.end()))
