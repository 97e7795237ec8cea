import { describe, expect, it } from 'vitest';
import { extract, ofKind } from '../../support/extract';

async function models(text: string): Promise<readonly string[]> {
  const { facts } = await extract('app/models.py', text);
  return ofKind(facts, 'model').map((model) => [model.orm, model.name, model.table ?? ''].join(' ').trim());
}

async function jobs(text: string): Promise<readonly string[]> {
  const { facts } = await extract('app/tasks.py', text);
  return ofKind(facts, 'job').map((job) =>
    [job.system, job.name, job.queue === undefined ? '' : `queue ${job.queue}`, job.schedule ?? '']
      .filter((part) => part !== '')
      .join(' | '),
  );
}

describe('models', () => {
  it('reads Django models', async () => {
    const text = `from django.db import models
from django.contrib.auth.models import AbstractUser
from core.models import BaseModel
class Stamped(models.Model):
    at = models.DateTimeField()
    class Meta:
        abstract = True
class Order(Stamped):
    class Meta:
        db_table = "orders"
class User(AbstractUser): pass
class Item(BaseModel):
    name = models.CharField(max_length=10)
class Kind(models.TextChoices):
    A = "a"
class Manager(models.Manager): pass
class Proxy(Order):
    class Meta:
        proxy = True
`;
    expect(await models(text)).toEqual(['django Order orders', 'django User', 'django Item']);
  });

  it('reads SQLAlchemy, SQLModel and tables', async () => {
    const text = `from sqlalchemy import Table, Column, MetaData
from sqlalchemy.orm import DeclarativeBase
from sqlmodel import SQLModel
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
class Base(DeclarativeBase): pass
class Mixin:
    pass
class User(Base):
    __tablename__ = "users"
class Parent(Base):
    __abstract__ = True
class Hero(SQLModel, table=True): pass
class HeroRead(SQLModel): pass
class Post(db.Model):
    id = db.Column(db.Integer)
links = Table("links", MetaData(), Column("a"))
`;
    expect(await models(text)).toEqual([
      'sqlalchemy User users',
      'sqlmodel Hero',
      'sqlalchemy Post',
      'sqlalchemy links links',
    ]);
  });

  it('reads documents and collections by their use', async () => {
    const text = `from beanie import Document
from mongoengine import Document as MDoc
from pymongo import MongoClient
class Note(Document):
    class Settings:
        name = "notes"
class Page(MDoc):
    meta = {"collection": "pages"}
client = MongoClient("x")
db = client["shop"]
db.users.find({})
db.users.insert_one({})
db["orders"].update_one({}, {})
events = db["events"]
db.command("ping")
`;
    expect(await models(text)).toEqual([
      'beanie Note notes',
      'mongoengine Page pages',
      'mongodb users users',
      'mongodb orders orders',
      'mongodb events events',
    ]);
  });

  it('knows other mappers, and what is none', async () => {
    expect(
      await models('from tortoise.models import Model\nclass A(Model):\n    class Meta:\n        table = "as"\n'),
    ).toEqual(['tortoise A as']);
    expect(
      await models('import peewee\nclass Base(peewee.Model): pass\nclass A(Base):\n    n = peewee.CharField()\n'),
    ).toEqual(['peewee A']);
    expect(await models('from pydantic import BaseModel\nclass A(BaseModel):\n    id: int\n')).toEqual([]);
    expect(await models('from django import forms\nclass A(forms.ModelForm):\n    x = forms.CharField()\n')).toEqual(
      [],
    );
    expect(await models('import sqlalchemy\ndb.users.find_all()\nself.db.query.all()\n')).toEqual([]);
  });
});

describe('jobs', () => {
  it.each([
    ['from celery import shared_task\n@shared_task\ndef a(): ...', ['celery | a']],
    [
      'from celery import shared_task\n@shared_task(bind=True, name="x.a", queue="mail")\ndef a(self): ...',
      ['celery | x.a | queue mail'],
    ],
    ['from celery import Celery\napp = Celery("x")\n@app.task\ndef a(): ...', ['celery | a']],
    ['from config.celery import app\n@app.task(name="n")\ndef a(): ...', ['celery | n']],
    ['import dramatiq\n@dramatiq.actor(queue_name="q")\ndef a(): ...', ['dramatiq | a | queue q']],
    [
      'from huey import SqliteHuey, crontab\nhuey = SqliteHuey()\n@huey.periodic_task(crontab(minute="0", hour="3"))\ndef a(): ...',
      ['huey | a | 0 3 * * *'],
    ],
    ['from rq.decorators import job\n@job("low")\ndef a(): ...', ['rq | a | queue low']],
    ['from rq import Queue\nfrom .work import send\nq = Queue()\nq.enqueue(send, 1)', ['rq | .work.send']],
    [
      'from apscheduler.schedulers.background import BackgroundScheduler\ns = BackgroundScheduler()\ns.add_job(tick, "cron", hour=3, minute=15)',
      ['apscheduler | tick | 15 3 * * *'],
    ],
    [
      'from apscheduler.schedulers.background import BackgroundScheduler\ns = BackgroundScheduler()\n@s.scheduled_job("interval", minutes=5)\ndef tick(): ...',
      ['apscheduler | tick | every 5 minutes'],
    ],
    ['from airflow import DAG\nwith DAG("etl", schedule="@daily") as dag: ...', ['airflow | etl | @daily']],
    ['from prefect import flow\n@flow(name="nightly")\ndef f(): ...', ['prefect | nightly']],
    ['import schedule\nschedule.every(10).minutes.do(tick)', ['schedule | tick | every 10 minutes']],
    ['CRONJOBS = [("*/5 * * * *", "app.cron.run")]', ['django-crontab | app.cron.run | */5 * * * *']],
  ])('%s', async (text, expected) => {
    expect(await jobs(`${text}\n`)).toEqual(expected);
  });

  it('reads the beat schedule', async () => {
    const text = `from celery import Celery
from celery.schedules import crontab
from datetime import timedelta
app = Celery("x")
app.conf.beat_schedule = {
    "a": {"task": "t.a", "schedule": crontab(minute=0, hour="*/2"), "options": {"queue": "slow"}},
    "b": {"task": "t.b", "schedule": 30.0},
    "c": {"task": "t.c", "schedule": timedelta(hours=1)},
    "d": {"task": "t.d", "schedule": crontab(day_of_week="mon", hour=7, minute=30)},
}
`;
    expect(await jobs(text)).toEqual([
      'celery | t.a | queue slow | 0 */2 * * *',
      'celery | t.b | every 30 seconds',
      'celery | t.c | every 1 hour',
      'celery | t.d | 30 7 * * mon',
    ]);
  });

  it.each([
    'from tasks import task\n@task\ndef a(): ...',
    'from invoke import task\n@task\ndef a(): ...\n# celery',
    'from celery import current_app\ncurrent_app.send_task("x")',
    'queue.enqueue(x)\n# rq',
  ])('is no job: %s', async (text) => {
    expect(await jobs(`${text}\n`)).toEqual([]);
  });
});
