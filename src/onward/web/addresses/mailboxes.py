"""Which address leads to which page: mailboxes on servers."""

from django.urls import URLPattern, path

from onward.web.pages import mailbox, mailbox_connecting

urlpatterns: list[URLPattern] = [
    path("mailboxes/connect/", mailbox_connecting.connect, name="connect-mailbox"),
    path("mailboxes/leave/<str:key>/", mailbox_connecting.leave, name="mailbox-leave"),
    path("mailboxes/<int:pk>/", mailbox.show, name="mailbox"),
    path("mailboxes/<int:pk>/folders/", mailbox.folders, name="mailbox-folders"),
    path("mailboxes/<int:pk>/look/", mailbox.look, name="look-into-mailbox"),
    path("mailboxes/<int:pk>/pause/", mailbox.pause, name="pause-mailbox"),
    path("mailboxes/<int:pk>/go-on/", mailbox.go_on, name="go-on-with-mailbox"),
    path("mailboxes/<int:pk>/let-go/", mailbox.let_go, name="let-go-of-mailbox"),
]
