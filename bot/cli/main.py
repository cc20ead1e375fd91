"""Which command runs what. Each is imported only when asked for: Rasa alone takes seconds to load."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from importlib import import_module
from typing import List

from bot import config, logs
from bot.engine import model_file

log = logging.getLogger(__name__)
COMMANDS = {
    "serve": "在一台机器上启动全部：机器人、投递、控制台和模拟手机",
    "train": "训练模型到 bot/models/",
    "migrate": "把数据库升到最新结构",
    "sample": "空库里装入示例数据（仅限没有接真实渠道时）",
    "understand": "逐行读 JSON，说明机器人怎样理解每条消息",
    "chat": "在终端里和机器人对话（服务要先启动）",
    "import": "导入 CSV:postings、employers、stations、contacts",
    "evidence": "打印一个案件的材料：说到的事、原话、法条和期限",
    "evaluate": "在没见过的消息上测理解的准确度",
    "process": "（内部）启动一个进程：bot、delivery、console、actions",
}


# TensorFlow comes with Rasa and is not used here; Rasa's telemetry is never wanted.
_QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


def main(argv: List[str]) -> int:
    """Runs one command; its exit status: 2, with a sentence that says which, where a setting is wrong or the model missing."""
    parser = argparse.ArgumentParser(prog="python -m bot", description="零工驿站机器人")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    for name, text in COMMANDS.items():
        commands.add_parser(name, help=text, add_help=False)
    if not argv or argv[0] not in COMMANDS:
        parser.parse_args(argv)
    os.environ.update({name: os.environ.get(name, value) for name, value in _QUIET.items()})
    try:
        logs.set_up(config.load(os.environ).log_level)
        return import_module(f"bot.cli.{argv[0]}_").main(argv[1:])
    except (config.SettingError, model_file.NoModel) as why:
        print(why, file=sys.stderr)
        return 2
    except Exception:  # its text may hold what somebody wrote: it is shown at DEBUG only
        name = " ".join(argv[:2]) if argv[0] == "process" else argv[0]
        log.critical("%s 出错停下了；设 LOG_LEVEL=DEBUG 再运行，可看到全部经过", name, exc_info=True)
        return 1
