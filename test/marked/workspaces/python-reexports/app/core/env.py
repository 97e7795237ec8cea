import os


def read(name, required=True):
    value = os.environ.get(name)
    if not value and required:
        raise RuntimeError(name)
    return value


def prefixed(name, default=None):
    return os.getenv(f"ACME_{name}", default)


class Config:
    def get(self, key, fallback=None):
        return os.environ.get(key, fallback)


config = Config()
cache = {}
