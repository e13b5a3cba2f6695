tell-hello = Hello.
    .variant-3 = Hi.
    .arm-c = Hey.
    .unclear-1 = Sorry?
tell-bye =
    .variant-2 = Bye.

### es-US

tell-hello = Hola.
    .variant-3 = Buenas.
    .arm-c = Qué tal.
    .unclear-1 = ¿Perdón?
tell-bye =
    .variant-2 = Adiós.
