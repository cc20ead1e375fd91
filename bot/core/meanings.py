"""What an unsure message may have meant: two or three choices to ask back with, instead of guessing."""

from __future__ import annotations

from typing import List, Mapping, Optional, Sequence, Tuple

UNSURE = 0.45
OTHER_UNSURE = 0.6  # “none of these” is worth a question a little longer
POSSIBLE = 0.15
MOST = 3
_OTHER = "other"
# How each wish is called when it is offered as a choice. What is not here is not worth asking about.
NAMES: Mapping[str, str] = {
    "find_work": "找活干",
    "post_job": "招人干活",
    "my_jobs": "看自己的活",
    "cancel": "退掉报名的活",
    "wage_dispute": "有人欠工钱",
    "case_status": "问案子进度",
    "injury": "干活受了伤",
    "rights_question": "问劳动权益",
    "report_posting": "举报假招工",
    "complaint": "提意见",
    "station_info": "问驿站在哪",
    "training": "学技术",
    "guidance": "请人出主意",
    "public_service": "办社保补贴",
    "subscribe": "有活发给我",
    "unsubscribe": "别再发了",
    "profile": "登记个人情况",
    "human": "找工作人员",
    "delete_my_data": "删除个人信息",
    "help": "问怎么用",
}


def choices(task: str, sure: float, ranking: Sequence[Tuple[str, float]]) -> Optional[List[str]]:
    """The tasks to offer, likeliest first; None where the message was understood well enough, or nothing is near.

    `ranking`: the classifier's guesses with their probabilities, best first.
    """
    if task not in NAMES and task != _OTHER or sure >= (OTHER_UNSURE if task == _OTHER else UNSURE):
        return None
    near = [name for name, chance in ranking if name in NAMES and chance >= POSSIBLE]
    offered = list(dict.fromkeys(([task] if task in NAMES else []) + near))[:MOST]
    return offered if len(offered) > 1 else None
