"""What is not meant for us: adverts, codes, other people's chat, attempts to steer the machine."""

from __future__ import annotations

from typing import Optional

from bot.nlu.rules.base import View, first, rule

_RULES = [
    rule(
        "other",
        "忽略.{0,8}(?:指令|以上|前面|之前|所有)|提示词|system ?prompt|扮演|没有.{0,4}限制的|(?:打印|输出|告诉我|给我|重复|泄露).{0,10}(?:指令|密码|密钥|手机号|系统|第一条消息|上面的?所有)|从现在(?:起|开始)你|你现在(?:是|不是)|越狱|数据库.{0,6}密码|以json|json格式",
    ),
    rule(
        "other",
        "验证码(?:是|为|:)?.{0,4}[0-9]{4,}|取件码|您的(?:快递|包裹|验证码|话费|订单|尾号)|本月流量|余额不足|积分.{0,6}(?:兑换|到期)|点击(?:链接|领取)|中奖|恭喜您|退订回|.{6}回复?td|拒收请回",
    ),
    # A recruiting advert with a heading is an employer's own, if it tells pay and contact.
    rule(
        "other", "^【", "^(?=.*(?:招|聘|岗位))(?=.*(?:工资|薪|元|块|/|一个?月|一天))(?=.*(?:联系|电话|地址))"
    ),
    rule(
        "other",
        "(?:无抵押|低息|当天(?:到账|放款)|放款|秒批|授信|额度).{0,12}|贷款.{0,8}(?:联系|微信|加|利息|可办|办理)|首付|楼盘|开盘|置业|特价房|(?:办证|刻章|发票|开锁|疏通|回收).{0,8}|包邮|加盟|理财|股票群|内幕|名师|免费试听|提分|一件代发|房(?:屋|子)?(?:出租|出售)|出售.{0,10}成新|[0-9]成新",
        "创业|贴息|被骗|骗|刷单|政策|招|[缺要差].{0,4}(?:人|师傅|工)",
    ),
]


def decide(view: View) -> Optional[str]:
    return first(_RULES, view.text)
