tell-hello = Hello
    .variant-2 = hello.
    .variant-3 = Hello , you.

# Sends a code.
#   $code (Digits, e.g. 123456) the code
text-code = Your code is { $code }.

### es-US

tell-hello = Hola, cómo está?
    .variant-2 = Hola.
    .variant-3 = Hola.
text-code = Su código es { TOGETHER($code) }.
