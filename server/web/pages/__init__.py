"""The pages for the user; each blueprint is listed here."""

from flask import Blueprint

from server.web.pages import (
    alike,
    brands,
    changes,
    compare,
    exports,
    frame,
    gifts,
    imports,
    learning,
    lists,
    loved,
    maps,
    opening,
    own_words,
    preferences,
    reading,
    sheets,
    start,
    views,
    weights,
)

PAGES: tuple[Blueprint, ...] = (
    frame.blueprint,
    opening.blueprint,
    start.blueprint,
    preferences.blueprint,
    own_words.blueprint,
    brands.blueprint,
    weights.blueprint,
    loved.blueprint,
    learning.blueprint,
    lists.blueprint,
    views.blueprint,
    changes.blueprint,
    compare.blueprint,
    alike.blueprint,
    maps.blueprint,
    gifts.blueprint,
    exports.blueprint,
    sheets.blueprint,
    imports.blueprint,
    reading.blueprint,
)
