"""Somebody was hurt at work: reported, not asked about in general."""

from __future__ import annotations

import re
from typing import Optional

from bot.nlu.cues.words import BODY, HURT
from bot.nlu.rules.base import Guess, View, certain, first, rule
from bot.nlu.rules.gates import needed

# The hurt is not what the message is about: a case already open, a job called off, an old story, a question of law.
_ELSEWHERE = (
    "案子|案件|进度|办到|结果|结论|下来没|批下来|材料.{0,4}交|受理|立案|认定.{0,6}(?:没|了吗|到哪|下来)|去不[了成]|来不了|上不了|做不了工|不能[来去出上]|取消|退[了掉]|推[了掉]|请假|不去了|不来了|换人|报的|报名"
    "|好利索|养好|伤好|康复|痊愈|恢复|退订|不要(?:再)?发|先不要|停.{0,4}推|谢谢|感谢|感激|多亏|万一|要是|如果|一般|会不会|怕|小心|注意|安全帽|轻活|培训|投诉.{0,4}驿站|你们驿站"
)
_LAW = "工伤保险|工伤险|(?:算不算|是不是|属于|怎样算|怎么算|什么算|哪些算)工伤$|以上.{0,6}工伤|伤亡自负|后果自负|(?:出了?事|摔了|受伤).{0,6}(?:谁|哪个|算|是不是|负责|担责)"
_HURT = (
    f"(?:{BODY}).{{0,6}}(?:{HURT})|(?:{HURT})[到了断伤穿破坏掉着烂成去住]{{0,2}}.{{0,3}}(?:{BODY})"
    "|受了?伤|骨折|骨裂|缝了?.{0,3}针|触电|被电[到了]|电[到着]了|中暑|晕倒|晕[过了]去|昏[倒过迷]|摔[下了伤断倒跤跌成到坏得]|跌[下倒了断伤]|掉下[来去]了?|塌方|砸到|砸[了伤断]|烫伤|烧伤|灼伤|割伤|扭伤|压伤|夹伤"
    "|煤气中毒|农药中毒|中毒[了住]|抢救|icu|打了?石膏|没知觉|被.{0,6}撞[了倒到断伤]|撞车|翻车|追尾|猝[死倒]|流.{0,3}血|吐血|伤[到着]了|粉碎性|腰椎|尘肺|职业病|人没了|工伤(?!保险|险)"
)
_RULES = [
    rule(
        "injury",
        "^(?:我|有人|工友|工人|做工|上班|干活|工地上?)?.{0,4}(?:受伤|摔|砸|压|烫|伤|工伤|触电|中暑|骨折|晕倒|撞).{0,4}$",
        _ELSEWHERE + "|" + _LAW + "|砸了锅|伤心|撞钟|压力|打压",
    ),
    rule("injury", _HURT, _ELSEWHERE + "|" + _LAW),
    rule("injury", "医药费|医疗费|误工费|伤残|营养费", _ELSEWHERE + "|怎么算$|标准"),
]
# Talk between two people that only shares a word.
_PRIVATE = re.compile(
    "^(?:妈|爸|哥|姐|弟|老公|老婆|儿子|兄弟)[, ]|作业|考试|同学|股票|基金|手机|屏|锅.{0,2}[摔砸]|[摔砸].{0,3}锅|喝酒|麻将|电影|游戏|想你|压岁|红包"
)
# Hurt, but not at work: pets, phones, sport, a cut in the kitchen at home.
_NOT_AT_WORK = re.compile(
    "(?:手机|平板|电脑).{0,4}(?:屏|摔|碎|坏|中毒)|屏.{0,2}碎|打球|篮球|足球|踢球|羽毛球|滑雪|健身房|追剧|[我你他她]家(?:的)?(?:猫|狗|伢|孩子|宝宝)|宠物|猫[把抓咬]"
    "|创可贴|拔牙|切到.{0,2}指甲|孩子摔了|车被(?:追尾|撞|刮)|差点切到"
)
_AT_WORK = re.compile(
    "工地|上班|上工|干活|做工|做事|老板|工友|厂|送[外餐货]|跑单|机器|雇主|工伤|架子|师傅|车间|客户|业主|[白夜]班|分拣"
)
_PLAIN_ENOUGH = (
    0.3  # so sure, the classifier needs no words of ours, though it thinks first of something else
)
_CONCEIVABLE = 0.06


def decide(view: View) -> Optional[Guess]:
    """Where the words speak of a hurt and the classifier holds it at least possible, or it is sure by itself."""
    chance = view.chance("injury")
    if chance < _CONCEIVABLE or is_another_matter(view):
        return None
    if not _PRIVATE.search(view.said) and first(_RULES, view.text):
        return certain("injury")
    if chance >= (needed(view) if view.guess == "injury" else _PLAIN_ENOUGH):
        return Guess("injury", chance)
    return None


def is_another_matter(view: View) -> bool:
    """True where the hurt has nothing to do with work, or the law is asked about."""
    if _NOT_AT_WORK.search(view.text) and not _AT_WORK.search(view.text):
        return True
    return bool(re.search(_LAW, view.text)) and view.chance("rights_question") >= _CONCEIVABLE
