"""Puts the components in order and reads one profile after the other."""

import gc
import threading
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp.components.extensions import declare_extensions
from nlp.components.tokenizer import SocialTokenizer
from nlp.lexicon_files import LEXICONS
from nlp.reading import PostReading, ProfileText, Reading

COMPONENTS: tuple[tuple[str, str], ...] = (
    ("seedlist_languages", "nlp.components.languages"),
    ("seedlist_hashtag_words", "nlp.components.hashtag_words"),
    ("seedlist_terms", "nlp.components.terms"),
    ("seedlist_cues", "nlp.components.cues"),
    ("seedlist_lexicon_tagger", "nlp.components.lexicon_tagger"),
    ("seedlist_guards", "nlp.components.guards"),
    ("seedlist_places", "nlp.components.places"),
    ("seedlist_signals", "nlp.components.signals"),
    ("seedlist_brands", "nlp.components.brands"),
    ("seedlist_commerce", "nlp.components.commerce"),
    ("seedlist_niche_scores", "nlp.components.niche_scores"),
    ("seedlist_contacts", "nlp.components.contacts"),
    ("seedlist_key_phrases", "nlp.components.key_phrases"),
)
"""Name and module of every component, in the order in which they run."""

_FULL_VOCAB = 15_000
"""spaCy never forgets a word; from this many on the vocabulary is replaced by an empty one."""


def build_language(tokenizer: SocialTokenizer) -> Language:
    """A blank multilingual pipeline with this tokenizer and all components."""
    declare_extensions()
    nlp = spacy.blank("xx", vocab=tokenizer.vocab)
    nlp.tokenizer = tokenizer
    for name, module in COMPONENTS:
        import_module(module)
        nlp.add_pipe(name)
    return nlp


class Reader:
    """Reads profiles one at a time; safe to share between threads. Same input, same Reading."""

    def __init__(self, nlp: Language, tokenizer: SocialTokenizer, version: str) -> None:
        self._nlp = nlp
        self._tokenizer = tokenizer
        self._lock = threading.Lock()
        self.version = version

    @property
    def components(self) -> list[tuple[str, Callable[[Doc], Doc]]]:
        """Name and component, in order, for measuring."""
        return self._nlp.pipeline

    def read(self, profile: ProfileText) -> Reading:
        """What the words of one profile say."""
        with self._lock:
            return self._reading(self.annotate(profile))

    def annotate(self, profile: ProfileText) -> Doc:
        """The Doc with everything the components found, for explaining and measuring."""
        if len(self._tokenizer.vocab) > _FULL_VOCAB:
            self._tokenizer.vocab = Vocab()
        doc = self._tokenizer.read(profile)
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        return doc

    def _reading(self, doc: Doc) -> Reading:
        found = doc._
        return Reading(
            niches=found.niches,
            signals=found.signals,
            keywords=found.keywords or (),
            posts=found.posts or tuple(PostReading() for _ in found.profile.posts),
            languages=found.languages,
            places=found.places or (),
            contacts=found.contacts or (),
            mentions=found.mentions or (),
            niche_scores=found.niche_scores,
            meaning=found.meaning or (),
            version=self.version,
        )


def build_reader() -> Reader:
    """The reader with the shipped data; raises LexiconFault when a data file is wrong."""
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        tokenizer = SocialTokenizer(Vocab())
        return Reader(build_language(tokenizer), tokenizer, _version())
    finally:
        gc.freeze()  # the lexicons stay for good: no need to walk over them while loading or reading
        if is_collecting:
            gc.enable()


def _version() -> str:
    """A short fingerprint of the data, so that two readings can be told apart."""
    digest = sha256()
    for path in sorted(LEXICONS.rglob("*.toml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
