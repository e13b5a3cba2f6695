tell-hello = Hello, { tell-nothing }.
    .variant-2 = Hello, { tell-hello.variant-9 }.
    .variant-3 = Hello, { -brand }.
    .variant-4 = Hello, { DATETIME(5) }.
    .variant-5 = Round and { tell-hello.variant-5 }.

### es-US

tell-hello = Hola.
    .variant-2 = Buenas.
    .variant-3 = Qué tal.
    .variant-4 = Buenos días.
    .variant-5 = Muy buenas.
