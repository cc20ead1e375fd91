"""How it was agreed, what there is to show, who directed the work, whether it goes on, where it was complained of."""

from __future__ import annotations

import re
from typing import Dict, List, Optional

from bot.core.cases.facts import DIRECTED, HOME, IOU, OWN_WAY, SPOKEN, WRITTEN

# Kept in the order in which they are named to the person again.
PROOF: Dict[str, str] = {
    "contract": "合同|协议书?",
    IOU: "欠条|借条|白条|结算单|打了?条|打的条|写了?条|条子",
    "sheet": "记工本?|工本|考勤|打卡|工时|出工表|记了?工|工天",
    "chat": "微信|聊天|短信|语音|录音|消息",
    "transfer": "转账|流水|收款|付款记录|到账记录|银行",
    "witness": "证人|作证|证明人|工友.{0,6}(?:证|知道|看到|晓得)|一起干的",
    "badge": "工作证|工牌|厂牌|工作服|胸牌|出入证",
    "photo": "照片|视频|拍了|相片",
}
NAMES = {
    "contract": "合同",
    IOU: "欠条",
    "sheet": "记工本",
    "chat": "聊天记录",
    "transfer": "转账记录",
    "witness": "工友的电话",
    "badge": "工牌",
    "photo": "照片",
}
_PROOF = {code: re.compile(words) for code, words in PROOF.items()}
_NOT_BEFORE = re.compile(
    "(?:没有?|冇得?|无|不)(?:跟?我?们?|签过?|打过?|写过?|任何|给我?|得|[、 和或]|合同|欠条|协议)*$"
)
_NOT_BEHIND = re.compile("^(?:[书也都]|什么的|[,， ])*(?:没有?|冇|不)(?![给发结付])")
_SPOKEN = re.compile("口头|嘴上|嘴巴|口说|说好的|当面说|电话里?说|讲好的|没签")
_OWN = re.compile("自己安排|包活|包工(?!头)|包给我|承包|论件|按件|计件|散活自己")
_HOME = re.compile(
    "私人家|私人的?$|家里?(?:干|做|请|盖|修|装|带)|主人家|主家|东家|雇主|保姆|月嫂|住家|自建房|给人家(?:盖|修|装|带|做)|(?:村|乡)里.{0,6}(?:盖房|建房|修屋)|老.家盖房"
)
_DIRECTED = re.compile(
    "听.{0,6}(?:的|安排|指挥)|(?:老板|工头|班长|经理|队长|公司|厂里|带班).{0,6}(?:安排|管|派|指挥|叫我们?干)|天天打卡|上下班"
)
_STILL = re.compile("还在(?:那|干|做|上班|工地|厂)|没(?:走|离开)|还(?:干|做)着|继续(?:干|做)|没停工")
_LEFT = re.compile(
    "不干了|没干了|没做了|不做了|(?:已经)?(?:走|离开|辞|停工|停了|收工|完工|散)了?(?!$)|干完|做完|走了|离职|辞工|不在那|回(?:家|来)了|停的工"
)
_WHERE = "12345|12333|12348|12351|监察|劳动局|人社|仲裁|信访|派出所|110|街道|社区|政府|工会|法院|住建"
_COMPLAINED = re.compile(
    rf"(?:投诉|举报|打过?了?|找过|去过|反映|问过|报过|告过?了?).{{0,8}}?({_WHERE})|({_WHERE}).{{0,4}}(?:打过|找过|去过|投诉过|反映过|报过)"
)
_NOT_COMPLAINED = re.compile(
    "(?:没有?|还没|冇|从没)(?:[去来]?)(?:投诉|举报|找过?|打过?|告|反映|报)|^没有?(?:过)?$|^冇$|^还没$"
)


def proof(text: str) -> List[str]:
    """Codes of what the text says there is; “没签合同” is none."""
    return [code for code, words in _PROOF.items() if _has(text, words)]


def _has(text: str, words: "re.Pattern[str]") -> bool:
    return any(
        not (_NOT_BEFORE.search(text[: match.start()]) or _NOT_BEHIND.search(text[match.end() :]))
        for match in words.finditer(text)
    )


def agreed(text: str) -> List[str]:
    """spoken, written, iou: what the text tells of how pay was agreed."""
    held = proof(text)
    found = [SPOKEN] if _SPOKEN.search(text) else []
    found += [WRITTEN] if "contract" in held else []
    return found + ([IOU] if IOU in held else [])


def directed(text: str) -> Optional[str]:
    """home (a family), own_way (a job taken over), directed (somebody gave the orders), or None."""
    for kind, words in ((HOME, _HOME), (OWN_WAY, _OWN), (DIRECTED, _DIRECTED)):
        if words.search(text):
            return kind
    return None


def still_working(text: str) -> Optional[bool]:
    """True or False where the text tells it."""
    if _STILL.search(text):
        return True
    return False if _LEFT.search(text) else None


def complained(text: str) -> Optional[str]:
    """Where it was complained of before, in the words of the text; "" for nowhere; None where it is not told."""
    match = _COMPLAINED.search(text)
    if match and not _NOT_COMPLAINED.search(text):
        return match[1] or match[2]
    return "" if _NOT_COMPLAINED.search(text) else None
