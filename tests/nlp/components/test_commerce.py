"""Each caption gets the first commercial class that its words show."""

import pytest

from nlp.pipeline import Reader, build_reader
from nlp.reading import PostText, ProfileText


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader()


@pytest.mark.parametrize(
    ("caption", "wanted"),
    [
        ("Morning light on the new jacket #ad", "paid"),
        ("What an #adventure this weekend", "none"),
        ("Werbung | Mein neues Kleid von @kleidhaus", "paid"),
        ("Unbezahlte Werbung. Das Kleid ist von @kleidhaus", "gifted"),
        ("Keine Werbung, selbst gekauft", "none"),
        ("Not an ad, I just love these", "none"),
        ("lunch by the sea #nospon", "gifted"),
        ("Sweater gifted by @woolhouse, so soft", "gifted"),
        ("Use code ANNA15 for 15% off your order", "affiliate"),
        ("Todo el look aquí http://liketk.it/abc", "affiliate"),
        ("My new single is out now on all platforms", "own_promo"),
        ("Nuevo vídeo en mi canal, link en mi bio", "own_promo"),
        ("jeans @denimlab.official, perfect fit", "organic_brand"),
        ("wearing @smallhouse today", "organic_brand"),
        ("happy birthday @annika, love you", "none"),
        ("📷 @someone", "none"),
        ("今日のコーデ【PR】", "paid"),
        ("협찬 [광고] 신상 자켓", "paid"),
        ("Publi: la nueva sopa de @casaolla", "paid"),
        ("Morgens um sechs.\nWerbung | Tee von @teehaus", "paid"),
        ("PR: 5 km in 22 minutes", "none"),
        ("the ad was better: a love story", "none"),
        ("a lamp for the hall #commissionsearned", "affiliate"),
        ("Sponsored by @brandhouse, use code X for 10% off", "paid"),
    ],
)
def test_the_class_of_a_caption(reader, caption, wanted):
    assert reader.read(ProfileText(posts=(PostText(caption=caption),))).posts[0].commercial == wanted


def test_the_platforms_own_label_is_paid_whatever_the_words_say(reader):
    post = PostText(caption="a walk in the park", paid_label=True)
    assert reader.read(ProfileText(posts=(post,))).posts[0].commercial == "paid"


def test_brands_of_the_user_are_found_by_name_and_by_handle(reader):
    profile = ProfileText(
        brands=("Nordlicht Studio", "@fjordwear_x"),
        posts=(PostText(caption="in love with Nordlicht Studio"), PostText(caption="@fjordwear_x has the best socks")),
    )
    reading = reader.read(profile)
    assert [post.commercial for post in reading.posts] == ["organic_brand", "organic_brand"]
    assert reading.posts[0].brands == ("Nordlicht Studio",)


def test_the_accounts_own_handle_is_no_brand_mention(reader):
    profile = ProfileText(handle="my.official", posts=(PostText(caption="shot for @my.official"),))
    assert reader.read(profile).posts[0].commercial == "none"


SELLING_POTTER = "Potter in Leeds, handmade stoneware. Shop link below"


@pytest.mark.parametrize(
    ("bio", "caption", "wanted"),
    [
        (SELLING_POTTER, "Stoneware out of the kiln this morning", "own_promo"),
        (SELLING_POTTER, "Sunday photography, two rolls along the canal", "none"),
        ("Potter in Leeds, handmade stoneware", "Stoneware out of the kiln this morning", "none"),
    ],
)
def test_what_a_seller_makes_is_promoted_and_what_they_love_besides_is_not(reader, bio, caption, wanted):
    profile = ProfileText(bio=bio, posts=(PostText(caption=caption),))
    assert reader.read(profile).posts[0].commercial == wanted
