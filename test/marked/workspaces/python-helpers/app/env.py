import os

# form: wrapper in another file


def require(name):
    value = os.getenv(name)
    if value is None:
        raise RuntimeError(name)
    return value


def optional(name, default="none"):
    return os.environ.get(name, default)


def as_int(name: str, default: int = 0) -> int:
    return int(os.environ.get(name, default))
