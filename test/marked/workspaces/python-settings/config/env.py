import environ

env = environ.Env(DEBUG=(bool, False))
