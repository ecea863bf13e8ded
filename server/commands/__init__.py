"""The commands of `seedlist`, one file each, listed in the order of the help."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from server.commands import annotate, demo, explain, export, extension, forget, keeping, opening, probe, serve, version


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """A word after `seedlist`: its help, its arguments and what runs; `run` returns the exit code."""

    name: str
    does: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


COMMANDS: tuple[Command, ...] = (
    Command(name="serve", does="start the local server (default)", arguments=serve.arguments, run=serve.run),
    Command(name="demo", does="show everything with invented people", arguments=demo.arguments, run=demo.run),
    Command(name="open", does="print a link that opens the pages", arguments=opening.arguments, run=opening.run),
    Command(name="extension", does="print the extension's folder", arguments=extension.arguments, run=extension.run),
    Command(name="annotate", does="annotate profiles of a file", arguments=annotate.arguments, run=annotate.run),
    Command(name="explain", does="show a profile's words in colour", arguments=explain.arguments, run=explain.run),
    Command(name="export", does="write a list to a file", arguments=export.arguments, run=export.run),
    Command(name="backup", does="copy all data", arguments=keeping.backup_arguments, run=keeping.backup),
    Command(name="restore", does="bring a backup back", arguments=keeping.restore_arguments, run=keeping.restore),
    Command(name="doctor", does="check the data", arguments=keeping.doctor_arguments, run=keeping.doctor),
    Command(name="forget", does="erase one person everywhere", arguments=forget.arguments, run=forget.run),
    Command(name="probe", does="read single texts, for measuring", arguments=probe.arguments, run=probe.run),
    Command(name="version", does="print the version", arguments=version.arguments, run=version.run),
)
