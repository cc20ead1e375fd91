"""One word for the many ways of saying it: dialect, voice recognition and misspelling, before a task is looked for."""

from __future__ import annotations

import re
from typing import List, Tuple

from bot.nlu.reading import Reading

# Longer first where one begins another. Written as people type them, after normalisation.
_VARIANTS: List[Tuple[str, str]] = [
    (r"冇得|木有|没的(?=[活事])|没得|莫得|冇有|唔得", "没有"),
    (r"冇(?!有)", "没"),
    (r"搞么[事斯名]|做么[事斯]|干么[事斯]|咋子|干嘛|干啥子?|做啥子?|做嘛", "做什么"),
    (r"么[事斯子]|么东西|嘛事|啥子?|什莫|神马", "什么"),
    (r"么样|咋样|咋个|怎嘛|怎莫|怎样|咋(?!了)|如何", "怎么样"),
    (r"么时候|几时|啥时候|么会儿|多会儿|哪天|哪一天", "什么时候"),
    (r"几多|好多(?=钱|[岁个人天])", "多少"),
    (r"(?<=[去来干搞做要报])哒", "了"),
    (r"几久|好久(?!不见|没见)", "多久"),
    (r"为么|为啥|为嘛", "为什么"),
    (r"么(?=人|地方|证|条件|手续|材料|政策|好处|病|路|办法|行业?|区别|用|意思|时|名字|工作|活|手艺)", "什么"),
    (r"(?<=[我不来过他她没去再])克(?![夫服星])|克(?=不?成|不了|哪)", "去"),
    (r"莫(?![名非不怪过大])|[别甭](?=[再给发推催打来去让])|不得再", "不要"),
    (r"不把钱|冇把钱|没把钱|不把", "不给"),
    (r"没把(?=[我钱])", "没给"),
    (r"伢们?|娃儿?们?|小孩|细伢|崽", "孩子"),
    (r"屋里(?!头的|的$)", "家里"),
    (r"堂客|媳妇|婆娘|屋里头?的|内人", "老婆"),
    (r"晓得|造(?=不)", "知道"),
    (r"蛮(?!横)|好生", "很"),
    (r"您家|您老", "您"),
    (r"俺们?|咱们?|偶(?=[是要想])", "我"),
    (r"一哈|一下下|哈子", "一下"),
    (
        r"工姿|工子(?=[没不])|工前|公资|工咨|工jia的钱|gz(?=没|不)|工薪|薪水|薪资|薪酬|工钱|血汗钱|辛苦钱|劳务费|人工费|台班费|运费|工款|劳动报酬",
        "工资",
    ),
    (r"小功|小宫|小公(?!司)", "小工"),
    (r"讨薪|讨要工资|要工资|追薪|讨工资|追讨工资", "讨工资"),
    (r"欠薪|欠工资|拖薪|拖工资|拖欠工资|托欠", "欠工资"),
    (r"退丁|退定|tui ?ding|退掉短信", "退订"),
    (r"取肖|取消掉|qu ?xiao", "取消"),
    (r"人功|ren ?gong|(?<![a-z])rg(?![a-z])", "人工"),
    (r"zhao(?=[\u4e00-\u9fff ])|xiang(?=找)", "找"),
    (r"ding ?yue|(?<![a-z])dy(?![a-z])|定阅", "订阅"),
    (r"零工|活路|活儿|活计|事做|事情做|工作做|做事|事搞|活干|活做|生意做|gong作", "活"),
    (r"阔以|可已|ky(?![a-z])", "可以"),
    (r"才(?=[茶果]|桔|橘|橙)", "采"),
    (r"[腰](?=一下|回来)", "要"),
    (r"赔尝|赔常", "赔偿"),
    (r"投述|头诉", "投诉"),
    (r"撒$|[咧哩嘞噻哒咯哟哦呀呢嘛吧啊呗哈]+(?=$|[,。!?~ ])", ""),
]
_TABLE = [(re.compile(pattern), word) for pattern, word in _VARIANTS]
_SPACES = re.compile(r"\s+")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")

# What a found thing becomes in the gist: one capital letter a kind (the text itself has none).
MARKS = {
    "date": "D",
    "time": "T",
    "place": "P",
    "pay": "W",
    "owed": "O",
    "trade": "J",
    "headcount": "H",
    "age": "A",
    "employer": "E",
    "choice": "C",
    "mask": "M",
}


def plain(text: str) -> str:
    """Normalised text with everyday variants replaced by one word each (lengths change)."""
    for pattern, word in _TABLE:
        text = pattern.sub(word, text)
    return _SPACES.sub(" ", text).strip()


def gist(reading: Reading) -> str:
    """The plain text with every found thing replaced by its mark and every other number by “0”."""
    text = reading.text
    for span in sorted(_outermost(reading), key=lambda span: -span.start):
        text = text[: span.start] + MARKS.get(span.kind, "M") + text[span.end :]
    return _DIGITS.sub("0", plain(text))


def _outermost(reading: Reading) -> list:
    """Spans without those that overlap an earlier claim: each character is marked once."""
    taken, kept = set(), []
    for span in reading.spans:
        chars = range(span.start, span.end)
        if not taken.intersection(chars):
            taken.update(chars)
            kept.append(span)
    return kept
