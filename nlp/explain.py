"""Shows one reading with the words behind it: coloured in a terminal, marked in a page."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from nlp.reading import Evidence, ProfileText, Reading
from nlp.taxonomy import Taxonomy, load_taxonomy

_COLOURS = {"niche": "1;36", "signal": "1;33", "post": "1;35", "place": "32", "contact": "34", "brand": "4"}
_RESET = "\x1b[0m"
_STYLE = (
    "<style>body{font:16px/1.5 system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "pre{white-space:pre-wrap;font:inherit}"
    "mark{padding:0 .15em;border-radius:.2em}.niche{background:#cdeefd}.signal{background:#ffeeb5}"
    ".post{background:#f3d3f5}"
    ".place{background:#d5f2d3}.contact{background:#dbe1fb}.brand{background:#eee;text-decoration:underline}"
    "h2{font-size:1rem;margin:1.5rem 0 .3rem}</style>"
)


class Mark(NamedTuple):
    """A span of one text and what it shows; `kind` chooses the colour."""

    start: int
    end: int
    kind: str
    label: str


class Shown(NamedTuple):
    """One text of the profile with its marks, in order, none inside another."""

    source: str
    text: str
    marks: list[Mark]


def explain_terminal(profile: ProfileText, reading: Reading) -> str:
    """The texts with coloured spans, each followed by what it shows in brackets, and a summary."""
    blocks = [f"{shown.source}\n{_marked(shown, _ansi)}" for shown in shown_texts(profile, reading)]
    return "\n\n".join([*blocks, "\n".join(summary(reading))]) + "\n"


def explain_html(profile: ProfileText, reading: Reading) -> str:
    """A page of its own with the marked texts and the summary."""
    blocks = [
        f"<h2>{escape(shown.source)}</h2><pre>{_marked(shown, _html, escape)}</pre>"
        for shown in shown_texts(profile, reading)
    ]
    lines = "".join(f"<li>{escape(line)}</li>" for line in summary(reading))
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Reading</title>{_STYLE}'
    return f"{head}{''.join(blocks)}<h2>What the words say</h2><ul>{lines}</ul></html>\n"


def summary(reading: Reading) -> list[str]:
    """One line a finding, in words."""
    taxonomy = load_taxonomy()
    lines = [f"niche {taxonomy.label(niche.id)} {niche.score:.2f}" for niche in reading.niches]
    lines += [f"{signal.facet} {taxonomy.label(signal.id)} {signal.score:.2f}" for signal in reading.signals]
    lines += [f"post {number} {post.commercial}" for number, post in enumerate(reading.posts)]
    if reading.languages:
        lines.append(f"languages {', '.join(reading.languages)}")
    if reading.keywords:
        lines.append(f"phrases {', '.join(keyword.text for keyword in reading.keywords)}")
    return lines or ["The words show nothing."]


def shown_texts(profile: ProfileText, reading: Reading) -> list[Shown]:
    """The texts that hold something, with the marks that lie in them; of overlapping marks the first found stays."""
    marks = list(_marks(reading, load_taxonomy()))
    return [
        Shown(
            source, text, _apart([mark for place, evidence, mark in marks if _is_here(evidence, place, source, text)])
        )
        for source, text in _texts(profile)
        if text
    ]


def _is_here(evidence: Evidence, place: str, source: str, text: str) -> bool:
    return place == source and text[evidence.start : evidence.end] == evidence.text


def _texts(profile: ProfileText) -> Iterator[tuple[str, str]]:
    yield from (("bio", profile.bio), ("name", profile.name), ("category", profile.category))
    for link in profile.links:
        yield from (("link", link.title), ("link", link.url))
    for number, post in enumerate(profile.posts):
        yield f"caption:{number}", post.caption
        yield from ((f"label:{number}", label) for label in post.labels)


def _marks(reading: Reading, taxonomy: Taxonomy) -> Iterator[tuple[str, Evidence, Mark]]:
    """Every evidence as source, evidence and mark, the telling kinds first."""
    found: list[tuple[str, str, Sequence[Evidence]]] = []
    found += [("niche", taxonomy.label(niche.id), niche.evidence) for niche in reading.niches]
    found += [("signal", taxonomy.label(signal.id), signal.evidence) for signal in reading.signals]
    found += [("post", post.commercial, post.evidence) for post in reading.posts]
    found += [("contact", contact.kind, contact.evidence) for contact in reading.contacts]
    found += [("place", place.country or place.text, place.evidence) for place in reading.places]
    found += [("brand", mention.name, mention.evidence) for mention in reading.mentions]
    for kind, label, evidences in found:
        for evidence in evidences:
            yield evidence.source, evidence, Mark(evidence.start, evidence.end, kind, label)


def _apart(marks: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept)


def _marked(shown: Shown, paint: Callable[[str, Mark], str], plain: Callable[[str], str] = str) -> str:
    pieces: list[str] = []
    place = 0
    for mark in shown.marks:
        pieces += [plain(shown.text[place : mark.start]), paint(shown.text[mark.start : mark.end], mark)]
        place = mark.end
    return "".join([*pieces, plain(shown.text[place:])])


def _ansi(text: str, mark: Mark) -> str:
    return f"\x1b[{_COLOURS[mark.kind]}m{text}{_RESET} [{mark.label}]"


def _html(text: str, mark: Mark) -> str:
    return f'<mark class="{mark.kind}" title="{escape(mark.label)}">{escape(text)}</mark>'
