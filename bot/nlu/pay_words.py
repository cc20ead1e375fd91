"""The words around pay: what it is paid for, and what is counted rather than paid."""

from __future__ import annotations

import re

from bot.nlu.numbers import FIGURES

_EACH = r"(?:[/每一]|1(?!\d)|按)"
_GOODS = (
    "平方米?|平米|平|m2|方|立方|公?斤|kg|吨|件|车|趟|单|箱|只(?![给付发结拿有要能做剩])|亩|米|份|套|层|包|袋|捆|棵|根|筐"
    "|篓|担|票|桌|场|户|间|扇|樘|盒|双"
)
_SHIFT = "[白夜晚]班|班(?![人组车])|晚上?|夜|台班|工日?(?![地厂人程资])"
_FILL = (
    r"[ ,:是的给开有能拿要得就也才都到手算按付约挣赚¥人均干做上我个落说讲谈定好\u3000]"
    "|没有|下来|工资|工作|工价|工钱|价格|大概|差不多|保底|包吃住?|(?:两个|每个?|一个?)人|至少|起码|最[少低高多]|[不别]能?[低少]于"
    "|[低高]于|不超过"
)
# The unit in front of the figure: “日薪300”, “一天能拿三百”, “一斤鲜叶给十块”.
UNIT_BEFORE = re.compile(
    rf"(?:(?P<hour>时薪|{_EACH}个?(?:小时|钟头?)|(?:小时|钟点)工(?:[资价])?)"
    rf"|(?P<month>月薪|(?<![{FIGURES}个])月(?:工资|收入|入|综合(?:工资|薪资)?)|{_EACH}个?月|月月|底薪|包月)"
    rf"|(?P<day>日薪|日工资|天工资|点工价?|台班费?|天天|全天|{_EACH}[天日]|{_EACH}个?(?:{_SHIFT}))"
    rf"|(?P<piece>{_EACH}个?(?:{_GOODS}|[张台头条])(?!包干)[^,。;!? {FIGURES}]{{0,3}}|按个|计件|按件)"
    rf"|(?P<job>包干价?|总共|一口价|总价|打包价?|承包价?|全包|一共|整包|包工价?|按次|[每一]次(?!性)))(?:{_FILL}){{0,8}}$"
)
# And behind it: “300/天”, “二十五一小时”, “400一个人一天”, “600包干”.
UNIT_AFTER = re.compile(
    rf"(?:左右|上下|以上|起步?|封顶)? ?(?:每人|一人|/人|一个人)?"
    rf"(?:{_EACH}个?(?:(?P<hour>小时|钟头?|点(?![工心])|h(?![a-z])|时(?![间候段]))|(?P<month>月(?![底初]))"
    rf"|(?P<day>[天日]|{_SHIFT})|(?P<piece>{_GOODS}|[张台头条把盘]|块(?=[砖板石瓦]))|(?P<job>次))"
    rf"|(?P<job2>包干|全包|包完|包圆)|(?P<day2>日薪(?! ?[:{FIGURES}]))|(?P<month2>(?:月薪|底薪)(?! ?[:{FIGURES}])))"
)
# “个” is a unit only with 块 or 毛: “两块一个”, “一个两毛”; “阿姨一个 4500” is one person.
PER_ITEM = re.compile("(?:[/每一]|1)(?P<piece>个)(?![月工人小钟晚班星礼])")
PER_ITEM_BEFORE = re.compile("[每一](?P<piece>个)[ :]?$")
MEASURE = re.compile(  # a figure in front of it counts something
    r" ?[个名位人岁号天]|站(?![立着岗了夜班\u3000])|[楼层点秒年度次路栋室座排组队级%期页本条把辆线区元块毛折倍股票分厘a-z:/]|小时"
    rf"|(?!包[吃住餐饭一二两三123早中午晚车来])(?:{_GOODS})|日(?![结薪清])|月(?![结底薪])|周(?![结末边])|班(?!车)"
    r"|[-~.]\d"
)
