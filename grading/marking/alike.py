"""Which answers are equal or nearly so, so that they are marked one after another."""

import re

LETTERS = 4  # of the pieces that two texts are compared by
NEAR = 0.12  # the cosine distance below which two texts are nearly equal


def groups(texts: list[str]) -> list[int]:
    """The group of each text; those of a group are equal or nearly so, one by one."""
    # They take a while to import, and JupyterLab is to start without them.
    from scipy.sparse.csgraph import connected_components
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.neighbors import radius_neighbors_graph

    plain = [re.sub(r"\W+", " ", text.casefold()).strip() or "-" for text in texts]
    if len(plain) < 2:
        return [0] * len(plain)
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(LETTERS, LETTERS))
    table = pieces.fit_transform([f"{text:<{LETTERS}}" for text in plain])
    near = radius_neighbors_graph(table, NEAR, metric="cosine", include_self=True)
    return [int(group) for group in connected_components(near, directed=False)[1]]
