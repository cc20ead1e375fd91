# `make help` lists what there is.
PY := .venv/bin/python
export PYTHONUTF8 := 1
export PYTHONWARNINGS := ignore
.DEFAULT_GOAL := help
.PHONY: help setup setup-test train run test lint format unit conversations e2e evaluate bench lock clean

help: ## 列出所有命令
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

setup: ## 建虚拟环境、装依赖
	@scripts/setup.sh run

setup-test:
	@scripts/setup.sh test

train: setup ## 数据变了就重新训练模型
	@$(PY) -m bot train --if-needed

run: train ## 启动全部服务(首次会自动装依赖、训练、建库、装示例数据)；演示时可加 CLOCK=2026-12-01T08:00
	@$(PY) -m bot migrate
	@$(PY) -m bot sample $(if $(CLOCK),--clock $(CLOCK))
	@exec $(PY) -m bot serve $(if $(CLOCK),--clock $(CLOCK))

lint: setup-test ## 格式、静态检查、分层约定
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	.venv/bin/lint-imports

format: setup-test ## 自动整理格式
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

test: lint train ## 全部检查和测试
	scripts/validate.sh
	$(PY) -m pytest --ignore tests/e2e
	$(PY) -m pytest tests/e2e # by itself: the browser driver keeps an event loop running

unit: setup-test ## 只跑快的测试
	$(PY) -m pytest -q --ignore tests/conversations --ignore tests/e2e

conversations: setup-test train ## 只跑对话测试
	$(PY) -m pytest -q tests/conversations

e2e: setup-test train ## 只跑端到端测试(真浏览器、真数据库)
	$(PY) -m pytest -q tests/e2e

evaluate: setup train ## 测听懂了多少，写进 docs/understanding.md
	$(PY) -m bot evaluate

bench: setup train ## 和 Rasa 标准中文流水线比快慢、内存、准确度（首次要训练它，十几分钟）
	$(PY) -m bench.understanding

lock: setup ## 重新锁定依赖版本
	@for part in run test tools; do .venv/bin/uv pip compile -q --universal --python-version 3.10 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate requirements/$$part.in -o requirements/$$part.lock; done

clean: ## 删掉虚拟环境、模型和本机数据
	rm -rf .venv bot/models/*.tar.gz bot/models/trained_on.json bot/models/.training-* var .rasa
