"""The pages for the user; each blueprint is listed here."""

from flask import Blueprint

from server.web.pages import frame, opening, start

PAGES: tuple[Blueprint, ...] = (frame.blueprint, opening.blueprint, start.blueprint)
