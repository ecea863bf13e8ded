"""The pages for the user; each blueprint is listed here."""

from flask import Blueprint

from server.web.pages import opening

PAGES: tuple[Blueprint, ...] = (opening.blueprint,)
