"""The version is `dp.__version__`, and what else has to say it says the same."""

import json
import re
import tomllib

import pytest
from shared import ROOT

import dp


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def versions_in(changelog):
    return re.findall(r"^## \[(\d.*?)\]", changelog, re.MULTILINE)


def test_it_has_three_numbers():
    assert re.fullmatch(r"\d+\.\d+\.\d+", dp.__version__)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (
            "CITATION.cff",
            lambda text: re.findall(r"^version: (.+)$", text, re.MULTILINE),
        ),
        ("CHANGELOG.md", lambda text: versions_in(text)[:1]),
        (
            "coursework/labextension/package.json",
            lambda text: [json.loads(text)["version"]],
        ),
    ],
)
def test_other_files_name_the_same(name, found):
    assert found(text_of(name)) == [dp.__version__]


def test_packages_and_site_take_it_from_there():
    project = tomllib.loads(text_of("pyproject.toml"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {
        "attr": "dp.__version__"
    }
    assert "\nrelease = dp.__version__\n" in text_of("docs/conf.py")


def test_the_changelog_goes_back_in_time_below_what_is_unreleased():
    changelog = text_of("CHANGELOG.md")
    headings = re.findall(r"^## (.+)$", changelog, re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    assert all(
        re.fullmatch(r"\[[\d.]+\] - \d{4}-\d\d-\d\d", one) for one in headings[1:]
    )
    numbers = [tuple(map(int, one.split("."))) for one in versions_in(changelog)]
    assert numbers == sorted(set(numbers), reverse=True)
