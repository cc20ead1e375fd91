"""Whether a message speaks of what has been (a wage case, an injury) or of work to come."""

from __future__ import annotations

import re

from bot.nlu.unpaid import speaks_of_unpaid

_HURT = re.compile(
    r"受伤|工伤(?!险|保险)|(?<![悲])伤(?:了|到|着|得|人|残|势)|[压砸烫割划扎夹摔烧挤碰刮切刺电轧]伤|摔(?!跤|泥)|跌(?!价)|骨[折裂]|砸(?:到|了|断|中|着|在)"
    r"|[闪扭]了?腰|[闪扭]到|崴|滚下|滑倒|绊倒|倒下来|塌|坠|掉(?:下|进|到)|烫(?:到|了|着)|触电|电(?:到|了|打)|夹(?:到|断|了|着|住)|压(?:到|断|住了)|切(?:到|断|掉)|割(?:到|断|破)"
    r"|戳(?:到|了|穿)|扎(?:到|了|穿|进)|划(?:到|破)|流血|出血|缝了|撞(?:到|了|着)|中暑|晕倒|昏倒|出事|死了|中毒"
    r"|断了[^,。]{0,3}[手脚腿指骨]|[手脚腿指骨][^,。]{0,4}断了|打穿"
)
# What the other rooms do not call a wage case, though it speaks of money that is late.
_LATE = re.compile(
    r"讨薪|追讨|跑路|失联|欠条|白条|[压押]着?[^,。]{0,6}(?:工资|工钱|钱)|[推拖]到现在|还在推|一直推|从[^,。]{0,6}扣|不认[账帐]|没人认|不转[我钱账]|打水漂|没影|一毛[都也]?没|没回款|解散|[\d百千万块钱]没了|(?<!不)扣了"
    r"|(?:月|都)(?:也|都)?(?:没有|冇得)(?![人活事工])"
)
_PAST = re.compile(
    r"昨[天日儿晚夜早]|(?<![目以之])前[天晚]|前两天|上(?:上)?个?(?:月|周|星期|礼拜)|去年|前年|[天周月]前|月份?的?[^,。]{0,4}(?:工资|工钱|加班费|钱|运费|跑单费)|[做干发搬卸跑摘]了(?:整整)?[^,。]{1,4}[天月]"
)
_SORE = re.compile(r"钱|工资|工钱|薪|[账帐]|加班|[手脚腿腰头骨](?:疼|痛|肿|断|破|麻|被|指)|医院|病|疼|痛")
_WISH = re.compile(
    r"找[个点份些]?(?:活|工作|事做|零工|兼职)|有(?:没有|冇得|冇|没)?[啥什么点些]*[^,。没]{0,4}活|有没有[^,。]{0,10}(?:岗位|工作|事做|[活单])|还要(?:人|不|吗)"
    r"|要人|招(?!呼|工[时的]|待)|缺人|求职|想(?:再|[^,。]{0,3}(?:干|做|找|换))|多少钱一|还缺|要几?个?人|接活"
)


def looks_back(text: str) -> bool:
    """True for a wage case or an injury, whose dates may lie in the past; a wish for work looks ahead."""
    past = _PAST.search(text)
    if speaks_of_unpaid(text) or _HURT.search(text) or _LATE.search(text):
        return bool(past) or not _WISH.search(text)
    return bool(past and _SORE.search(text) and not _WISH.search(text))
