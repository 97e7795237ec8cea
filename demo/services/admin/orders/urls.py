from django.urls import path

from . import views

urlpatterns = [
    path("orders/", views.list_orders),
    path("orders/<int:pk>/refund/", views.refund),
]
