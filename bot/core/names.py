"""A person's name in a short answer."""
from __future__ import annotations

import re
from typing import Optional

_LEAD = re.compile(
    r"^(?:你好|您好)?[,,。!\s]*(?:我?的?(?:名字|姓名|大名)(?:叫做?|是|[::])?|我(?:叫做?|是)|本人(?:叫|是)?|叫我?|免贵姓|我?姓)[::\s]*"
)
_TAIL = re.compile(r"[,,。.!!~\s]*(?:谢谢|哈|啊|呀|的|就是我|就行|吧)?[,,。.!!~\s]*$")
_NAME = re.compile(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8})?")
_OTHER = re.compile(
    r"什么|怎么|多少|几点|哪|吗|呢|为啥|不去|不要|不想|算了|取消|换|明天|后天|今天|工地|小工|找活|有活|工资|工钱|电话|地址|"
    r"人工|客服|可以|好的|你好|谢谢|招|报名|要第|还有|干嘛|不行|不告诉|没有名字|老板|退订|欠|没给|受伤|随便|知道|骗"
)


def read_name(text: str) -> Optional[str]:
    """“我叫张建国” -> 张建国; “张建国,58岁” -> 张建国; None where it is no name."""
    words = _LEAD.sub("", text.strip())
    words = re.split(r"[,,、。;;\s]|\d", words, maxsplit=1)[0] or words
    words = _TAIL.sub("", words)
    if _OTHER.search(words) or not _NAME.fullmatch(words):
        return None
    led = bool(_LEAD.match(text.strip()))
    return words if len(words) >= 2 or led else None


def loosely(text: str) -> str:
    """The second time anything short is taken as the name rather than asking a third time."""
    return re.sub(r"\s+", "", _LEAD.sub("", text.strip()))[:12]
