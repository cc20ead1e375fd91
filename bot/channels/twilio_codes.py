"""Twilio's codes: what each means for a message, in plain Chinese.

Source: Twilio, "Error and Warning Dictionary".
"""

from __future__ import annotations

from bot.channels.base import Next, Rule, SendError


def _never(reason: str, staff: bool = False) -> Rule:
    return Rule(Next.GIVE_UP, reason, staff=staff)


def _later(reason: str, after: int, staff: bool = True) -> Rule:
    return Rule(Next.RETRY, reason, after, staff)


SEND_RULES: dict[int, Rule] = {
    # the number
    21211: _never("收件号码不对"),
    21214: _never("这个号码联系不上"),
    21217: _never("收件号码的写法不对"),
    21604: _never("没有收件号码"),
    21610: _never("对方回复 STOP 退订了短信"),
    21612: _never("从我们的号码发不到这个号码"),
    21614: _never("这个号码不是手机，收不了短信"),
    21635: _never("固定电话收不了短信"),
    # the text
    21602: _never("短信没有内容", staff=True),
    21605: _never("短信太长", staff=True),
    21617: _never("短信太长，超过 1600 字", staff=True),
    21618: _never("短信内容不被接受", staff=True),
    # the account: staff can mend it, then the message passes
    20003: _later("Twilio 账号或密码不对", 600),
    20005: _later("Twilio 账号已停用", 3600),
    20404: _later("Twilio 不认识这个账号", 3600),
    10001: _later("Twilio 账号已停用", 3600),
    30002: _later("Twilio 账号被暂停", 3600),
    21212: _later("发信号码不对", 3600),
    21603: _later("没有发信号码", 3600),
    21606: _later("发信号码不属于我们或不能发短信", 3600),
    21609: _later("回执地址不对，请检查 PUBLIC_URL", 3600),
    21659: _later("发信号码不是 Twilio 的号码", 3600),
    21660: _later("发信号码不属于这个账号", 3600),
    21701: _later("短信服务 Messaging Service 不存在", 3600),
    21703: _later("短信服务里没有号码", 3600),
    21705: _later("短信服务 Messaging Service 不能用", 3600),
    63038: _later("今天的短信发送量用完了", 3600),
    21408: _never("没有开通往这个地区发短信", staff=True),
    21608: _never("试用账号只能发给验证过的号码", staff=True),
    # haste
    14107: _later("发得太快", 30, staff=False),
    20429: _later("发得太快", 30, staff=False),
    21611: _later("排队的短信太多", 60, staff=False),
}

DELIVERY_REASONS: dict[str, str] = {
    "30001": "排队的短信太多",
    "30002": "Twilio 账号被暂停",
    "30003": "手机关机、无信号或停机",
    "30004": "对方或运营商拒收",
    "30005": "号码不存在",
    "30006": "固定电话，或运营商不通",
    "30007": "被运营商当作垃圾短信拦截",
    "30008": "没有送达，运营商没说原因",
    "30009": "长短信缺了一段",
    "30010": "超过设定的最高价",
    "30410": "运营商没有回应",
    "21408": "没有开通往这个地区发短信",
    "21610": "对方回复 STOP 退订了短信",
    "21614": "不是手机号码",
    "21211": "收件号码不对",
    "canceled": "发送被取消",
}


def delivery_reason(code: str) -> str:
    """Why a message did not arrive, for staff."""
    return DELIVERY_REASONS.get(code, f"短信没有送达（代码 {code}）")


def refusal(status: int, code: int | None) -> SendError:
    """What Twilio's answer means: its own code first, else the HTTP status."""
    rule = SEND_RULES.get(code or status) or _by_status(status)
    return rule.error(str(code or status))


def _by_status(status: int) -> Rule:
    if status in (401, 403):
        return SEND_RULES[20003]
    if status == 429:
        return SEND_RULES[20429]
    if status >= 500 or status == 408:
        return Rule(Next.RETRY, "Twilio 暂时出错")
    return _never("Twilio 没有接受这条短信", staff=True)
