"""The images of a text: the data of its pictures in their place, or a word on what is missing."""

import base64
import binascii
import html
import re
import secrets
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote, urlsplit

from bleach.html5lib_shim import Filter

from grading.pictures import PREFIX, address_of, is_remote, kind_of

SIZE = re.compile(r"\d{1,4}(?:px|%)?")
DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.ASCII)
LINKS = ("", "http", "https", "mailto")
SRC, HREF = (None, "src"), (None, "href")
SIZES = ((None, "width"), (None, "height"))


class Images:
    """The pictures of one text, put in after all else is done: they are large."""

    def __init__(self, attachments: Mapping[str, Mapping[str, str]]):
        self.attachments = attachments
        self.found: list[str] = []
        self.missing: list[str] = []  # the words in place of the others
        self.mark = f"{PREFIX}{secrets.token_hex(8)}-"  # that no text can have

    @staticmethod
    def address(src: str) -> str:
        """An address that no cleaning takes away, whatever `src` is."""
        return src if DATA.match(src) else PREFIX + quote(src)

    def data_of(self, src: str) -> str:
        """The data of the picture at `src`; "" if the submission does not have it."""
        if DATA.match(src):
            return src if is_picture(src) else ""
        return address_of(src, self.attachments)

    def token(self, src: str) -> str:
        """What stands for the picture at `src` until `put_in`; "" if there is none."""
        data = self.data_of(src)
        if not data:
            return ""
        self.found.append(data)
        return f"{self.mark}{len(self.found) - 1}"

    def put_in(self, page: str) -> str:
        """A cleaned page with the pictures in place of their tokens."""
        parts = re.split(rf'(?<= src="){self.mark}(\d+)(?=")', page)
        data = [
            self.found[int(part)] if number % 2 else part
            for number, part in enumerate(parts)
        ]
        return "".join(data)


def is_picture(src: str) -> bool:
    try:
        return bool(kind_of(base64.b64decode(unquote(src.partition(",")[2]))))
    except (binascii.Error, ValueError):
        return False


def with_images(source: Filter, images: Images) -> "WithImages":
    return WithImages(source, images)


class WithImages(Filter):
    """Puts each image's token in; what is not there, or would be loaded, is named."""

    def __init__(self, source, images: Images):
        super().__init__(source)
        self.images = images

    def __iter__(self) -> Iterator[dict]:
        for token in super().__iter__():
            attributes = token.get("data")
            if token["type"] in ("StartTag", "EmptyTag") and token["name"] == "img":
                yield from self.image(token, attributes)
                continue
            if token["type"] == "StartTag" and not is_link(attributes.get(HREF, "")):
                del attributes[HREF]
            yield token

    def image(self, token: dict, attributes: dict) -> Iterator[dict]:
        src = original(attributes.get(SRC, ""))
        place = self.images.token(src)
        if not place:
            self.images.missing.append(missing(src))
            yield {"type": "Characters", "data": f"[{missing(src)}]"}
            return
        attributes[SRC] = place
        for size in SIZES:
            if not SIZE.fullmatch(attributes.get(size, "1")):
                del attributes[size]
        yield token


def original(src: str) -> str:
    """The address that the student wrote."""
    return (
        unquote(html.unescape(src).removeprefix(PREFIX))
        if src.startswith(PREFIX)
        else src
    )


def missing(src: str) -> str:
    """The words in place of a picture."""
    if is_remote(src):
        return f"a picture at {src}, which is not loaded"
    name = "" if src.startswith("data:") else src.removeprefix(PREFIX)
    if not name:
        return "a picture that cannot be shown"
    return f"picture {name}: it was not handed in, or cannot be shown"


def is_link(href: str) -> bool:
    try:
        return urlsplit(html.unescape(href).strip()).scheme.lower() in LINKS
    except ValueError:
        return False
