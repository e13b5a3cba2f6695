# Greets.
#   $name (Text) the caller
#   $day (Date) today
tell-hello = Hello, { $name }, how's { $mood }?

### es-US

tell-hello = Hola, ¿qué tal?
