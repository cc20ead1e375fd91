"""How sure a guess must be to be believed: private chat sounds like many things and is none of them."""

from __future__ import annotations

import re

from bot.nlu.rules.base import View

# Words of our matter, and marks of the gist (J trade, W pay, H headcount): rare in private chat.
_OURS = re.compile(
    "[JWH]|活(?!动|着|该|泼|好|过)|招(?!呼|牌|待)|工(?:资|地|人|友|头|价|伤|厂|钱|种|具|程|$)|小工|打工|做工|上工|岗|驿站|站里|老板|雇"
    "|社保|失业|补贴|补助|医保|养老|公积金|合同|加班|试用|辞退|离职|仲裁|劳动|产假|哺乳|培训|考.{0,6}[证师]|证|手艺|技术|学(?:电|焊|开|做|门|个|叉|月|修|厨|贴|炒|缝|剪)"
    "|人工|客服|真人|活人|工作人员|退订|订阅|推送|短信|注销|删|资料|信息|投诉|举报|骗|押金|中介|报名|报的|报上|申请|登记|案|受伤|摔|砸|欠|拖|讨|扣|结账|日结|包吃|包住|管[吃住饭]"
    "|兼职|求职|应聘|录用|面试|简历|转行|行业|挣钱|赚钱|文化|岁|会(?:电|木|瓦|砌|焊|开|修|做饭|贴)|机器人|系统|态度|窗口|取消|撤|集合|要人|缺人|差人|师傅|第.个|[0-9一二三四]号|选[0-9一二三四五]"
    "|你们(?:几|在|那|这|能|有|的人|是|都|开)|帮助|功能|怎么用|菜单|跳楼|不想活|救|打我|关(?:起来|在)|刀|死"
)
# Two people talking to each other.
_PRIVATE = re.compile(
    "你.{0,4}在?(?:干|做)(?:嘛|什么呢?|啥)(?!的)|^(?:在?(?:干|做)(?:嘛|什么|啥)呢?)[?]?$|(?:爸|妈|哥|姐|弟|妹|亲爱的|宝贝|老公|老婆|儿子|女儿|亲|哥们|兄弟|老师|同学|师兄|学姐)[,,: !]"
    "|上课|自习|作业|考试|宿舍|放学|逛街|打球|电影|游戏|qq|上网|网吧|火车|飞机|吃饭|喝酒|睡觉|起床|想你|喜欢你|嫁|女朋友|男朋友|生日|聚会|聚餐|旅游|爬山|照片|歌|手机没电|到家|四级|六级|论文|导师|寝室|班长|老妈|老爸|请客"
)
# (speaks of our matter, sounds private) -> confidence needed
_NEEDED = {(True, False): 0.15, (True, True): 0.3, (False, False): 0.28, (False, True): 0.5}


def believable(view: View) -> bool:
    """Whether the classifier's best guess is sure enough for a message like this."""
    guess = view.best
    return guess.task == "other" or guess.confidence >= needed(view)


def needed(view: View) -> float:
    """How sure a guess must be to be believed of this message, 0..1."""
    ours = bool(_OURS.search(view.gist) or _OURS.search(view.text))
    return _NEEDED[ours, bool(_PRIVATE.search(view.text))]
