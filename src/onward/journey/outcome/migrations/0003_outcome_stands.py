from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("outcome", "0002_initial")]

    operations = [
        migrations.AddField("outcome", "stands", models.BooleanField(default=True)),
    ]
