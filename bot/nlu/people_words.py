"""The words that make a number a number of people. Groups told without counting are in company_words.py."""

from __future__ import annotations

import re

from bot.nlu.numbers import FIGURES

TRADE = (
    "[^,。;!? \\d的个]{0,5}(?:工(?![地资作钱厂程期价])|师傅|司机|保安|保[洁姆]|员(?!工)|骑手|厨师|阿姨|月嫂|护工|陪护|普工|大工"
    "|打杂|工友|学徒|徒弟|熟手|生手|大姐|嫂子|老[头太]|劳力|帮手|帮厨|后厨|小伙子?|妹子|小妹|收银|传菜|洗碗|切配|[木瓦铁泥漆石]匠"
    "|[焊裁]匠|专送|分拣)"
)
_PERSON = "男|女|老乡|兄弟|伙计|婆婆|妇|年轻|后生|学生|带班|力气大|大姐|姐妹|同学|阿姨|师傅"
_ROUGH = "[多来几]? ?"
# What is counted with 个 and is nobody.
_THINGS = (
    "月|小时|钟|星期|礼拜|半|工地|项目|村|厂(?!长)|地方|伢|孩|活|单(?!身)|柜|箱|车(?![工床])|店(?![长员])|站(?!长)|点|字|岗|班(?![组长])|夜(?!班)|晚(?!班)|电话|小区|老板|标段|办法|问题|消息|平"
    "|方|大?集装|文件|家(?!政)|群|红包|条件|指头|脚趾"
)

# Behind the number: “5人”, “3个小工”, “四个贴砖的”, “六个”.
PEOPLE = re.compile(
    f"(?:{_ROUGH}[个名位号口]|[多来几]?)人(?!民|家|才|费|行|份|均|次|数|间|宿|一[天间组班屋]|的饭|吃|工(?!地|资|钱|姿))"
    f"|{_ROUGH}(?:个?名额|名(?![字额])|位(?![置于同老领懂工专])|个(?:{_PERSON}))"
    "|(?:兄弟|姐妹|姊妹|弟兄|妯娌|哥们)(?!的)"
)
SKILLED = re.compile(
    f"{_ROUGH}个(?!{_THINGS}|工(?:[^人]|$)|零工|人)(?:{TRADE}|[^,。;!? \\d]{{1,8}}的(?=$|[,。 ]))"
)
DOING = re.compile(rf"{_ROUGH}个(?!月|小时|钟|人|半)[^,。;!? \d]{{1,8}}?的")
ANY = re.compile(f"{_ROUGH}个(?!{_THINGS})")
BARE = re.compile(
    rf"{_ROUGH}个(?:工(?=$|[,。;!? ]))?"
    "(?=$|[,。;!? ]|左右|就|去|来|可以|都(?![没不])|一起|以上|吧|啊|到|日结|包|[带加和卸搬装做干打挖摘栽插扛拆])"
)
PLAIN = re.compile("(?=$|[,。;!?、])")  # “小工5,大工2”
ONLY_ONE = re.compile("[名位]|个?人(?=$|[,。;!? ]|可以|去|来|做|找|就)")
APIECE = re.compile(rf" ?(?:一天|每天|一个?月)|(?<=人) ?[{FIGURES}\u3000住在过生带睡回]")  # “一个人200”
JOB = re.compile("的?(?:活|工作|事|名|消息|岗|单)|做|干")

# In front of it: “招3”, “木工5”, “我们6”.
SEEK = re.compile(
    r"(?:招|要(?!求)|找|缺|差|需|请|收|加|派|急|求|补|雇|添|人手欠|[喊叫](?!了)|来(?!了))[^,。;!?\d]{0,8}$"
)
NEED = re.compile(r"[招缺差请求需要雇添][^,。;!?\d]{0,8}$")  # not 找, 来: “帮我找一个” wants a job
HIRING = re.compile(r"(?:招|要(?!求)|找|缺|差(?!不多)|需|请|雇|添|加派?|派|喊|叫|来|补)[^,。;!?\d ]{0,3}$")
SKILL_BEFORE = re.compile(rf"(?:{TRADE}[要招缺差来:是, ]{{0,3}}|[^,。;!? \d]的[, ]?|[砖墙筋模漆碗货厨])$")
TRADE_BEFORE = re.compile(f"{TRADE}$")
QUOTA = re.compile("(?:名额|人数|人手|数量)[是为要约大概还缺差:有 ]{0,4}$")
WITH = re.compile("[和、,加再]$")
OURS = re.compile(
    "(?<!给)(?:[我咱俺]们|我们?这?(?:班组?|寝室|宿舍|队|小?组|村|家|屋里|车间|厨房|店))"
    "(?:班组?|寝室|宿舍|队|小?组|村|屋里|工友|老乡|兄弟|姐妹|同学|一起|[一总]共|就|这边|这里|这|里)*有?$"
)
LISTED = re.compile("(?:^|[, ])$")
ALONE_BEFORE = re.compile("(?:^|[我就,。 ])$")
NO_COUNT = re.compile(
    "(?:[那这每第头哪管供期段给前后]|给我们|扮演|没有?|不是|超过|只有|[叫喊派找来]了|[几数])$"
)
POINTED = re.compile("[那这]$")  # “这二十个工人” are people all the same where it is about their wages
MORE = re.compile(r"[还再][差要缺需来加招请派添][^,。;!?\d]{0,4}$")
TOTAL = re.compile(
    "(?:(?:[一总]?共|合计)[有要招]?|(?:连|加上?|算上|包括|连同)(?:[我俺咱]|本人|自己)们?(?:在内|一起|自己)?的?[,有是一总共]{0,4})$"
)
LOWER = re.compile(rf"([{FIGURES}]{{1,3}})[-~到至、]?$")

# Anywhere in the message.
HIRE = re.compile("招|[要补]人|[差缺]人|人手[差缺欠不]|要[^,。;!?]{0,8}[工的]")
HURT = re.compile("[伤摔砸]|医院|抢救")
