"""A person's name in a short answer."""

from __future__ import annotations

import re
from typing import Optional

# The hundred and more commonest surnames (公安部 name statistics), then the double ones.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅"
    "方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪辛柯庄温牛樊葛安包左尚季管"
    "殷霍翟申伍齐耿牟涂祝甘舒柳鲁纪卜宁明成游欧裴代路闵盛鲍祁毕倪童阮艾简饶占查屈项章胥占褚蓝冷蔺苗岳柴车房符瞿娄宫"
)
_DOUBLE = "欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|夏侯|司徒|东方|令狐|慕容"
_TITLE = "师傅|师|姐|大姐|哥|大哥|叔|阿姨|嫂|伯|爹|妈|先生|女士|老板|总"
_NAME = re.compile(
    rf"(?:(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}|[{SURNAMES}][\u4e00-\u9fff]{{1,2}}|[老小阿][{SURNAMES}]"
    rf"|[{SURNAMES}](?:{_TITLE})|[\u4e00-\u9fff]{{2,6}}·[\u4e00-\u9fff]{{2,8}})"
)
_LEAD = re.compile(
    r"^(?:你好|您好)?[,,。!\s]*(?:我?的?(?:名字|姓名|大名|全名)(?:叫做?|是|[::])?|我(?:叫做?|是)|本人(?:叫|是)?|叫我?|就叫|免贵姓|我?姓)[::\s]*"
)
_INTRODUCED = re.compile(
    r"(?:我叫做?|名字(?:叫|是)|姓名(?:是|[::])?|(?:名字|姓名).{0,6}(?:错|改).{0,6}?(?:是|叫|成))\s*([\u4e00-\u9fff·]{2,6})"
)
_TAIL = re.compile(r"[,,。.!!~\s]*(?:谢谢|哈|啊|呀|就是我|就行|吧)?[,,。.!!~\s]*$")
_WORD = re.compile(
    r"什么|怎么|多少|几点|哪|吗|呢|为啥|算了|取消|明天|后天|今天|工地|小工|找活|有活|招工|招人|工资|工钱|电话|地址|人工|客服|可以|"
    r"报名|老板|退订|随便|知道|骗|包[吃住饭车]|管[吃住饭]|马上|高兴|方便|安全|平时|时间|温饱|常常|成[了的]|和你|于是|全部|"
    r"何时|何必|路费|车费|费用|报销|成交|向你|方式|高薪|开工|谁|干嘛|有没有|要得|不[搞去要想干]|都[行可]|高[点的]|明白|周[一二三四五六日末]$|[不没了么吗]$|搞么|么事|一[点下]|武汉|武昌|黄[石冈陂]|江[夏岸汉]|白天|石首"
)


def read_name(text: str) -> Optional[str]:
    """“我叫张建国” -> 张建国; “张 建国,58岁” -> 张建国; None where it is no name."""
    words = text.strip()
    led = _LEAD.match(words)
    words = _LEAD.sub("", words)
    words = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff]+(?:[,,\d\s]|$))", "", words)
    words = re.split(r"[,,、。;;\s]|\d", words, maxsplit=1)[0] or words
    words = _TAIL.sub("", words)
    if _WORD.search(words):
        return None
    if led and re.fullmatch(r"[\u4e00-\u9fff·]{1,6}", words):
        return words
    return words if _NAME.fullmatch(words) else None


def introduced(text: str) -> Optional[str]:
    """A name told in the middle of something else: “1 我叫赵铁柱”, “名字打错了 是张建国”."""
    found = _INTRODUCED.search(text)
    return read_name(found.group(1)) if found else None


def loosely(text: str) -> Optional[str]:
    """The second time any short Chinese word that asks and refuses nothing is taken: not all names are in a list."""
    words = re.sub(r"\s+", "", _TAIL.sub("", _LEAD.sub("", text.strip())))
    return words if re.fullmatch(r"[\u4e00-\u9fff·]{2,8}", words) and not _WORD.search(words) else None
