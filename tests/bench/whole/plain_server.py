"""The same work without our care: Flask's own server, the same reader, TinyDB as shipped. `FOLDER PORT`."""

import sys
from pathlib import Path
from typing import Any

import msgspec
from flask import Flask, jsonify, request
from tinydb import TinyDB, where

from nlp.pipeline import build_reader
from server.scoring.annotate import annotate
from server.scoring.wire import annotation_to_json
from server.services.annotate_profile import profile_text
from server.wire.profile_in import ProfileIn, to_profile
from tests.bench.fit.judged_set import NOW


def main() -> None:
    """Serve until killed."""
    folder, port = Path(sys.argv[1]), int(sys.argv[2])
    table = TinyDB(folder / "plain.json").table("candidates")
    reader, app = build_reader(), Flask(__name__)

    def said(body: dict[str, Any]) -> dict[str, Any]:
        profile = to_profile(msgspec.convert(body, ProfileIn))
        return annotation_to_json(annotate(profile, reader.read(profile_text(profile)), None, now=NOW))

    @app.get("/api/health")
    def health() -> Any:
        return jsonify(reader="ready")

    @app.post("/api/annotate")
    def annotated() -> Any:
        return jsonify(said(request.get_json()))

    @app.post("/api/candidates")
    def saved() -> Any:
        body = request.get_json()["profile"]
        key = f"main.{body['platform']}.{body['handle']}"
        table.upsert({"id": key, "profile": body, "annotation": said(body)}, where("id") == key)
        return jsonify(id=key), 201

    @app.get("/lists/main")
    def listed() -> Any:
        rows = sorted(table.all(), key=lambda row: str(row["id"]))
        return jsonify([row for row in rows if row["profile"]["platform"] == "instagram"][:50])

    app.run(port=port)


if __name__ == "__main__":
    main()
