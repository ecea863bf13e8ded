"""Addresses of accounts lead to their platform and nowhere else."""

from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from server.services.account_address import account_address


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.sampled_from(["instagram", "tiktok"]))
def test_no_handle_leads_elsewhere(handle: str, platform: str) -> None:
    parts = urlsplit(account_address(platform, handle))
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("https", f"www.{platform}.com", "", "")
