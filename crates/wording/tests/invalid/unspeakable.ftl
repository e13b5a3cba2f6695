tell-hello = Hello, { tell-hello.variant-2 }.
    .variant-2 = Hi, { tell-hello }.
tell-nothing = { "" }

### es-US

tell-hello = Hola, { tell-hello.variant-2 }.
    .variant-2 = Buenas, { tell-hello }.
tell-nothing = Nada.
