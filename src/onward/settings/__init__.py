"""Django's settings, put together from the environment and one module a subject."""

import secrets

from onward.settings.database import database
from onward.settings.environment import environment
from onward.settings.secret import prepare_data_dir, secret_key, start_secret
from onward.settings.security import CONTENT_SECURITY_POLICY as CONTENT_SECURITY_POLICY
from onward.settings.security import LOOPBACK_HOSTS
from onward.settings.templates import templates

_environment = environment()

DATA_DIR = prepare_data_dir(_environment.data_dir)
SECRET_KEY = secret_key(_environment)
DEBUG = _environment.debug
ALLOWED_HOSTS = LOOPBACK_HOSTS
TODAY = _environment.today
ONE_PERSON = _environment.people == "one"
USES_KEY_RING = _environment.key_ring
OFFLINE = _environment.offline
SPEECH_FOLDER = _environment.speech_folder
# Made anew at each start; who shows it gets in, see `onward.web.passes`.
START_TOKEN = secrets.token_urlsafe(32)

# Made anew at each start and handed to the worker alone, see `people.sealing`.
START_SECRET = start_secret()
# What each guess at a passphrase costs: 128 MB and about half a second.
PASSPHRASE_WORK = 2**17

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "onward.journey.people",
    "onward.journey.history",
    "onward.journey.applications",
    "onward.journey.outcome",
    "onward.journey.mail",
    "onward.journey.mailboxes",
    "onward.journey.feedback",
    "onward.journey.nerves",
    "onward.journey.reflection",
    "onward.journey.development",
    "onward.journey.preparation",
    "onward.journey.practice",
    "onward.journey.insights",
    "onward.journey.today",
    "onward.background",
    "onward.web",
]
MIDDLEWARE = [
    # What adds headers stands outside, so that no answer is without them.
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "onward.web.doorkeeper.Doorkeeper",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "onward.web.whose.Whose",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "onward.web.errors.ErrorsInWords",
]
ROOT_URLCONF = "onward.web.urls"
WSGI_APPLICATION = "onward.web.wsgi.application"
TEMPLATES = templates(debug=DEBUG)
DATABASES = {"default": database(_environment)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Person"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LANGUAGE_CODE = "en-gb"
USE_TZ = True
TIME_ZONE = _environment.time_zone

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "onward.web.fingerprints.Fingerprinted"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

SESSION_COOKIE_NAME = "onward_session"
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_HTTPONLY = True
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
CSRF_COOKIE_NAME = "onward_csrf"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "onward.web.errors.not_our_form"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = None
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": _environment.log_level},
    "loggers": {
        # A page asks for its styles all at once; that some wait a moment is no news,
        "waitress.queue": {"level": "ERROR"},
        # and neither is an address that leads nowhere.
        "django.request": {"level": "ERROR"},
    },
}
SILENCED_SYSTEM_CHECKS: list[str] = []
