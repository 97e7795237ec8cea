import enum
import os
from os import *

# form: name put together of constants
PREFIX = "ACME_"
plus = os.environ[PREFIX + "PLUS"]
#                 ^^^^^^^^^^^^^^^ env ACME_PLUS required
formatted = os.environ[f"{PREFIX}FORMATTED"]
#                      ^^^^^^^^^^^^^^^^^^^^ env ACME_FORMATTED required
percent = os.getenv("%sPERCENT" % PREFIX, "p")
#                   ^^^^^^^^^^^^^^^^^^^^ env ACME_PERCENT optional default=p
braces = os.getenv("{}BRACES".format(PREFIX))
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^ env ACME_BRACES required
adjacent = os.environ["ADJACENT_" "LITERALS"]
#                     ^^^^^^^^^^^^^^^^^^^^^^ env ADJACENT_LITERALS required
joined = os.environ["_".join(["JOINED", "NAME"])]
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env JOINED_NAME required
upper = os.environ["lower_name".upper()]
#                  ^^^^^^^^^^^^^^^^^^^^ env LOWER_NAME required
converted = os.environ[f"{PREFIX!r}_X"]
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ env dynamic
numbered = os.environ["SHARD_" + str(len(PREFIX))]
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env dynamic


# form: member of a class or enumeration as the name
class Keys:
    TOKEN = "MEMBER_TOKEN"
    TWICE = "ONE"
    TWICE = "OTHER"


class Names(str, enum.Enum):
    DATABASE = "MEMBER_DATABASE"


member = os.environ[Keys.TOKEN]
#                   ^^^^^^^^^^ env MEMBER_TOKEN required
enumerated = os.environ[Names.DATABASE.value]
#                       ^^^^^^^^^^^^^^^^^^^^ env MEMBER_DATABASE required
ambiguous = os.environ[Keys.TWICE]
#           ^^^^^^^^^^^^^^^^^^^^^^ env dynamic
TABLE = {"host": "TABLE_HOST"}
looked_up = os.environ[TABLE["host"]]
#                      ^^^^^^^^^^^^^ env TABLE_HOST required

# form: loop over pairs
for name, fallback in [("PAIR_ONE", "1"), ("PAIR_TWO", "2")]:
    #                    ^^^^^^^^ env PAIR_ONE optional default=1
    #                                       ^^^^^^^^ env PAIR_TWO optional default=2
    os.environ.get(name, fallback)
for name, fallback in {"ITEM_ONE": "1"}.items():
    #                   ^^^^^^^^ env ITEM_ONE optional default=1
    os.environ.get(name, fallback)
for position, name in enumerate(["COUNTED"]):
    #                             ^^^^^^^ env COUNTED required
    os.environ[name]
for name in sorted({"SORTED_KEY": int}):
    #                ^^^^^^^^^^ env SORTED_KEY required
    os.environ[name]
for name in ["LIST_A"] + ["LIST_B"]:
    #         ^^^^^^ env LIST_A required
    #                      ^^^^^^ env LIST_B required
    os.environ[name]
for name, value in os.environ.items():
    print(name, value)
# none
for letter in ["NOT_ASKED_FOR"]:
    print(letter)
# none

# form: map over accessors
mapped = list(map(os.environ.get, ["MAPPED_A", "MAPPED_B"]))
#                                   ^^^^^^^^ env MAPPED_A required
#                                               ^^^^^^^^ env MAPPED_B required
texts = list(map(str, ["NOT_MAPPED"]))
# none

# form: star import of os
starred = getenv("STARRED", "s")
#                 ^^^^^^^ env STARRED optional default=s

# form: guards that allow for absence
from contextlib import suppress  # noqa: E402

with suppress(KeyError):
    suppressed = os.environ["SUPPRESSED"]
#                            ^^^^^^^^^^ env SUPPRESSED optional
port = os.environ.get("AND_PORT") and int(os.environ["AND_PORT"])
#                      ^^^^^^^^ env AND_PORT optional
#                                                     ^^^^^^^^ env AND_PORT optional cast=int
some = any(os.getenv(each) for each in ("ANY_ONE",))
#                                        ^^^^^^^ env ANY_ONE optional
there = [os.environ[each] for each in ("FILTERED",) if each in os.environ]
#                                       ^^^^^^^^ env FILTERED optional

# form: set operations with the environment
NEEDED = {"SET_NEEDED"}
#          ^^^^^^^^^^ env SET_NEEDED required
absent = NEEDED - set(os.environ)
if absent:
    raise RuntimeError(absent)
unset = {"SET_UNSET"} - os.environ.keys()
#         ^^^^^^^^^ env SET_UNSET optional
if {"SET_THERE"} <= os.environ.keys():
    #^^^^^^^^^ env SET_THERE optional
    pass
if {"SET_ISSUBSET"}.issubset(os.environ):
    #^^^^^^^^^^^^ env SET_ISSUBSET optional
    pass
rest = {"NOT_IN_A_SET"} - set(PREFIX)
# none
