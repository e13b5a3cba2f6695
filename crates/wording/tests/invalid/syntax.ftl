tell-hello = Hello.
tell-bye Bye.
tell-thanks = Thanks, { $name.

### es-US

tell-hello = Hola.
