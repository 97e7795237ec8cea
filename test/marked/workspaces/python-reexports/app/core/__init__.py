from .env import Config, cache, config, prefixed, read
