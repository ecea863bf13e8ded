"""The API for the extension; each blueprint is listed here."""

from flask import Blueprint

from server.web.api import annotate, brands, candidates, health, opening, pairing, person, state

APIS: tuple[Blueprint, ...] = (
    health.blueprint,
    pairing.blueprint,
    opening.blueprint,
    state.blueprint,
    annotate.blueprint,
    candidates.blueprint,
    person.blueprint,
    brands.blueprint,
)
