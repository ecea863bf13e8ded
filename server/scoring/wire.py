"""An annotation as the contract's JSON; the one shape for the API, the command line and the pages."""

from collections.abc import Iterable
from typing import Any

from nlp.reading import Evidence, PostReading, Reading
from server.domain.annotation import Annotation, Commercial, Engagement, Fit, FitPart, Tier

Json = dict[str, Any]
DIGITS = 4


def annotation_to_json(annotation: Annotation, *, scores: bool = False) -> Json:
    """Plain values ready for a JSON encoder; what is unknown is None. `fit` is absent without a brand.

    `scores` adds `niche_scores`, every niche with its calibrated score, also those below an answer, and `meaning`,
    so that a stored annotation can be measured for another brand.
    """
    reading = annotation.reading
    body = {
        "id": annotation.id,
        "platform": annotation.platform,
        "handle": annotation.handle,
        "tier": tier_to_json(annotation.tier),
        "engagement": _engagement(annotation.engagement),
        **_reading(reading),
        "commercial": _commercial(annotation.commercial),
        "notes": list(annotation.notes),
        "reader": {"version": reading.version or None},
    }
    if annotation.fit is not None:
        body["fit"] = fit_to_json(annotation.fit)
    if scores:
        body["niche_scores"] = {id_: _rounded(score) for id_, score in reading.niche_scores.items()}
        body["meaning"] = [_rounded(strength) for strength in reading.meaning]
    return body


def fit_to_json(fit: Fit) -> Json:
    """The fit with its interval, its sentence and every part."""
    return {
        "brand": fit.brand,
        "score": fit.score,
        "low": fit.low,
        "high": fit.high,
        "known": fit.known,
        "of": fit.of,
        "sentence": fit.sentence,
        "costs": list(fit.costs),
        "parts": [_part(part) for part in fit.parts],
    }


def evidence_to_json(evidence: Iterable[Evidence]) -> list[Json]:
    """Source, offsets in code points and the exact words."""
    return [{"source": item.source, "start": item.start, "end": item.end, "text": item.text} for item in evidence]


def _part(part: FitPart) -> Json:
    return {
        "id": part.id,
        "label": part.label,
        "value": _rounded(part.value),
        "weight": part.weight,
        "why": part.why,
        "evidence": evidence_to_json(part.evidence),
    }


def tier_to_json(tier: Tier | None) -> Json | None:
    """The size class; None where followers were not shown."""
    if tier is None:
        return None
    return {
        "id": tier.id,
        "nested": tier.nested,
        "label": tier.label,
        "followers": tier.followers,
        "certain": tier.certain,
    }


def _engagement(engagement: Engagement) -> Json:
    return {
        "by_followers": _rounded(engagement.by_followers, 6),
        "by_views": _rounded(engagement.by_views, 6),
        "used": engagement.used,
        "seen": engagement.seen,
        "hidden": engagement.hidden,
        "pinned": engagement.pinned,
        "coauthored": engagement.coauthored,
        "state": engagement.state,
        "band": engagement.band,
        "usual": list(engagement.usual) if engagement.usual else None,
        "median_likes": engagement.median_likes,
        "median_comments": engagement.median_comments,
        "skew": _rounded(engagement.skew),
        "posts_per_week": _rounded(engagement.posts_per_week),
        "last_post_days": _rounded(engagement.last_post_days),
    }


def _reading(reading: Reading) -> Json:
    return {
        "niches": [
            {"id": niche.id, "score": _rounded(niche.score), "evidence": evidence_to_json(niche.evidence)}
            for niche in reading.niches
        ],
        "signals": [
            {
                "id": signal.id,
                "facet": signal.facet,
                "score": _rounded(signal.score),
                "evidence": evidence_to_json(signal.evidence),
            }
            for signal in reading.signals
        ],
        "keywords": [
            {"text": word.text, "score": _rounded(word.score), "evidence": evidence_to_json(word.evidence)}
            for word in reading.keywords
        ],
        "posts": [_post(post) for post in reading.posts],
        "languages": list(reading.languages),
        "places": [
            {"text": place.text, "country": place.country, "evidence": evidence_to_json(place.evidence)}
            for place in reading.places
        ],
        "contacts": [
            {"kind": contact.kind, "text": contact.text, "evidence": evidence_to_json(contact.evidence)}
            for contact in reading.contacts
        ],
        "mentions": [
            {"name": mention.name, "posts": list(mention.posts), "evidence": evidence_to_json(mention.evidence)}
            for mention in reading.mentions
        ],
    }


def _post(post: PostReading) -> Json:
    return {"class": post.commercial, "brands": list(post.brands), "evidence": evidence_to_json(post.evidence)}


def _commercial(commercial: Commercial) -> Json:
    return {**commercial.counts, "load": _rounded(commercial.load)}


def _rounded(value: float | None, digits: int = DIGITS) -> float | None:
    return None if value is None else round(value, digits)
