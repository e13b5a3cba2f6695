tell-late = I am sorry, it is late.
    .variant-2 = Tell me what it is.

### es-US

tell-late = Lo siento, es tarde.
    .variant-2 = Dígame qué es.
