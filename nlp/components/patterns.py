"""The one regular expression that cuts social text into tokens.

A `plain` match is a word with the blank after it, if there is one; its group is the word alone.
"""

import re

_RUN = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3031-\u3035\u303b\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0002fa1f"
)
_LETTER = (
    "0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u0300-\u0374\u0376-\u037d"
    "\u0386\u0388-\u0482\u0484-\u0559\u0561-\u0587\u0591-\u05bd\u05bf-\u05f2\u0610-\u061a\u0620-\u0669\u066e-\u06d3"
    "\u06d5-\u06ff\u0710-\u07ff\u0900-\u0963\u0966-\u0df3\u0f00-\u0fff\u10a0-\u10fa\u10fc-\u135f\u1380-\u166c"
    "\u1680-\u177f\u1d00-\u1fff\u2071\u207f-\u2094\u2c00-\u2dff\ua640-\uabff\uac00-\ud7a3\ufb00-\ufd3d\ufd50-\ufdff"
    "\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U00010000-\U0001efff\U0001f130-\U0001f149"
)
_EMOJI = (
    "\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25b6\u25c0\u25fb-\u25fe\u2600-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f0ff\U0001f18e-\U0001f1e5\U0001f200-\U0001faff"
)
_PLAIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u0400-\u0481\u0621-\u064a"
"""Letters of which most words are made; such a word before a blank needs none of the other tests."""
_WORD = f"[{_LETTER}]+(?:['’ʼ‘][{_LETTER}]+)*"
_ELISION = "(?:[ldjcmntsLDJCMNTS]|[Qq]u|[Uu]n|[Dd]ell|[Aa]ll|[Nn]ell|[Dd]all|[Ss]ull|[Qq]uest)"
_TOP_DOMAINS = (
    "com|net|org|io|co|me|tv|gg|app|shop|store|link|bio|page|info|biz|eu|de|at|ch|fr|es|it|pt|nl|be|uk|ie|us|ca|br|mx"
    "|ar|cl|tr|id|jp|kr|au|nz|se|no|dk|fi|pl|cz|ru|studio|design|blog|art|club|world|online|site|ly|ee|be|to|ai|dev"
)

TOKENS = re.compile(
    rf"""
    (?P<plain>[{_PLAIN}]++)(?:[ ](?!\s)|(?=[\s,!?;…)]|$))
  | (?P<space>\s+)
  | (?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+ | \[(?:email|phone)\])
  | (?P<link>https?://[^\s<>"]+ | www\.[^\s<>"]+
      | (?<![\w@.])[a-zA-Z0-9][a-zA-Z0-9-]*(?:\.[a-zA-Z0-9-]+)*\.(?:{_TOP_DOMAINS})(?![\w.-]*\w)(?:/[^\s<>"]*)?)
  | (?P<handle>[@＠](?:[A-Za-z0-9_]+(?:\.+[A-Za-z0-9_]+)*))
  | (?P<tag>[\#＃](?=[^\s\d])[_{_LETTER}{_RUN}]+|[\#＃]\d+[_{_LETTER}{_RUN}]*[^\W\d][_{_LETTER}{_RUN}]*)
  | (?P<percent>\d+(?:[.,]\d+)?\s?[%％])
  | (?P<elision>{_ELISION}['’](?=[{_LETTER}]{{2}}))
  | (?P<word>{_WORD})
  | (?P<run>[{_RUN}]+)
  | (?P<emoji>[\U0001f1e6-\U0001f1ff]{{2}} | \U0001f3f4[\U000e0020-\U000e007f]+ | [0-9\#*]\ufe0f?\u20e3
      | [{_EMOJI}][\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d[{_EMOJI}][\ufe0f\U0001f3fb-\U0001f3ff]*)*)
  | (?P<sign>[&+])
  | (?P<joint>[-_‐‑])
  | (?P<mark>[^\s])
    """,
    re.VERBOSE,
)
