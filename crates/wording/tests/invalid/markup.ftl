tell-hello = Hello.<break time="1s"/> You.
    .variant-2 = Hello &amp; goodbye.
    .variant-3 = Hello { "\u202E" }you.
    .variant-4 = Hello ⁠you.

### es-US

tell-hello = Hola.
    .variant-2 = Buenas.
    .variant-3 = Qué tal.
    .variant-4 = Buenos días.
