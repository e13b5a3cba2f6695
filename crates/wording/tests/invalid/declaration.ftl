# Greets.
#   $name Text the caller
#   $day (Date, e.g. Thursday) today
#   $mood (Mood) how they are
tell-hello = Hello, { $name }, it's { $day }.

### es-US

tell-hello = Hola, { $name }, es { $day }.
