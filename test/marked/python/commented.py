import os

# form: commented-out read
# OLD = os.environ["OLD_KEY"]
#                   ^^^^^^^ env OLD_KEY required commented
# OTHER = os.getenv("OTHER_OLD", "o")
#                    ^^^^^^^^^ env OTHER_OLD optional default=o commented
# see os.environ for the rest
# none
