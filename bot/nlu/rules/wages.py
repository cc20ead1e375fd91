"""Wages overdue or short: a report of it wins over everything but danger and injury."""

from __future__ import annotations

import re
from typing import Optional

from bot.nlu.rules.base import Guess, View, certain, first, rule
from bot.nlu.rules.gates import needed

# Talk of unpaid wages that asks for something else: an open case, a law question, an offer's promise, a loan between friends.
_CASE = (
    "案子|案件|进度|办到|(?:有|出)(?:没有?)?(?:消息|结果|信|回音|眉目|进展|动静|下文)|结果.{0,3}(?:没|吗|呢|出)|到哪一?步|处理(?:得|到|了|怎)|受理|立案|催一下|上次(?:说|报|登记|投诉|反映)|我的?.{0,4}投诉|怎么样了|查(?:一)?下.{0,8}(?:欠|案|进|工资的事)"
    "|登记[的过]|报上去|回执|工单|查询|后续|后来呢|查清楚|给个?(?:答复|准话|信)|有人去.{0,8}[了吗]|你们(?:帮|说).{0,8}(?:要|天)|材料交|还在办|开庭|调解.{0,6}(?:时候|哪天|结果)|申诉|进展"
)
_RULES_OUT = (
    "靠谱|合法|合不合|犯法|违法|算不算|是不是拖欠|才算|规定|万一|如果|要是(?!再)|会不会|怕|以后|被欠怕|绝不|从不|不拖|不欠|不会拖|放心|招|聘|包吃|包住|介绍费|押金.{0,6}(?:才|就)|先交"
    "|借|贷|儿子|房租|失业金|补贴|养老|社保卡|津贴|红包|学费我|公积金"
)
_RULES = [
    rule(
        "wage_dispute",
        "讨工资|欠工资|欠(?:我|我们|他|她|咱)|老板跑路|老板跑了|工头跑|拖欠|(?:要|拿|讨)不(?:到|回).{0,3}(?:钱|工资)|(?:钱|工资)(?:要|拿|讨)不(?:到|回)|血汗|白干了?(?:一|半|两|$)",
        _CASE + "|" + _RULES_OUT,
    ),
    rule(
        "wage_dispute",
        "^(?:我的)?(?:工资|钱)(?:还)?(?:没有?|未)(?:发|给|结|到账|到手|着落|影子?|付)|^(?:没|不)(?:有)?(?:给|发|结)(?:钱|工资|账)|^少发了|^(?:工资|工钱)$",
        _CASE + "|" + _RULES_OUT,
    ),
]


# Money owed that nobody worked for.
_OTHER_DEBT = re.compile(
    "货款|购房|认筹|首付|退款|退货|学费|租金|物业费|[水电]费|麻将|利息|健身|办卡|退还|不退|驾[照校]|扣.{0,3}分|奖[助学]|彩礼|份子|定金|贷款|网贷|借[我给了钱](?!口)|借[0-9一二三四五六七八九十几两百千万]+|[百千万块]钱.{0,6}还|集资|话费|转账|红包|请客|还你"
)
_WORK = re.compile(
    "工资|工钱|薪|血汗|加班费|运费|劳务|人工费|尾款|工程款|[做干拆搬装修砌刷]|打工|农民工|包工头|老板|工头|老乡|工友"
)
_EARNED = re.compile(
    "工资|工钱|薪|加班费|劳务|人工费|农民工|民工|运费|尾款|老板|工头|工友|工地|打工|[干做]了|[做干]完|师傅"
)
_PAYDAY = re.compile(
    "(?:等|今天|刚|快|终于|准备|号).{0,4}发(?:了)?(?:工资|钱|饷)[了啦呀,。! ]?|发(?:了)?工资.{0,10}(?:请|买|再|吃|玩|撸|还你)|工资(?:条发了|花光|交给|不?高|很?低|太?[低少]|涨)"
)
# How a letter to the authorities opens that is about wages.
_LETTER = re.compile(
    "(?:拖欠|克扣|拖延|拒[不绝]|未|不|没有?|讨|追|欠).{0,16}(?:工资|工钱|薪|血汗|劳务费|劳动报酬)|(?:工资|工钱|薪).{0,12}(?:未发|没发|未付|没付|未到|未能|拿不到|不发|没有?发)"
)
_PLAIN_ENOUGH = (
    0.25  # so sure, the classifier needs no words of ours, though it thinks first of something else
)
_CONCEIVABLE = 0.06
_A_CASE = 0.1
_OTHER_TALK = re.compile(f"{_CASE}|{_RULES_OUT}")
_ABOUT_A_CASE = re.compile(_CASE)
_ASKS_ELSE = {"case_status", "rights_question", "report_posting", "thanks"}


def decide(view: View) -> Optional[Guess]:
    """A report of unpaid wages that the classifier holds at least possible, or is sure of by itself."""
    if view.long and view.unpaid and _LETTER.search(view.opening) and not _OTHER_DEBT.search(view.opening):
        return certain("wage_dispute")
    chance = view.chance("wage_dispute")
    if chance < _CONCEIVABLE or is_another_matter(view):
        return None
    best = view.guess == "wage_dispute"
    if not best and (_asks_else(view, chance) or _OTHER_TALK.search(view.text)):
        return None
    if view.unpaid or first(_RULES, view.text):
        return certain("wage_dispute")
    return Guess("wage_dispute", chance) if chance >= (needed(view) if best else _PLAIN_ENOUGH) else None


def _asks_else(view: View, chance: float) -> bool:
    return view.guess in _ASKS_ELSE and not (view.unpaid and chance >= _PLAIN_ENOUGH)


def is_another_matter(view: View) -> bool:
    """True for debts that are no wages, for talk of payday, and for a case that is already open."""
    if view.long:
        return bool(_OTHER_DEBT.search(view.opening)) and not _EARNED.search(view.opening)
    if _ABOUT_A_CASE.search(view.text) and view.chance("case_status") >= _A_CASE:
        return True
    if _OTHER_DEBT.search(view.text) and not _WORK.search(view.text):
        return True
    return bool(_PAYDAY.search(view.text)) and not view.unpaid
