from django.db import models


class Order(models.Model):
    session = models.CharField(max_length=200, unique=True)
    total = models.PositiveIntegerField()
    created = models.DateTimeField(auto_now_add=True)
