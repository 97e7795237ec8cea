import sentry_sdk
from fastapi import APIRouter, FastAPI

from .settings import settings
from .tasks import describe_picture

if settings.sentry_dsn:
    sentry_sdk.init(dsn=settings.sentry_dsn, traces_sample_rate=0.2)

app = FastAPI(title="Harbour worker", version="0.1.0")
router = APIRouter(prefix="/pictures")


@router.post("/{key}/describe")
def describe(key: str, url: str) -> dict[str, str]:
    return {"task": describe_picture.delay(key, url).id}


@app.get("/health")
def health() -> dict[str, bool]:
    return {"ok": True}


app.include_router(router)
