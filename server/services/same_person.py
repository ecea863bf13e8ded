"""What speaks for two accounts, one on each platform, being one person: the reasons in words, strongest first."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from server.domain.account import Account
from server.services.account_traces import Trace, traces_of
from server.services.ports import Body
from server.services.same_person_rules import Kind, SamePersonRules, load_same_person_rules

PLATFORMS = {"instagram": "Instagram", "tiktok": "TikTok"}
SOURCES = {"bio": "bio", "link": "link"}
IsPersonal = Callable[[str], bool]
"""Whether an address (as a `Trace` calls it) or a host belongs to few enough saved accounts to be somebody's own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """The words behind a reason: whose, and where they stand. A handle is its own words, without a place."""

    account: Account
    trace: Trace | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One reason; `why` is a sentence."""

    kind: Kind
    why: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One of the two accounts with what it points at, by the trace's value."""

    account: Account
    traces: Mapping[str, Trace]

    @classmethod
    def of(cls, body: Body) -> "Side":
        """The side of a stored candidate."""
        return cls(account=Account.of(body), traces={trace.value: trace for trace in traces_of(body["profile"])})

    def names(self, other: "Side") -> Trace | None:
        """What names the other account, if anything does."""
        return self.traces.get(other.account.id)

    def names_somebody_else(self, other: "Side") -> bool:
        """Whether it names accounts on the other's platform, and not this one."""
        named = [trace for trace in self.traces.values() if trace.is_account and trace.host == other.account.platform]
        return bool(named) and self.names(other) is None


def reasons_for(one: Body, other: Body, is_personal: IsPersonal) -> tuple[Reason, ...]:
    """Why two candidates may be one person, strongest first; none for accounts of one platform."""
    left, right = Side.of(one), Side.of(other)
    if left.account.platform == right.account.platform:
        return ()
    rules = load_same_person_rules()
    found = [*naming(left, right), *sharing(left, right, rules, is_personal), *alike(left, right, rules)]
    return tuple(sorted(found, key=lambda reason: rules.order.index(reason.kind)))


def naming(left: Side, right: Side) -> Iterator[Reason]:
    """Each names the other, or one does."""
    pairs = [(side, trace) for side, trace in ((left, left.names(right)), (right, right.names(left))) if trace]
    shown = tuple(Shown(account=side.account, trace=trace) for side, trace in pairs)
    if len(pairs) == 2:
        yield Reason(kind="each_names", why="Each account names the other.", shown=shown)
    elif pairs:
        (side, trace), named = pairs[0], right if pairs[0][0] is left else left
        where = f"The {SOURCES[trace.source]} on {PLATFORMS[side.account.platform]}"
        why = f"{where} names @{named.account.handle} on {PLATFORMS[named.account.platform]}."
        yield Reason(kind="names", why=why, shown=shown)


def sharing(left: Side, right: Side, rules: SamePersonRules, is_personal: IsPersonal) -> Iterator[Reason]:
    """A link that both show: a whole address on a host of many people, else any address of one host."""
    for key, mine in addresses(left, rules).items():
        theirs = addresses(right, rules).get(key)
        if theirs and is_personal(key):
            shown = (Shown(account=left.account, trace=mine), Shown(account=right.account, trace=theirs))
            yield Reason(kind="link", why=f"Both link to {key}.", shown=shown)
            return


def addresses(side: Side, rules: SamePersonRules) -> dict[str, Trace]:
    """What can be shared, by what has to be equal; the first address of each."""
    found: dict[str, Trace] = {}
    for trace in side.traces.values():
        key = shared_as(trace, rules)
        if key:
            found.setdefault(key, trace)
    return found


def shared_as(trace: Trace, rules: SamePersonRules) -> str | None:
    """The host of an own address, the whole of one on a host of many; None for accounts and bare hosts of many."""
    if trace.is_account:
        return None
    if trace.host not in rules.shared:
        return trace.host
    return trace.value if trace.value != trace.host else None


def alike(left: Side, right: Side, rules: SamePersonRules) -> Iterator[Reason]:
    """The same handle, if it is telling and neither account names another one over there."""
    handle = left.account.handle
    is_equal = handle == right.account.handle and rules.is_telling(handle)
    if is_equal and not left.names_somebody_else(right) and not right.names_somebody_else(left):
        shown = tuple(Shown(account=side.account, trace=None) for side in (left, right))
        yield Reason(kind="handle", why=f"Both accounts are called @{handle}.", shown=shown)
