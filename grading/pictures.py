"""Pictures in a student's texts: pasted, attached, or in a file beside the notebook.

Each becomes an attachment of its cell, checked to be a picture that a browser only draws. Of
those that came and cannot be shown the cell's metadata say why, in ``pictures_not_shown``.
"""

import base64
import binascii
import html
import itertools
import posixpath
import re
import unicodedata
import warnings
from collections.abc import Iterable, Mapping
from io import BytesIO
from urllib.parse import unquote

from nbformat.notebooknode import NotebookNode
from PIL import Image

from coursework.answers import as_text
from coursework.cells import is_own
from coursework.terminal import in_one_line

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
BEGINNING = re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP", re.DOTALL)
SUFFIXES = (  # of what people mean as a picture, shown or not
    *(".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp"),
    *(".svg", ".svgz", ".bmp", ".tif", ".tiff", ".avif", ".heic", ".heif"),
    *(".jxl", ".jp2", ".ico", ".psd", ".pdf", ".eps", ".ps", ".drawio"),
)
MOST_BYTES = 10 * 2**20  # of one picture
MOST_BYTES_IN_ALL = 20 * 2**20
MOST_PIXELS = 50_000_000
MOST_IN_A_TEXT = 100
MOST_REMARKS = 10
MOST_OF_A_NAME = 200  # characters
PREFIX = "attachment:"
NOT_SHOWN = "pictures_not_shown"  # the key in a cell's metadata
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")  # in Markdown

DAMAGED = "it came, but is empty, damaged or cut off"
OTHER_FORMAT = "it came, but pages show only PNG, JPEG, GIF and WebP"
TOO_LARGE = (
    f"it came, but is too large: pages show up to {MOST_BYTES // 2**20} MiB and "
    f"{MOST_PIXELS // 10**6} megapixels"
)
TOO_MUCH = (
    f"it came, but all pictures together are more than {MOST_BYTES_IN_ALL // 2**20} MiB"
)
UNREAD = "it came, but there are too many files beside the notebook"
IN_ANOTHER = "it came with another text and is shown there"


def attach_pictures(
    notebook: NotebookNode, files: Mapping[str, bytes], unread: Iterable[str] = ()
) -> list[str]:
    """Give each of the student's texts its pictures; remarks on those that are not shown.

    `files` came beside the notebook, and so did those that are called as in `unread`.
    """
    texts = [c for c in notebook.cells if is_own(c) and c.cell_type == "markdown"]
    attached = [contents(cell.pop("attachments", {})) for cell in texts]
    elsewhere = dict.fromkeys((name for one in attached for name in one), IN_ANOTHER)
    elsewhere |= dict.fromkeys(sorted(unread), UNREAD)
    named = [name for name in elsewhere if is_called_picture(name)][-MOST_IN_A_TEXT:]
    remarks, room = [], MOST_BYTES_IN_ALL
    for cell, given in zip(texts, attached, strict=True):
        pictures = pictures_beside(files, cell.source, given) | given
        others = [name for name in named if name not in pictures]
        faults = {name: elsewhere[name] for name in mentioned(others, cell.source)}
        kept = {}
        for name, raw in pictures.items():
            kind, fault = examine(raw)
            if kind and len(raw) <= room:
                kept[name] = {kind: base64.b64encode(raw).decode("ascii")}
                room -= len(raw)
            else:
                faults[name] = fault or TOO_MUCH
        if kept:
            cell.attachments = NotebookNode(kept)
        if faults:
            cell.metadata[NOT_SHOWN] = NotebookNode(faults)
        remarks += [f"the picture {readable(n)} ({faults[n]})" for n in faults]
    return bounded(list(dict.fromkeys(remarks)))


def pictures_of(cell: NotebookNode) -> set[str]:
    """The names of a text's pictures, and of those that it cannot show."""
    return {*cell.get("attachments", {}), *cell.metadata.get(NOT_SHOWN, {})}


def bounded(remarks: list[str]) -> list[str]:
    """The first `remarks`, the last of which says how many more there are."""
    more = len(remarks) - MOST_REMARKS
    ending = f", and {more} more" if more > 0 else ""
    named = [f"not used: {remark}" for remark in remarks[:MOST_REMARKS]]
    return [*named[:-1], *(last + ending for last in named[-1:])]


