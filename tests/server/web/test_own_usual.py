"""The user's own usual stands beside the table's from the thirtieth profile of a tier on."""

from flask.testing import FlaskClient


def person(number: int) -> dict[str, object]:
    """An account of 3,000 followers with six posts."""
    posts = [{"id": f"{number}-{place}", "likes": 90 + number, "comments": 3} for place in range(6)]
    return {"platform": "instagram", "handle": f"person.{number}", "followers": 3_000, "posts": posts}


def test_looking_at_the_same_person_again_does_not_count_twice(api: FlaskClient) -> None:
    for number in [*range(29), *range(29)]:
        said = api.post("/api/annotate", json=person(number)).get_json()
    assert "usual_of_yours" not in said["engagement"]
    yours = api.post("/api/annotate", json=person(29)).get_json()["engagement"]["usual_of_yours"]
    assert yours["profiles"] == 30
    assert 0.031 <= yours["low"] < yours["middle"] < yours["high"] <= 0.041
