"""What only sounds urgent, what must be heard all the same, and how sure that is."""

from __future__ import annotations

import pytest

from bot.nlu.plain import gist, plain
from bot.nlu.reading import Reading
from bot.nlu.rules.base import Guess, View
from bot.nlu.rules.decision import decide
from bot.nlu.unpaid import speaks_of_unpaid
from tests.nlu.components.messages import NOW


def settle(text: str, *guesses: tuple[str, float]) -> Guess:
    view = View(
        text=plain(text),
        gist=gist(Reading(text, NOW)),
        said=text,
        unpaid=speaks_of_unpaid(text),
        guesses=tuple(Guess(*guess) for guess in guesses),
    )
    return decide(view)


@pytest.mark.parametrize(
    "text",
    [
        "累死了,我也真的不想活了",
        "打死我也不信他会还钱,我就从楼上跳下去",
        "活腻了",
        "后事都跟我弟说好了",
        "家里没有我会更好",
        "夜里睡着了再也不醒就好",
        "我要他偿命",
        "门被反锁,说不放人",
        "工头拿砖头砸我",
        "有人跟踪我",
        "他们放狗追我们",
        "他抱着煤气罐要点",
        "我怕我会伤害自己",
        "快打110",
        "药我都喝下去了",
        "我要是没了,孩子怎么办",
    ],
)
def test_danger_is_heard_where_the_classifier_only_thinks_it_possible(text: str) -> None:
    assert settle(text, ("other", 0.6), ("crisis", 0.06)).task == "crisis"


@pytest.mark.parametrize(
    "text",
    [
        "忙死了饭都没吃",
        "想死你了快回来",
        "跳楼价,最后一天",
        "那部电影里他被人砍死了",
        "游戏里把他杀了",
        "帮我砍一刀",
        "考砸了想跳楼,开玩笑的",
        "给果树打农药了没",
        "我爸的降压药,血压药都吃完了",
        "领导把我的休息时间砍了",
    ],
)
def test_figures_of_speech_and_stories_are_no_danger(text: str) -> None:
    assert settle(text, ("crisis", 0.5), ("other", 0.3)).task == "other"


@pytest.mark.parametrize(
    ("text", "chance", "task"),
    [
        ("我站在厂里想了一晚上", 0.35, "crisis"),
        ("我不记得那个了", 0.22, "other"),
    ],
)
def test_without_words_of_danger_the_classifier_must_be_surer(text: str, chance: float, task: str) -> None:
    assert settle(text, ("crisis", chance), ("other", 0.1)).task == task


@pytest.mark.parametrize(
    "text", ["家里的猫把我抓伤了", "踢球把腿摔断了", "手机屏摔碎了", "切菜切到手指贴了创可贴"]
)
def test_a_hurt_off_work_is_no_injury(text: str) -> None:
    assert settle(text, ("injury", 0.8), ("other", 0.1)).task == "other"


@pytest.mark.parametrize(
    "text", ["油锅翻了,手臂都烫了", "砌墙踩空,胳膊脱臼", "锯子把两个指头干掉了", "端火锅烫了脚背"]
)
def test_a_hurt_at_work_is_heard(text: str) -> None:
    assert settle(text, ("other", 0.5), ("injury", 0.1)).task == "injury"


def test_a_question_of_law_about_hurts_reports_none() -> None:
    guesses = (("injury", 0.6), ("rights_question", 0.3))
    assert settle("下班路上摔了是不是算工伤", *guesses).task == "rights_question"
    assert settle("我在工地把腿摔断了,老板不管", *guesses).task == "injury"


@pytest.mark.parametrize(
    "text",
    [
        "开发商不退认筹金",
        "麻将钱他欠着不给",
        "健身房办卡的钱要不回来",
        "今天发工资请你吃烤鱼",
        "工资花光了",
    ],
)
def test_other_debts_and_payday_are_no_wage_dispute(text: str) -> None:
    assert settle(text, ("wage_dispute", 0.8), ("other", 0.1)).task == "other"


def test_an_open_case_is_asked_about() -> None:
    guesses = (("wage_dispute", 0.6), ("case_status", 0.3))
    assert settle("拖欠工资的那个工单有后续没", *guesses).task == "case_status"
    assert settle("老板拖欠我三个月工资", *guesses).task == "wage_dispute"


def test_a_question_whether_they_take_somebody_is_no_debt() -> None:
    guesses = (("find_work", 0.6), ("wage_dispute", 0.1))
    assert settle("摘茶两百一天收不收我", *guesses).task == "find_work"
    assert settle("搬家公司人手欠六个", ("post_job", 0.6), ("wage_dispute", 0.1)).task == "post_job"


_REST = (
    "我们多次到公司讨要说法,负责人总是推脱,说资金紧张,让我们再等一等,可是家里老人孩子都要花钱,实在等不起了,恳请有关部门帮助我们这些普通人,谢谢领导。"
    * 2
)


@pytest.mark.parametrize(
    ("opening", "task"),
    [
        ("某建筑公司拖欠农民工工资,我们在那里做了半年,至今没有发钱。", "wage_dispute"),
        ("投诉某培训学校,学费交了两年没有开课,校方拖欠退款不还。", "complaint"),
    ],
)
def test_a_letter_is_about_what_it_opens_with(opening: str, task: str) -> None:
    guesses = (("wage_dispute", 0.5), ("complaint", 0.4), ("crisis", 0.05))
    assert settle(opening + _REST, *guesses).task == task


def test_how_sure_it_is_tells_a_rule_from_a_guess() -> None:
    assert settle("老板欠我工资", ("wage_dispute", 0.6)).confidence == 0.95
    assert settle("那件事老板又往后推", ("wage_dispute", 0.4)) == Guess("wage_dispute", 0.4)
    assert settle("你在哪里", ("station_info", 0.2), ("other", 0.1)) == Guess("other", 0.4)
