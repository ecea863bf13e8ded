"""One example for each rule of python.yml, and what it must let through: read by `semgrep --test` alone."""
# mypy: ignore-errors

# ruleid: no-call-leaves-the-machine
import requests

# ruleid: no-call-leaves-the-machine
from urllib.request import urlopen

# ok: no-call-leaves-the-machine
from urllib.parse import urlencode


def listening(app, waitress):
    # ruleid: listens-on-loopback-alone
    waitress.serve(app, host="0.0.0.0", port=1)
    # ok: listens-on-loopback-alone
    waitress.serve(app, host="127.0.0.1", port=1)
    # ruleid: listens-on-loopback-alone
    app.run(debug=True)


def loading(body):
    import pickle
    import subprocess

    import numpy

    # ruleid: no-code-from-data
    pickle.loads(body)
    # ruleid: no-code-from-data
    subprocess.run(body, shell=True)
    # ruleid: no-code-from-data
    numpy.load(body, allow_pickle=True)
    # ok: no-code-from-data
    numpy.load(body, allow_pickle=False)


def markup(words):
    # ruleid: no-raw-markup
    return Markup(words)


def leading_away():
    # ruleid: no-redirect-to-a-given-address
    return redirect(request.args.get("to"))


def leading_home():
    # ok: no-redirect-to-a-given-address
    return redirect(own_path(request.args.get("to")))


def asking(con):
    name = request.args.get("name")
    # ruleid: no-query-from-a-request
    con.execute(f"SELECT 1 FROM t WHERE name = '{name}'")
    # ok: no-query-from-a-request
    con.execute("SELECT 1 FROM t WHERE name = ?", (name,))


def logging_it(log, token, pairing):
    # ruleid: no-secret-in-a-log
    log.info("paired %s", token)
    # ruleid: no-secret-in-a-log
    print(pairing.token)
    # ok: no-secret-in-a-log
    log.info("paired %s", pairing.name)


def comparing(token, hmac, known):
    # ruleid: secrets-are-compared-in-constant-time
    if token == known:
        return True
    # ok: secrets-are-compared-in-constant-time
    return hmac.compare_digest(token, known)
