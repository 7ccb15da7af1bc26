"""`coursework update`: what came is added, and nothing that a student has is replaced."""

import json
import os
import stat
import zipfile

import pytest

from coursework.handout import RELEASED, Handout, HandoutError
from coursework.update import update

OLD, NEW = "part1-1-autodiff-scalar", "part1-2-autodiff-matrix"


def notebook(*sources):
    return json.dumps({"cells": [{"source": source} for source in sources]})


def handed_out(*exercises):
    """What a zip file of the course holds, by names in its folder."""
    files = {
        "README.md": "newest",
        "requirements.txt": "numpy",
        "site/a.html": "newest",
    }
    files["Start.ipynb"] = notebook("# Start", *exercises)
    for name in exercises:
        files[f"{name}/{name}.ipynb"] = files[f"{RELEASED}/{name}.ipynb"] = "released"
        files[f"{name}/data/values.csv"] = "released"
    return files


def write_zip(path, files, top="dp-course/"):
    with zipfile.ZipFile(path, "w") as made:
        for name, content in files.items():
            made.writestr(f"{top}{name}", content)
    return path


@pytest.fixture
def mine(tmp_path):
    """A folder in which somebody has worked at the first exercise."""
    for name, content in handed_out(OLD).items():
        (tmp_path / "mine" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mine" / name).write_text(content, encoding="utf-8")
    for name in (f"{OLD}/{OLD}.ipynb", f"{OLD}/data/values.csv", f"{OLD}/draft.ipynb"):
        (tmp_path / "mine" / name).write_text("my work", encoding="utf-8")
    return Handout(tmp_path / "mine")


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def works(handout):
    return {n: c for n, c in contents(handout.root).items() if c == b"my work"}


def without_released(files, name=OLD):
    return {n: c for n, c in files.items() if n != f"{RELEASED}/{name}.ipynb"}


def test_what_is_new_is_added_and_what_is_the_courses_is_replaced(mine, tmp_path):
    (mine.root / "README.md").write_text("older", encoding="utf-8")
    before = works(mine)
    came = update(mine, write_zip(tmp_path / "new.zip", handed_out(OLD, NEW)))
    assert (came.added, came.kept, came.start) == ([NEW], [OLD], "")
    assert works(mine) == before
    assert (mine.root / NEW / f"{NEW}.ipynb").read_text() == "released"
    assert (mine.root / "README.md").read_text() == "newest"
    assert not list(mine.root.rglob("*.half"))


# A zip file may lack the copy by which an exercise is known, or have others.
LACKING = {
    "no copy of the exercise": without_released(handed_out(OLD, NEW)),
    "an older course": handed_out(NEW),
    "another name in the same folder": {
        **without_released(handed_out(OLD, NEW)),
        f"{OLD}/draft.ipynb": "released",
    },
    "a notebook at the top": {**handed_out(OLD, NEW), "notes.ipynb": "released"},
    "a notebook in the site": {**handed_out(OLD, NEW), "site/mine.ipynb": "released"},
    "folders and names in capitals": {
        **handed_out(NEW),
        f"{OLD}/DRAFT.IPYNB": "released",
        "NOTES.ipynb": "released",
    },
}


@pytest.mark.parametrize("what", LACKING)
def test_no_notebook_is_replaced_whatever_the_zip_file_lacks(mine, tmp_path, what):
    for name in ("notes.ipynb", "site/mine.ipynb"):
        (mine.root / name).write_text("my work", encoding="utf-8")
    before = works(mine)
    assert len(before) == 5
    update(mine, write_zip(tmp_path / "new.zip", LACKING[what]))
    assert works(mine) == before


def test_a_folder_that_holds_no_copies_is_refused(mine, tmp_path):
    files = {n: c for n, c in handed_out(OLD).items() if not n.startswith(RELEASED)}
    before = contents(mine.root)
    with pytest.raises(HandoutError, match=r"hidden folder .released is missing"):
        update(mine, write_zip(tmp_path / "new.zip", files))
    assert contents(mine.root) == before


@pytest.mark.parametrize(
    "name",
    [
        f"../mine/{OLD}/{OLD}.ipynb",
        f"site/../{OLD}/{OLD}.ipynb",
        f"{RELEASED}/../{OLD}/{OLD}.ipynb",
        f"site\\..\\{OLD}\\{OLD}.ipynb",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(mine, tmp_path, name):
    before = contents(mine.root)
    files = {**handed_out(OLD, NEW), name: "released"}
    for top in ("dp-course/", ""):
        with pytest.raises(HandoutError, match="no zip file of this course"):
            update(mine, write_zip(tmp_path / "new.zip", files, top))
    absolute = {**handed_out(NEW), str(tmp_path / "mine" / "x"): "released"}
    with pytest.raises(HandoutError, match="no zip file of this course"):
        update(mine, write_zip(tmp_path / "new.zip", absolute, ""))
    assert contents(mine.root) == before


def test_a_link_in_the_zip_file_is_refused(mine, tmp_path):
    path = write_zip(tmp_path / "new.zip", handed_out(OLD, NEW))
    link = zipfile.ZipInfo("dp-course/site/mine")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(link, f"../{OLD}")
    with pytest.raises(HandoutError, match="leads out"):
        update(mine, path)


def test_links_in_the_students_folder_lead_to_nothing_that_is_replaced(mine, tmp_path):
    work = mine.root / OLD / f"{OLD}.ipynb"
    copy = mine.root / RELEASED / f"{OLD}.ipynb"
    copy.unlink()
    before = works(mine)
    copy.symlink_to(work)
    update(mine, write_zip(tmp_path / "new.zip", handed_out(OLD, NEW)))
    assert work.read_bytes() == b"my work" and not copy.is_symlink()
    assert works(mine) == before
    # A whole folder that is a link.
    (mine.root / "site" / "a.html").unlink()
    (mine.root / "site").rmdir()
    (mine.root / "site").symlink_to(mine.root / OLD)
    files = {**handed_out(OLD, NEW), f"site/{OLD}.ipynb": "released"}
    with pytest.raises(HandoutError, match="Nothing was changed: site is a link"):
        update(mine, write_zip(tmp_path / "new.zip", files))
    assert work.read_bytes() == b"my work"


def test_an_exercises_folder_that_is_a_link_is_not_written_through(mine, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    (mine.root / OLD).rename(elsewhere)
    (mine.root / OLD).symlink_to(elsewhere)
    files = {**handed_out(OLD, NEW), f"{OLD}/more.csv": "released"}
    before = contents(elsewhere)
    with pytest.raises(HandoutError, match="is a link"):
        update(mine, write_zip(tmp_path / "new.zip", files))
    assert contents(elsewhere) == before


def test_a_folder_where_a_notebook_is_changes_nothing(mine, tmp_path):
    before = contents(mine.root)
    files = {**handed_out(NEW), f"{OLD}/{OLD}.ipynb/x": "released"}
    with pytest.raises(
        HandoutError, match="is a file, and the new handout needs a folder"
    ):
        update(mine, write_zip(tmp_path / "new.zip", files))
    assert contents(mine.root) == before


def test_a_folder_where_the_course_has_a_file_changes_nothing(mine, tmp_path):
    (mine.root / "README.md").unlink()
    (mine.root / "README.md").mkdir()
    before = contents(mine.root)
    with pytest.raises(HandoutError, match="README.md is a folder"):
        update(mine, write_zip(tmp_path / "new.zip", handed_out(OLD, NEW)))
    assert contents(mine.root) == before


def test_what_a_student_wrote_in_the_start_page_is_kept(mine, tmp_path):
    start = mine.root / "Start.ipynb"
    path = write_zip(tmp_path / "new.zip", handed_out(OLD, NEW))
    for number, text in enumerate((notebook("# Start", "my notes"), "{ broken"), 1):
        start.write_text(text, encoding="utf-8")
        came = update(mine, path)
        assert (mine.root / came.start).read_text(encoding="utf-8") == text
        assert "yours" in came.start and (str(number) in came.start) == (number > 1)
        assert NEW in start.read_text(encoding="utf-8")
    assert update(mine, path).start == ""


@pytest.mark.parametrize("around", ["dp-course", "dp-course-student/dp-course", "x"])
@pytest.mark.parametrize("given", ["itself", "around it", "zip"])
def test_a_folder_that_was_unpacked_is_taken(mine, tmp_path, around, given):
    new = tmp_path / "Downloads" / around
    for name, content in handed_out(OLD, NEW).items():
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).write_text(content, encoding="utf-8")
    (new / "__MACOSX").mkdir()
    (new / "__MACOSX" / "._x").touch()
    (new / NEW / "link.ipynb").symlink_to("/etc/passwd")
    path = {"itself": new, "around it": new.parent, "zip": tmp_path / "again.zip"}[
        given
    ]
    if given == "zip":  # packed once more, as some do before they mail it
        files = {n: c for n, c in contents(new).items() if not n.endswith("link.ipynb")}
        write_zip(path, files, top=f"{around}/")
    before = works(mine)
    came = update(mine, path)
    assert (came.added, came.kept) == ([NEW], [OLD])
    assert works(mine) == before
    assert not os.path.lexists(mine.root / NEW / "link.ipynb")
    assert not (mine.root / "__MACOSX").exists()


def test_the_command_takes_a_folder_and_says_what_is_missing(mine, tmp_path, run):
    new = tmp_path / "new" / "dp-course"
    with zipfile.ZipFile(write_zip(tmp_path / "z.zip", handed_out(OLD, NEW))) as made:
        made.extractall(tmp_path / "new")
    done = run("coursework", "update", new, folder=mine.root)
    assert f"New: {NEW}" in done.stdout
    gone = tmp_path / "new" / "dp-course-student.zip"
    done = run("coursework", "update", gone, folder=mine.root, expect=1)
    assert "Safari unpacks" in done.stderr
    done = run("coursework", "update", ".", folder=mine.root, expect=1)
    assert "is the folder to be updated" in " ".join(done.stderr.split())
    done = run("coursework", "update", tmp_path / "new", folder=mine.root)
    assert "New: no exercise" in done.stdout
