tell-hello = Hello.
    .variant-2 = Hi.
tell-bye = Bye.

### es-US

tell-hello = Hola.
tell-gracias = Gracias.
