hello = Hello.

### es-US

hello = Hola.
