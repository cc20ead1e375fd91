"""What a person means who has a list before him and wants a different one."""

from __future__ import annotations

import re
from typing import Optional

MORE, BETTER_PAY, NEARER, ABOUT, LATER = "more", "pay", "near", "about", "later"
_MORE = re.compile(
    r"^(?:还有(?:别的|其他|吗|没|冇|么)?|换|再(?:来|发|看|换|找|推)|别的|其他|下一|更多|继续|都不(?:合适|想|行|要)|不合适|没有?合适|冇得合适|看看?别|多发)"
    r"|还有(?:别的|其他|没有|吗|冇)|换(?:一个|几个|一批|别的|个)|有(?:没有)?(?:别的|其他)|下一(?:个|批|页)"
)
_PAY = re.compile(
    r"(?:工资|工钱|价钱?|钱|待遇|价格|薪水?|收入).{0,3}(?:高|多|贵)|(?:贵|高)(?:一?点|些)(?:的|价)|钱多|价高|太低|太少|少了|便宜了|最高|加点钱"
)
_NEAR = re.compile(
    r"(?<!最)近(?:一?点|些|处|的|便)|离我近|太远|远了|附近的?(?:有|活|吗|没)|离.{0,4}近|最近的(?:是|在|活)?(?:哪|那)"
)
_OPEN_END = re.compile(
    r"随便|都行|都可以|都要得|无所谓|不限|哪.{0,2}都|那.{0,2}都|任意|不挑|都中|看着办|越快越好|尽快|马上|随时|全部|长期|常年"
)
_ABOUT = re.compile(
    r"多少钱|几多钱|么[样子]?价|工[钱资]|在哪|哪里|哪个位置|几点|什么时候|远不远|远吗|包[吃住饭]|管[吃住饭]|要不要带|带什么|带么|身份证|电话|号码|地址|日结|干什么|做么|累不累|要求"
)
_LATER = re.compile(r"考虑|想一?想|等[下哈会]|先看看|再说|商量")
_CHANGE = re.compile(r"打错|说错|写错|搞错|不是|改成?|我是说|应该是")
_LAST_TIME = re.compile(
    r"(?:上次|上回|上一?次|前几天|之前|以前|原来|昨天|前天|老).{0,5}?(?:那家|那个|那里|那儿|那边|老板|地方|工地|厂|店|家|干的|做的)"
    r"|(?:还去|还是去|照)(?:上次|上回|老地方|原来)|老地方|老板那里还要人"
)
_DID_NOT_PAY = re.compile(r"没给|不给|欠|拖|没结|没发|骗")
LONGEST = 24


def refinement(text: str) -> Optional[str]:
    """more, pay, near, about (a question about what is listed) or later (still thinking); None where the message is about something else. Long messages are."""
    words = text.strip()
    if not words or len(words) > LONGEST:
        return None
    for kind, cue in ((BETTER_PAY, _PAY), (NEARER, _NEAR), (MORE, _MORE), (ABOUT, _ABOUT), (LATER, _LATER)):
        if cue.search(words):
            return kind
    return None


def leaves_open(text: str) -> bool:
    """“随便”, “哪天都行”: the answer to a question is that it does not matter."""
    return len(text.strip()) <= LONGEST and bool(_OPEN_END.search(text))


def same_again(text: str) -> bool:
    """“还是上次那家”: the place of work that the person knows. Complaints about it are none."""
    short = len(text.strip()) <= LONGEST
    return short and bool(_LAST_TIME.search(text)) and not _DID_NOT_PAY.search(text)


def corrects(text: str) -> bool:
    """“打错了 我是说襄阳”, “不是明天是后天”."""
    return bool(_CHANGE.search(text))
