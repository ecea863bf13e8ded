"""Prints what learning from a user's choices gains on simulated users, after 5, 10, 20 and 40 choices."""

from collections.abc import Mapping
from random import Random
from statistics import fmean

from nlp.pipeline import build_reader
from server.domain.brand import Brand
from server.scoring.annotate import annotate
from server.scoring.choice_order import Values
from server.scoring.learning import learn_weights
from server.scoring.weights import weights_of
from server.services.annotate_profile import profile_text
from server.services.edit_brands import with_proposals
from tests.bench.fit.judged_set import NOW, load_brands, load_profiles
from tests.bench.fit.ranking import ndcg
from tests.bench.fit.simulated_users import TASTES, looked_at, mean_of, user_of

Worlds = list[tuple[Brand, dict[str, Values]]]
SIZES = (5, 10, 20, 40)
DRAWS = range(10, 15)
"""Draws of what users look at; draws 0 to 3 served to choose the rules of learning.toml and stay out."""


def main() -> None:
    """For each brand and taste: NDCG@10 by the table and by the weights in force after some choices."""
    worlds = values_by_brand()
    print(f"{'choices':>8}{'table':>8}{'in force':>10}{'gain':>8}{'worst':>8}{'offered':>9}")
    for size in SIZES:
        rows = [row for draw in DRAWS for row in one_draw(worlds, size, Random(draw))]  # noqa: S311 - no secret
        gains = [after - before for before, after, _ in rows]
        offered = fmean(offer for _, _, offer in rows)
        before, after = fmean(row[0] for row in rows), fmean(row[1] for row in rows)
        print(f"{size:>8}{before:>8.3f}{after:>10.3f}{fmean(gains):>8.3f}{min(gains):>8.3f}{offered:>9.0%}")


def one_draw(worlds: Worlds, size: int, random: Random) -> list[tuple[float, float, bool]]:
    """Every brand with every taste once."""
    return [run(brand, values, taste, size, random) for brand, values in worlds for taste in TASTES]


def run(brand: Brand, values: Mapping[str, Values], taste: str, size: int, random: Random) -> tuple[float, float, bool]:
    """NDCG@10 of one user by the table and with what was learned, where it was offered."""
    weights = weights_of(brand)
    user = user_of(taste, values, weights)
    lesson = learn_weights(user.choose(looked_at(order_by(values, weights), size, random), values), weights)
    before = ndcg(order_by(values, weights), user.grades)
    after = ndcg(order_by(values, lesson.weights), user.grades) if lesson.offered else before
    return before, after, lesson.offered


def order_by(values: Mapping[str, Values], weights: Mapping[str, float]) -> list[str]:
    """Handles, best first."""
    return sorted(values, key=lambda handle: (-mean_of(values[handle], weights), handle))


def values_by_brand() -> Worlds:
    """The part values of every invented profile for every invented brand."""
    profiles, reader = load_profiles(), build_reader()
    readings = {handle: reader.read(profile_text(profile)) for handle, profile in profiles.items()}
    found: Worlds = []
    for judged in load_brands(profiles):
        brand = with_proposals(judged.brand, read=reader.read)
        fits = {name: annotate(one, readings[name], brand, now=NOW).fit for name, one in profiles.items()}
        found.append((brand, {name: {part.id: part.value for part in fit.parts} for name, fit in fits.items() if fit}))
    return found


if __name__ == "__main__":
    main()
