"""The report in Word, from the template that staff keep."""
