"""The images of a text: the data of its pictures in their place, or a word on what is missing."""

import base64
import binascii
import html
import re
import secrets
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote, urlsplit

from bleach.html5lib_shim import Filter

from grading.pictures import PREFIX, Names, is_remote, kind_of, readable

SIZE = re.compile(r"\d{1,4}(?:px|%)?")
DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.ASCII)
WHOLE = re.compile(rf"{DATA.pattern}[\w+/=\s]*", re.ASCII)
MOST_TIMES = 2  # that a text shows its pictures
SRC, HREF = (None, "src"), (None, "href")
SIZES = ((None, "width"), (None, "height"))


class Images:
    """The pictures of one text, put in after all else is done: they are large.

    `not_shown` says of those that came, too, why they cannot be shown. Without
    `attachments` it is not known which came.
    """

    def __init__(
        self,
        attachments: Mapping[str, Mapping[str, str]] | None,
        not_shown: Mapping[str, str] | None = None,
    ):
        self.is_known = attachments is not None
        self.data = {n: data_in(kinds) for n, kinds in (attachments or {}).items()}
        self.not_shown = not_shown or {}
        self.names = Names([*self.data, *self.not_shown])
        # No text makes a page large by showing a picture again and again.
        self.room = MOST_TIMES * sum(map(len, self.data.values()))
        self.mark = f"{PREFIX}{secrets.token_hex(8)}-"  # that no text can have
        self.forget()

    def forget(self) -> None:
        """Begin anew, for the text could not be drawn."""
        self.found: list[str] = []
        self.named: set[str] = set()  # in their place
        self.missing: list[str] = []  # the words in place of those that did not come

    @staticmethod
    def address(src: str) -> str:
        """An address that no cleaning takes away, whatever `src` is."""
        return src if DATA.match(src) else PREFIX + quote(src)

    def data_of(self, src: str) -> str:
        """The data of the picture at `src`; "" if there is none to be shown."""
        if DATA.match(src):
            return src if is_picture(src) else ""
        name = self.names.meant(src)
        data = "" if name is None else self.data.get(name, "")
        if len(data) > self.room:
            return ""
        self.room -= len(data)
        return data

    def token(self, src: str) -> str:
        """What stands for the picture at `src` until `put_in`; "" if there is none."""
        data = self.data_of(src)
        if not data:
            return ""
        self.found.append(data)
        return f"{self.mark}{len(self.found) - 1}"

    def words(self, src: str) -> str:
        """What is said in place of the picture at `src`, which has no token."""
        name = self.names.meant(src)
        if name is not None and name in self.not_shown:
            self.named.add(name)
            return f"picture {readable(name)}: {self.not_shown[name]}"
        if name is not None and name in self.data:
            return f"picture {readable(name)}: it stands here more than once"
        self.missing.append(missing(src, self.is_known))
        return self.missing[-1]

    def put_in(self, page: str) -> str:
        """A cleaned page with the pictures in place of their tokens, and the others below."""
        parts = re.split(rf'(?<= src="){self.mark}(\d+)(?=")', page)
        data = [
            self.found[int(part)] if number % 2 else part
            for number, part in enumerate(parts)
        ]
        return "".join([*data, *self.below()])

    def below(self) -> Iterator[str]:
        """The pictures that belong to the text and that it does not show in a place."""
        shown = set(self.found)
        for name, data in self.data.items():
            if data and data not in shown:
                shown.add(data)
                title = html.escape(readable(name))
                yield f'<p>{title}<br><img src="{data}" alt="{title}"></p>\n'
        for name, fault in self.not_shown.items():
            if name not in self.named:
                yield f"<p>[picture {html.escape(f'{readable(name)}: {fault}')}]</p>\n"


def data_in(kinds: Mapping[str, str]) -> str:
    """An attachment as the address of a picture; "" if it is none."""
    for kind, coded in kinds.items():
        data = f"data:{kind};base64,{coded}"
        return data if WHOLE.fullmatch(data) else ""
    return ""


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
            if token["type"] == "StartTag" and not is_link(attributes.get(HREF, "#")):
                del attributes[HREF]
            yield token

    def image(self, token: dict, attributes: dict) -> Iterator[dict]:
        src = original(attributes.get(SRC, ""))
        place = self.images.token(src)
        if not place:
            yield {"type": "Characters", "data": f"[{self.images.words(src)}]"}
            return
        attributes[SRC] = place
        for size in SIZES:
            if not SIZE.fullmatch(attributes.get(size, "1")):
                del attributes[size]
        yield token


def original(src: str) -> str:
    """The address that the student wrote."""
    plain = html.unescape(src)
    return unquote(plain.removeprefix(PREFIX)) if plain.startswith(PREFIX) else plain


def missing(src: str, is_known: bool) -> str:
    """The words in place of a picture that did not come, if that is known."""
    if is_remote(src):
        return f"a picture at {readable(src)}, which is not loaded"
    name = "" if src.startswith("data:") else readable(src.removeprefix(PREFIX))
    if not name:
        return "a picture that cannot be shown"
    why = "was not handed in" if is_known else "cannot be shown here"
    return f"picture {name}: it {why}"


def is_link(href: str) -> bool:
    """Does a link stay on its page, or name a site or a person?

    Any other leads to a file on the marker's own server, such as one that was handed in.
    """
    address = html.unescape(href).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_of_a_site = parts.scheme in ("http", "https") and bool(parts.netloc)
    return is_of_a_site or parts.scheme == "mailto" or address.startswith("#")
