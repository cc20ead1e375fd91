"""What staff read, in plain words: states, reasons, times, numbers."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Optional, Tuple
from zoneinfo import ZoneInfo

from bot.core.address import SMS, WECHAT
from bot.core.cases.told.terms import NAMES
from bot.core.phones import shown
from bot.store import messages

CHANNELS = {SMS: "短信", WECHAT: "微信"}
_DELIVERY = {
    messages.QUEUED: "排队中",
    messages.SENDING: "正在发",
    messages.SENT: "已发出",
    messages.DELIVERED: "已送达",
    messages.UNDELIVERED: "没送到",
    messages.GIVEN_UP: "没送到",
    messages.HELD: "先留着，等对方来消息再发",
}
FAILED = (messages.UNDELIVERED, messages.GIVEN_UP)
_REASONS = {
    "crisis": "有人可能有危险",
    "injury": "有人受伤",
    "wage_dispute": "工钱没拿到",
    "report_posting": "举报招工信息",
    "failed": "机器人出错，没答上",
    "asked": "要找工作人员",
    "post_job": "招工信息等审核",
    "complaint": "投诉",
    "delete_my_data": "要求删除个人信息",
    "question": "有问题要人解答",
    "not_understood": "机器人没听懂",
    "case_overdue": "案件到时间没往下办",
    "case_not_paid": "说付清了，本人说没拿到",
}
_STATES = {
    "registered": "已登记",
    "contacted": "已联系对方",
    "in_mediation": "调解中",
    "in_inspection": "劳动监察中",
    "in_arbitration": "劳动仲裁中",
    "in_court": "法院中",
    "paid": "已结清",
    "withdrawn": "本人撤回",
    "closed_unpaid": "未拿到，已结",
}
_CASE_KINDS = {
    "labour_wages": "劳动报酬",
    "service_wages": "可能是劳务报酬",
    "building_site": "工程建设领域",
    "iou": "有欠条",
    "injury": "工伤",
}
_FLAGS = {
    "fled": "老板跑了",
    "needy": "没吃没住",
    "minor": "未成年",
    "many": "十人以上",
    "limit": "离期限不到7天",
}
_FACTS = {
    "employer_name": "谁欠的",
    "also_named": "还提到",
    "employer_phone": "对方电话",
    "contractor": "总包",
    "amount_owed": "欠多少（元）",
    "amount_counted": "按天算出（元，未核）",
    "days": "天数",
    "day_pay": "日工资（元）",
    "people_owed": "人数",
    "per_head": "每人（元）",
    "people_words": "人数（原话）",
    "place": "在哪里干的",
    "place_name": "地点原话",
    "trade": "工种",
    "period": "哪段时间（原话）",
    "date_from": "从",
    "date_to": "到",
    "agreed": "怎么说好的",
    "proof": "凭据",
    "directed": "谁安排干活",
    "still_working": "还在干",
    "still_words": "还在干吗（原话）",
    "complained": "找过哪里",
    "on_behalf": "替谁说的",
    "age": "年龄",
    "own_paid": "本人那份已拿到",
}
_VALUES = {
    "spoken": "口头",
    "written": "书面合同",
    "home": "私人家里",
    "own_way": "自己包活",
    "directed": "听单位安排",
    "True": "是",
    "False": "否",
    "": "没有找过",
    **NAMES,
}
_KINDS = {
    "image": "图片",
    "voice": "语音",
    "video": "视频",
    "location": "位置",
    "link": "链接",
    "event": "操作",
}


def delivery(state: str, via: str, reason: str) -> str:
    """What became of a message to a phone: “已送达”, “没送到：号码已停机”."""
    if state == messages.SENT and via == "passive":  # it was in the very answer that WeChat fetched
        return _DELIVERY[messages.DELIVERED]
    if state == messages.QUEUED and reason:
        return f"没发成，等会儿再发：{reason}"
    word = _DELIVERY.get(state, "")
    return f"{word}：{reason}" if state in FAILED and reason else word


def size(segments: int, text: str) -> str:
    """What a text message costs: “2条 · 96字”."""
    return f"{segments}条 · {len(text)}字"


def reason(code: str) -> str:
    """Why staff are wanted."""
    return _REASONS.get(code, "需要人看一看")


def posting_state(state: str) -> str:
    """Why a posting is kept back."""
    return "被举报，已停" if state == "suspended" else "等审核"


def severity(code: str) -> str:
    """How a finding is to be taken."""
    return "要核实" if code == "block" else "提示"


def urgency(level: int) -> str:
    """0 is life in danger, 9 can wait."""
    if level == 0:
        return "危急"
    return "很急" if level <= 2 else "要紧" if level <= 4 else "一般"


def case_state(code: str) -> str:
    """Where a case stands."""
    return _STATES.get(code, code)


def case_kind(code: str) -> str:
    """What a case may be in law."""
    return _CASE_KINDS.get(code, code)


def flag(code: str) -> str:
    """Why a case is urgent."""
    return _FLAGS.get(code, code)


def fact(name: str, value: object) -> Optional[Tuple[str, str]]:
    """A fact's label and value, or None for what is no fact of the case."""
    if name not in _FACTS or value is None:
        return None
    parts = value if isinstance(value, list) else [value]
    return _FACTS[name], "、".join(
        _VALUES.get(str(part), f"{part:g}" if isinstance(part, float) else str(part)) for part in parts
    )


def content(kind: str, text: str) -> str:
    """A message's text, or in brackets what it was instead."""
    return text.strip() or f"［{_KINDS.get(kind, '没有文字')}］"


def when(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """“14:03” today, “11月24日 14:03” before."""
    local = at.astimezone(zone)
    clock = local.strftime("%H:%M")
    if local.date() == now.astimezone(zone).date():
        return clock
    return f"{local.month}月{local.day}日 {clock}"


def full_time(at: datetime, zone: ZoneInfo) -> str:
    """“12月1日 周二 08:00”."""
    local = at.astimezone(zone)
    return f"{local.month}月{local.day}日 周{'一二三四五六日'[local.weekday()]} {local:%H:%M}"


def ago(at: datetime, now: datetime) -> str:
    """“刚刚”, “12分钟前”, “3小时前”, “2天前”."""
    passed = max(now - at, timedelta(0))
    minutes = int(passed.total_seconds() // 60)
    if minutes < 1:
        return "刚刚"
    if minutes < 60:
        return f"{minutes}分钟前"
    return f"{minutes // 60}小时前" if minutes < 24 * 60 else f"{passed.days}天前"


def spaced(e164: str) -> str:
    """A number that can be read aloud: “138 0000 0101”."""
    digits = shown(e164)
    return f"{digits[:3]} {digits[3:7]} {digits[7:]}" if len(digits) == 11 else digits
