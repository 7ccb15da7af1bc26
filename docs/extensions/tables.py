"""Tables as Markdown, for directives that let MyST read them."""


def table(header, rows):
    """A Markdown table. A heading that ends in a colon heads a column of numbers."""
    numbers = [words.endswith(":") for words in header]
    lines = [
        [words.removesuffix(":") for words in header],
        ["--:" if number else "---" for number in numbers],
        *rows,
    ]
    return "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines)


def cell(content):
    return f"{content:,}" if isinstance(content, int) else str(content)


def code(text):
    """Code within a cell, where a bar would end the cell."""
    return "`" + text.replace("|", r"\|") + "`"
