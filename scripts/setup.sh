#!/usr/bin/env bash
# Makes .venv with Python 3.10 and installs a lock file into it. Usage: scripts/setup.sh run|test
# Does nothing where the same lock file is installed already.
set -euo pipefail
cd "$(dirname "$0")/.."
want="${1:-run}"
venv=.venv

runs() { "$1" -c 'import sys, venv, ssl, sqlite3; sys.exit(sys.version_info[:2] != (3, 10))' >/dev/null 2>&1; }

find_python() {
    # A python3.10 on the PATH may be a shim that only says it is not there: each candidate is made to run.
    local candidate
    for candidate in "${PYTHON:-}" python3.10 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10*/bin/python /usr/bin/python3.10 \
        /usr/local/bin/python3.10 /opt/homebrew/bin/python3.10 python3 python; do
        if [ -n "$candidate" ] && runs "$candidate"; then echo "$candidate"; return; fi
    done
}

make_venv() {
    local python
    python="$(find_python)"
    if [ -n "$python" ]; then
        echo "用 $python 建立虚拟环境 …"
        "$python" -m venv "$venv"
    elif command -v uv >/dev/null 2>&1; then
        echo "没有找到 Python 3.10,请 uv 取一个 …"
        uv venv --seed --python 3.10 "$venv"
    else
        cat >&2 <<'TXT'
没有找到能用的 Python 3.10(Rasa 3.6 最高只支持 3.10)。请装下面任意一个,再运行一次:
  · Debian/Ubuntu:apt install python3.10 python3.10-venv(系统源里有时)
  · pyenv:        pyenv install 3.10
  · uv:           装好 uv 即可,本项目会用它取 Python 3.10
或者用 PYTHON=/路径/python3.10 make run 指定。
TXT
        exit 1
    fi
}

install() {
    # uv installs the same locked and hashed files several times faster; where it cannot be had, pip does it.
    local lock="requirements/$1.lock" python="$venv/bin/python" began=$SECONDS
    echo "安装依赖 $lock …"
    if [ -x "$venv/bin/uv" ] || "$python" -m pip install -q --disable-pip-version-check --require-hashes -r requirements/tools.lock; then
        "$venv/bin/uv" pip install --quiet --python "$python" --require-hashes -r "$lock" ||
            "$python" -m pip install --disable-pip-version-check --require-hashes -r "$lock"
    else
        "$python" -m pip install --disable-pip-version-check --require-hashes -r "$lock"
    fi
    echo "装好了,用时 $((SECONDS - began)) 秒"
}

runs "$venv/bin/python" || { rm -rf "$venv"; make_venv; }
for lock in run $([ "$want" = test ] && echo test); do
    stamp="$venv/.installed-$lock"
    if ! cmp -s "requirements/$lock.lock" "$stamp"; then
        install "$lock"
        cp "requirements/$lock.lock" "$stamp"
    fi
done
