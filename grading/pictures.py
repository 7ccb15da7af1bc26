"""Pictures in a student's texts: pasted, attached, or in a file beside the notebook.

Each becomes an attachment of its cell, checked to be a picture that a browser only draws.
"""

import base64
import binascii
import posixpath
import warnings
from collections.abc import Mapping
from io import BytesIO
from urllib.parse import unquote

from nbformat.notebooknode import NotebookNode
from PIL import Image

from coursework.cells import is_own

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
WANTED = "no PNG, JPEG, GIF or WebP of a size that can be shown"
MOST_BYTES = 10 * 2**20  # of one picture
MOST_BYTES_IN_ALL = 20 * 2**20
MOST_PIXELS = 50_000_000
PREFIX = "attachment:"


def attach_pictures(notebook: NotebookNode, files: Mapping[str, bytes]) -> list[str]:
    """Give each of the student's texts its pictures; remarks on those that are not used."""
    remarks, shown, room = [], set(), MOST_BYTES_IN_ALL
    beside = {n: c for n, c in files.items() if n.lower().endswith(SUFFIXES)}
    for cell in notebook.cells:
        if not is_own(cell) or cell.cell_type != "markdown":
            continue
        given = {
            name: raw
            for name, raw in contents(cell.pop("attachments", {})).items()
            if is_named(name, cell.source)
        }
        lying = {n: c for n, c in beside.items() if is_named(n, cell.source)}
        kept = {}
        for name, raw in (lying | given).items():
            kind = kind_of(raw) if len(raw) <= room else ""
            if kind:
                kept[name] = {kind: base64.b64encode(raw).decode("ascii")}
                room -= len(raw)
            else:
                remarks.append(f"not used: the picture {name} ({WANTED})")
        if kept:
            cell.attachments = NotebookNode(kept)
        shown |= set(lying) & set(kept)
    return remarks


def is_named(name: str, source: str) -> bool:
    """Does a text mention a file by its name, in whatever spelling an address has?"""
    last = posixpath.basename(name).casefold()
    return last in source.casefold() or last in unquote(source).casefold()


def contents(attachments: object) -> dict[str, bytes]:
    """What a cell's attachments hold, whatever they were written as."""
    found = {}
    for name, kinds in attachments.items() if isinstance(attachments, dict) else ():
        for coded in kinds.values() if isinstance(kinds, dict) else ():
            lines = coded if isinstance(coded, list) else [coded]
            text = "".join(line for line in lines if isinstance(line, str))
            try:
                found[name] = base64.b64decode(unquote(text))
            except (binascii.Error, ValueError):
                found[name] = b""
    return found


def kind_of(raw: bytes) -> str:
    """The media type of a picture; "" if it is none that can be shown."""
    if len(raw) > MOST_BYTES:
        return ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(raw), formats=FORMATS) as picture:
                width, height = picture.size
                kind = Image.MIME[picture.format]
    except Exception:  # noqa: BLE001 (a file may hold anything)
        return ""
    return kind if 0 < width * height <= MOST_PIXELS else ""


def address_of(src: str, attachments: Mapping[str, Mapping[str, str]]) -> str:
    """The data of the picture that an address means; "" if the cell does not have it."""
    wanted = plain(src)
    names = {plain(name): name for name in attachments}
    last = {posixpath.basename(name): names[name] for name in names}
    name = names.get(wanted, last.get(posixpath.basename(wanted)))
    if name is None or is_remote(src):
        return ""
    for kind, coded in attachments[name].items():
        return f"data:{kind};base64,{coded}"
    return ""


def is_remote(src: str) -> bool:
    return src.strip().lower().startswith(("http:", "https:", "//", "ftp:"))


def plain(src: str) -> str:
    """An address as names of files are compared: without prefix, escapes, cases, `./`."""
    name = unquote(src.strip().strip("<>"))
    name = name.removeprefix(PREFIX).removeprefix("files/").replace("\\", "/")
    return posixpath.normpath(name.partition("?")[0].strip()).casefold()
