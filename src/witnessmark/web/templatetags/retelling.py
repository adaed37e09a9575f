"""`{{ text|retold }}`: a sentence of a record in the language of the page."""

from django import template

from witnessmark.publish.tongue import retold

register = template.Library()
register.filter("retold", retold)
