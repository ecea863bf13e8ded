"""What speaks for and against one split of a hashtag, as numbers that the fitted weights add up."""

from collections.abc import Sequence
from itertools import pairwise
from operator import mul

from nlp.tag_words import TagWords

NAMES = (
    *("share", "gain", "pairs_unknown", "words", "words_unknown", "letters_unknown", "case_kept", "case_crossed"),
    *("case_extra", "lone_letters", "two_letters", "three_letters", "unsplit", "unsplit_unknown", "numbers", "mixed"),
    *("rarest", "length_spread", "unsplit_share", "unsplit_capitals", "rare_words", "words_by_length"),
)
RARE = -15.0


def features(
    tag: str, pieces: Sequence[str], starts: Sequence[int], bounds: frozenset[int], words: TagWords
) -> list[float]:
    """The numbers of NAMES, in that order. `pieces` are in plain letters, `starts` their offsets."""
    shares = [words.share(piece) for piece in pieces]
    gain, unknown_pairs = _pair_gains(pieces, words)
    return [
        sum(shares),
        gain,
        unknown_pairs,
        len(pieces),
        *_unknown(pieces, words),
        *_case(starts, bounds),
        *_shapes(pieces),
        *_whole(pieces, words),
        sum(piece.isdigit() for piece in pieces),
        sum(_is_mixed(piece) for piece in pieces),
        min(shares),
        sum(len(piece) ** 2 for piece in pieces) / 10,
        shares[0] if len(pieces) == 1 and pieces[0] in words.shares else 0.0,
        float(len(pieces) == 1 and tag.isupper()),
        sum(share < RARE and piece in words.shares for piece, share in zip(pieces, shares, strict=True)),
        len(pieces) * len(tag) / 10,
    ]


def verdict(numbers: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted sum; the split with the highest one wins."""
    total: float = sum(map(mul, numbers, weights))
    return total


def _pair_gains(pieces: Sequence[str], words: TagWords) -> tuple[float, int]:
    gains = [words.gain(first, second) for first, second in pairwise(pieces)]
    known = [gain for gain in gains if gain is not None]
    return sum(known), len(gains) - len(known)


def _unknown(pieces: Sequence[str], words: TagWords) -> tuple[int, int]:
    unknown = [len(piece) for piece in pieces if piece not in words.shares and not piece.isdigit()]
    return len(unknown), sum(unknown)


def _case(starts: Sequence[int], bounds: frozenset[int]) -> tuple[int, int, int]:
    cuts = frozenset(starts[1:])
    return len(bounds & cuts), len(bounds - cuts), len(cuts - bounds) if bounds else 0


def _shapes(pieces: Sequence[str]) -> tuple[int, int, int]:
    sizes = [len(piece) for piece in pieces if not piece.isdigit() and piece not in {"a", "i"}]
    return sizes.count(1), sizes.count(2), sizes.count(3)


def _whole(pieces: Sequence[str], words: TagWords) -> tuple[float, float]:
    if len(pieces) > 1:
        return 0.0, 0.0
    is_known = pieces[0] in words.shares
    return float(is_known), float(not is_known)


def _is_mixed(piece: str) -> bool:
    return not piece.isdigit() and any(letter.isdigit() for letter in piece)