def pictures_beside(
    files: Mapping[str, bytes], source: str, given: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The pictures among `files` that a text mentions, whatever they are called.

    One that is called as another, which was `given` with the text, gets a prefix.
    """
    found = {}
    for name in mentioned(files, source):
        raw = files[name]
        if is_called_picture(name) or kind_of(raw):
            is_another = given.get(name, raw) != raw
            found[as_text(f"files/{name}" if is_another else name)] = raw
    return found


def is_called_picture(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def mentioned(names: Iterable[str], source: str) -> list[str]:
    """Those of `names` that a text mentions, in whatever spelling an address has.

    ``my plot.png`` is no mention of ``plot.png`` where there are both.
    """
    full: dict[str, list[str]] = {}
    last: dict[str, list[str]] = {}
    for name in names:
        full.setdefault(spelled(name), []).append(name)
        last.setdefault(posixpath.basename(spelled(name)), []).append(name)
    known = last | full
    texts = [spelled(source), spelled(ESCAPED.sub(r"\1", source))] if known else []
    found = []
    for spelling in sorted(filter(None, known), key=len, reverse=True):
        pattern = re.compile(rf"(?<![\w-]){re.escape(spelling)}(?![\w-])")
        left = [pattern.sub("\0", t) if spelling in t else t for t in texts]
        found += known[spelling] if left != texts else []
        texts = left
    return list(dict.fromkeys(found))


def spelled(text: str) -> str:
    """Names as they are compared: without escapes, cases, kinds of blanks and accents."""
    plain = unquote(html.unescape(text)).replace("\\", "/")
    return " ".join(composed(composed(plain).casefold()).split())


def composed(text: str) -> str:
    """`text` with each accent in its letter: Macs write them apart in names of files."""
    return unicodedata.normalize("NFC", text)


def readable(name: str) -> str:
    """A name, or an address, as a person reads it."""
    plain = composed(unquote(html.unescape(name)))
    return in_one_line(as_text(plain[:MOST_OF_A_NAME]))


def contents(attachments: object) -> dict[str, bytes]:
    """What a cell's attachments hold, whatever they were written as."""
    found = {}
    items = attachments.items() if isinstance(attachments, dict) else ()
    for name, kinds in itertools.islice(items, MOST_IN_A_TEXT):
        forms = list(map(decoded, kinds.values())) if isinstance(kinds, dict) else []
        fitting = [*filter(kind_of, forms), *forms, b""]
        found[as_text(name) or "picture"] = fitting[0]
    return found


def decoded(coded: object) -> bytes:
    lines = coded if isinstance(coded, list) else [coded]
    text = unquote("".join(line for line in lines if isinstance(line, str)))
    is_plain = text.lstrip().startswith("<")  # an SVG
    try:
        return text.encode() if is_plain else base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""


def kind_of(raw: bytes) -> str:
    """The media type of a picture; "" if it is none that can be shown."""
    return examine(raw)[0]


def examine(raw: bytes) -> tuple[str, str]:
    """The media type of a picture that can be shown, or "" and why it cannot."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(raw), formats=FORMATS) as picture:
                width, height = picture.size
                kind = Image.MIME[picture.format or ""]
    except Image.DecompressionBombError:
        return "", TOO_LARGE
    except Exception:  # noqa: BLE001 (a file may hold anything)
        is_damaged = not raw or BEGINNING.match(raw)
        return "", DAMAGED if is_damaged else OTHER_FORMAT
    if len(raw) > MOST_BYTES or width * height > MOST_PIXELS:
        return "", TOO_LARGE
    # A JPEG with a preview, as cameras write it, is an MPO to Pillow alone.
    return kind.replace("/mpo", "/jpeg"), ""


class Names:
    """Finds which of a text's pictures an address means."""

    def __init__(self, names: Iterable[str]):
        self.full = {plain(name): name for name in names}
        self.last = {posixpath.basename(p): name for p, name in self.full.items()}

    def meant(self, src: str) -> str | None:
        """The name of the picture at `src`; None if the text does not have it."""
        if is_remote(src):
            return None
        for address in (src, re.split(r"[?#]", src)[0], ESCAPED.sub(r"\1", src)):
            wanted = plain(address)
            name = self.full.get(wanted, self.last.get(posixpath.basename(wanted)))
            if name is not None:
                return name
        return None


def is_remote(src: str) -> bool:
    return src.strip().lower().startswith(("http:", "https:", "//", "ftp:"))


def plain(src: str) -> str:
    """An address as names of files are compared: without prefix, escapes, cases, `./`."""
    name = spelled(src.strip().strip("<>"))
    name = name.removeprefix(PREFIX).removeprefix("files/").strip()
    return posixpath.normpath(name)
