tell-hello = Hello.
tell-hello = Hi.

### es-US

tell-hello = Hola.
