"""Which words can be a firm's name: what the dictionary knows as a thing, a doing or a time is none by itself."""

from __future__ import annotations

import re
from functools import lru_cache

import jieba

# Frequent words of two and three characters, but for those that the dictionary has as names (nr, ns, nt, nz).
_LINE = re.compile(r"^([\u4e00-\u9fff]{2,3}) (?:[2-9]\d|\d{3,}) (?!n[rstz]|m$)", re.MULTILINE)
# Words that firms like to be called by.
_LIKED = frozenset(
    [
        "东方",
        "西部",
        "南方",
        "北方",
        "阳光",
        "光明",
        "幸福",
        "平安",
        "胜利",
        "和平",
        "吉祥",
        "如意",
        "友谊",
        "团结",
        "希望",
        "未来",
        "明天",
        "时代",
        "世纪",
        "天天",
        "家家",
        "四季",
        "金牌",
        "太阳",
        "春天",
        "朝阳",
        "红旗",
        "先锋",
        "永恒",
        "快乐",
        "健康",
        "诚信",
        "诚实",
        "安心",
        "放心",
        "放心家",
        "温馨",
        "满意",
        "双喜",
        "金鱼",
        "大地",
        "天地",
        "山水",
        "江南",
        "江北",
    ]
)
# Characters of good omen: what is made of them alone is a name, whatever else it means (宏远, 永盛).
_OMEN = re.compile("[宏鑫恒盛鸿昌隆泰瑞达兴旺顺源诚华荣腾祥远丰润德永安康天龙福汇金铭博创嘉佳美众图业]+")
_SMALL = frozenset("的是在了和跟把被就也都又没不能会要说小大新老本该个家一二三四五六几两这那有无再还去到来")


@lru_cache(maxsize=1)
def everyday_words() -> frozenset[str]:
    """Words that name no firm; read once a process (about 0.1 s)."""
    with jieba.get_dict_file() as file:
        words = _LINE.findall(file.read().decode("utf-8"))
    return frozenset(word for word in words if not _OMEN.fullmatch(word)) - _LIKED


def is_everyday(text: str) -> bool:
    """True where the text is nothing but everyday words: “耳机”, “学生暑假”."""
    words = everyday_words()
    reached = {0}
    for end in range(1, len(text) + 1):
        if any(
            start in reached and (text[start:end] in words or text[start:end] in _SMALL)
            for start in range(max(0, end - 3), end)
        ):
            reached.add(end)
    return len(text) in reached
