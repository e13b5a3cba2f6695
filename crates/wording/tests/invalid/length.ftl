tell-hours = We're open from nine in the morning to five in the afternoon on every day of the week but on Sunday, when we open at ten and close at three, and on the days of the year on which the bank is shut.

# Reads a number back.
#   $number (Digits, e.g. 1234567890123456) what was understood
tell-number = I have { $number }, and one more time, so that you can write it down: { $number }.

# Sends a link.
#   $link (Text, e.g. https://example.com/pay/0123456789) where
text-link = Please pay with this link. Please pay with this link. Please pay with this link. Please pay with this link. Please pay with this link. Please pay with this link. Please pay with this link. Please pay with this link. Please pay with this link. Please pay with this link. Please pay with this link. Please pay with this link. { $link }

### es-US

tell-hours = Abrimos a las nueve.
tell-number = Tengo { $number }.
text-link = Pague aquí: { $link }
