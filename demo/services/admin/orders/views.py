from rest_framework.decorators import api_view
from rest_framework.response import Response

from .models import Order


@api_view(["GET"])
def list_orders(request):
    return Response(list(Order.objects.values("id", "total", "created")))


@api_view(["POST"])
def refund(request, pk: int):
    return Response({"refunded": pk})
