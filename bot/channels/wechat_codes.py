"""WeChat's error codes: what each means for a message, in plain Chinese.

Source: WeChat Official Accounts, 全局返回码 and 客服消息. They come inside an HTTP 200.
"""

from __future__ import annotations

from bot.channels.base import Next, Rule, SendError

TOO_LONG = 45002
TOKEN_CODES = (40001, 40014, 42001)  # the access token is not valid any more: get another one
UNKNOWN = Rule(Next.GIVE_UP, "微信没有接受这条消息", staff=True)

RULES: dict[int, Rule] = {
    -1: Rule(Next.RETRY, "微信系统繁忙"),
    # the person
    40003: Rule(Next.GIVE_UP, "微信不认识这个用户"),
    43004: Rule(Next.OTHER_CHANNEL, "对方没有关注公众号"),
    43019: Rule(Next.OTHER_CHANNEL, "对方在公众号的黑名单里"),
    48002: Rule(Next.OTHER_CHANNEL, "对方关闭了接收公众号消息"),
    50005: Rule(Next.OTHER_CHANNEL, "对方没有关注公众号"),
    45015: Rule(Next.OTHER_CHANNEL, "对方超过 48 小时没有来消息，微信不让发"),
    45047: Rule(Next.OTHER_CHANNEL, "对方来消息之前，能发的条数用完了"),
    # the text
    TOO_LONG: Rule(Next.OTHER_CHANNEL, "消息太长", staff=True),
    44002: Rule(Next.GIVE_UP, "消息没有内容", staff=True),
    44004: Rule(Next.GIVE_UP, "消息没有内容", staff=True),
    47001: Rule(Next.GIVE_UP, "微信读不懂消息的格式", staff=True),
    # the account: staff can mend it, then the message passes
    40001: Rule(Next.RETRY, "微信访问令牌无效", 300, staff=True),
    40014: Rule(Next.RETRY, "微信访问令牌无效", 300, staff=True),
    42001: Rule(Next.RETRY, "微信访问令牌过期", 300, staff=True),
    40013: Rule(Next.RETRY, "微信 AppID 不对", 3600, staff=True),
    41002: Rule(Next.RETRY, "没有填微信 AppID", 3600, staff=True),
    41004: Rule(Next.RETRY, "没有填微信 AppSecret", 3600, staff=True),
    40125: Rule(Next.RETRY, "微信 AppSecret 不对", 3600, staff=True),
    40243: Rule(Next.RETRY, "微信 AppSecret 被冻结", 3600, staff=True),
    40164: Rule(Next.RETRY, "本机 IP 不在公众号的白名单里", 3600, staff=True),
    89503: Rule(Next.RETRY, "本机 IP 要公众号管理员确认", 3600, staff=True),
    48001: Rule(Next.OTHER_CHANNEL, "公众号没有客服消息权限", staff=True),
    48004: Rule(Next.OTHER_CHANNEL, "公众号的接口被封禁", staff=True),
    50002: Rule(Next.OTHER_CHANNEL, "公众号受限，可能违规", staff=True),
    # haste
    45009: Rule(Next.RETRY, "今天的接口调用次数用完了", 3600, staff=True),
    45011: Rule(Next.RETRY, "接口调用太频繁", 60),
}


def refusal(errcode: int) -> SendError:
    """What an error code means for the message."""
    return RULES.get(errcode, UNKNOWN).error(str(errcode))
