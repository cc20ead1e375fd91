"""What staff read, in plain words: states, reasons, times, numbers."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.address import SMS, WECHAT
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
