"""Whether a message speaks of what has been (a wage case, an injury) or of work to come."""

from __future__ import annotations

import re

from bot.nlu.dates.patterns import any_of
from bot.nlu.unpaid import speaks_of_unpaid

_LIMB = "[手脚腿腰头骨]"
_HURT = re.compile(
    any_of(
        "受[了的过]?伤|工伤(?!险|保险)|(?<!悲)伤[了到着得人残势]|[压砸烫割划扎夹摔烧挤碰刮切刺电轧]伤",
        "摔[了到下断倒得的成在着过坏]|跌(?!价)|骨[折裂]|砸[到了断中着在]|[闪扭][了到]?腰|崴|掉[下进到]",
        "滚下|滑倒|绊倒|倒下来|塌|坠|烫[到了着]|触电|电[到了打]|夹[到断了着住]|压(?:到|断|住了)",
        "切[到断掉]|割[到断破]|戳[到了穿]|扎[到了穿进]|划[到破]|撞[到了着]|流血|出血|缝了",
        "中暑|晕倒|昏倒|出事|死了|中毒|断了[^,。]{0,3}[手脚腿指骨]|[手脚腿指骨][^,。]{0,4}断了|打穿",
    )
)
# Money that is late, in words that do not yet make a wage case.
_LATE = re.compile(
    any_of(
        "讨薪|追讨|跑路|失联|欠条|白条|(?<!不)[压押][着了][^,。]{0,6}(?:工资|工钱|钱)|[推拖]到现在|还在推|一直推|(?:到现在|至今)[还都也]?[没未冇]有?[给发结付打拿到收算影]",
        "从[^,。]{0,6}扣|(?:工资|费|钱)[^,。]{0,4}(?:没有?|冇得?)[算补]|不认[账帐]|没人认|不转[我钱账]|打水漂|没影",
        r"一毛[都也]?没|没回款|解散|[\d百千万块钱]没了|(?<!不)扣了|[月都](?:也|都)?(?:没有|冇得)(?![人活事工])",
    )
)
_PAST = re.compile(
    any_of(
        "昨[天日儿晚夜早]|(?<![目以之])前[天晚]|前两天|上上?个?(?:月|周|星期|礼拜)|去年|前年|[天周月]前",
        "月份?的?[^,。]{0,4}(?:工资|工钱|加班费|钱|运费|跑单费)|[做干发搬卸跑摘]了(?:整整)?[^,。]{1,4}[天月]",
    )
)
_SORE = re.compile(
    rf"钱|工资|工钱|薪|[账帐]|加班|{_LIMB}(?:疼|痛|肿|断|破|麻|被|指)|医院|病|疼|痛",
)
_WISH = re.compile(
    any_of(
        "找[^,。!?]{0,4}?(?:活|工作|事|零工|兼职)|有(?:没有|冇得|冇|没)?[啥什么点些]*[^,。没]{0,4}活",
        "有没有[^,。]{0,10}(?:岗位|工作|事做|[活单])|还要[人不吗]|要人|招(?!呼|工[时的]|待)|缺人|求职",
        "想(?:再|[^,。]{0,3}[干做找换])|多少钱一|还缺|要几?个?人|接活",
    )
)


def looks_back(text: str) -> bool:
    """True for a wage case or an injury, whose dates may lie in the past; a wish for work looks ahead."""
    past, wish = _PAST.search(text), _WISH.search(text)
    if speaks_of_unpaid(text) or _LATE.search(text):
        return bool(past or not wish)
    return not wish and bool(_HURT.search(text) or past and _SORE.search(text))
