"""What a person means who has a list before him and wants a different one."""
from __future__ import annotations

import re
from typing import Optional

MORE, BETTER_PAY, NEARER = "more", "pay", "near"
_MORE = re.compile(
    r"^(?:还有(?:别的|其他|吗|没|冇|么)?|换|再|别的|其他|下一|更多|继续|都不(?:合适|想|行|要)|不合适|没有?合适|冇得合适|看看?别|多发)"
    r"|还有(?:别的|其他|没有|吗|冇)|换(?:一个|几个|一批|别的|个)|有(?:没有)?(?:别的|其他)|下一(?:个|批|页)"
)
_PAY = re.compile(
    r"(?:工资|工钱|价钱?|钱|待遇|价格|薪水?|收入).{0,3}(?:高|多|贵)|(?:贵|高)(?:一?点|些)(?:的|价)|钱多|价高|太低|太少|少了|便宜了|最高|加点钱"
)
_NEAR = re.compile(r"(?<!最)近(?:一?点|些|处|的|便)|离我近|太远|远了|附近的?(?:有|活|吗|没)|离.{0,4}近|最近的(?:是|在|活)?(?:哪|那)")
_OPEN_END = re.compile(r"随便|都行|都可以|都要得|无所谓|不限|哪.{0,2}都|那.{0,2}都|任意|不挑|都中|看着办|越快越好|尽快|马上|随时|全部")
LONGEST = 24


def refinement(text: str) -> Optional[str]:
    """more, pay or near; None where the message is about something else. Long messages are."""
    words = text.strip()
    if not words or len(words) > LONGEST:
        return None
    for kind, cue in ((BETTER_PAY, _PAY), (NEARER, _NEAR), (MORE, _MORE)):
        if cue.search(words):
            return kind
    return None


def leaves_open(text: str) -> bool:
    """“随便”, “哪天都行”: the answer to a question is that it does not matter."""
    return len(text.strip()) <= LONGEST and bool(_OPEN_END.search(text))
