"""Files that are written whole or not at all, and what is said where they cannot be."""

import pytest

from coursework.whole_file import whole


def test_it_is_written_whole(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError), whole(path) as half:
        half.write_text("half")
        raise ZeroDivisionError
    assert path.read_text() == "before"
    with whole(path) as half:
        half.write_text("after")
    assert path.read_text() == "after"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("place", ["nowhere/a.csv", "file/a.csv"])
def test_an_error_names_what_is_not_there(tmp_path, place):
    (tmp_path / "file").touch()
    path = tmp_path / place
    with pytest.raises(OSError) as caught, whole(path) as half:
        half.write_text("x")
    assert caught.value.filename == str(path.parent)


def test_an_error_names_what_was_asked_for(tmp_path):
    path = tmp_path / "a.csv"
    (tmp_path / ".a.csv.half").mkdir()  # so nobody can write it, root neither
    with pytest.raises(OSError) as caught, whole(path) as half:
        half.write_text("x")
    assert caught.value.filename == str(path)
