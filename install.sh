#!/bin/sh
# Makes .venv with the pinned packages of constraints.txt, or brings it up to date.
# Arguments name optional parts of pyproject.toml: test, docs, bench, cluster, frameworks;
# "sandbox" is bubblewrap, in which students' code is graded, "browser" is Chromium, for tests.
# Plain sh, because it must also speak to a machine whose Python is missing or old.
set -eu
cd "$(dirname "$0")"

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

# TensorFlow is not there for 3.14.
is_right() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }

# Not the Python of .venv itself, which may be about to go.
PATH=$(printf '%s' "$PATH" | sed "s|$PWD/\.venv/bin:||g")

# Python: what PYTHON names, otherwise the first one of a version that will do.
python=
for candidate in ${PYTHON:-python3.11 python3 python3.12 python3.13 python}; do
    if command -v "$candidate" >/dev/null && is_right "$candidate"; then
        python=$(command -v "$candidate")
        break
    fi
done
if [ -z "$python" ]; then
    found=$(${PYTHON:-python3} --version 2>&1 || true)
    say "This course needs Python 3.11, 3.12 or 3.13. Found: ${found:-none}."
    say "On Debian or Ubuntu: sudo apt-get install python3.11 python3.11-venv, or with 3.12 or 3.13,"
    say "whichever your system has (apt-cache search '^python3\\.1[123]-venv')."
    stop "If it has another name or place: make PYTHON=/path/to/python3.13 (and what you wanted to make)."
fi

# Installs a Debian package where it may, or asks for it by name.
install_debian_package() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing Debian's package $1."
        apt-get update -qq && apt-get install -y -qq "$1" >/dev/null ||
            stop "apt-get could not install $1 (see above). Install it, then try again."
    else
        stop "$1 is not installed. On Debian or Ubuntu: sudo apt-get install $1"
    fi
}

# Debian and Ubuntu ship Python without what `-m venv` needs.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    install_debian_package "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
fi

# A stamp is written last: without it, or with another one, .venv is not what it should be.
# Of pyproject.toml it covers what stands above the settings of tools.
wanted=$( { pwd; "$python" --version; sed "/^\[tool.pytest/,\$d" pyproject.toml; cat constraints.txt; } | cksum)
is_stamped() { [ -f "$1" ] && [ "$(cat "$1")" = "$wanted" ]; }
# Errors only: setuptools remarks at length that folders have the packages' names.
add() {
    .venv/bin/python -m pip install --quiet --quiet --constraint constraints.txt --editable "$1" ||
        stop "Installing the packages failed (see above). Is there a network? Then try again."
}

if ! is_stamped .venv/installed || ! .venv/bin/python -c '' 2>/dev/null; then
    if [ -e .venv ]; then
        say "Making .venv again: it was not finished, or was made for other packages or another Python."
    else
        say "Making .venv with the pinned packages, about a minute, once."
    fi
    rm -rf .venv
    "$python" -m venv .venv
    # First pip itself: Debian 12's cannot resolve constraints on packages with extras.
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --constraint constraints.txt --upgrade pip ||
        stop "Installing pip failed (see above). Is there a network? Then try again."
    add .
    # The course's pages in JupyterLab; an editable install brings no settings along.
    mkdir -p .venv/etc/jupyter/jupyter_server_config.d
    printf '%s\n' '{ "ServerApp": { "jpserver_extensions": {' \
        '"grading.marking.server": true, "grading.start.server": true } } }' \
        > .venv/etc/jupyter/jupyter_server_config.d/grading.json
    printf '%s' "$wanted" > .venv/installed
fi

# Ubuntu's package of that name is another one, which cannot be started by a program.
is_chromium_there() { command -v chromium || command -v google-chrome; } >/dev/null

# What only some commands need; pyproject.toml lists it.
for extra; do
    case $extra in
    sandbox) command -v bwrap >/dev/null || install_debian_package bubblewrap; continue ;;
    browser) is_chromium_there || install_debian_package chromium; continue ;;
    esac
    is_stamped ".venv/installed-$extra" && continue
    say "Adding what $extra needs to .venv."
    add ".[$extra]"
    printf '%s' "$wanted" > ".venv/installed-$extra"
done
