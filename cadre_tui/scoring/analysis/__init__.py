"""Many ratings -> fair figures: severity of raters, uncertainty, agreement, what to ask about.

Needs numpy: whoever calls it imports it where it is asked for, so that quick commands stay quick.
"""
