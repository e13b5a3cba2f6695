tell-hello = Hello, { tell-hello.variant-2 }.
    .variant-2 = Hi, { tell-hello }.
tell-nothing = { "" }

# When it comes.
#   $state (Word: known | unknown) what is known
#   $day (Day, optional, e.g. 2026-03-01) the day
tell-day = { $state ->
    [known] It comes { $day }.
   *[unknown] It comes, but not { $day }.
    }

### es-US

tell-hello = Hola, { tell-hello.variant-2 }.
    .variant-2 = Buenas, { tell-hello }.
tell-nothing = Nada.
tell-day = { $state ->
    [known] Llega { $day }.
   *[unknown] No se sabe.
    }
