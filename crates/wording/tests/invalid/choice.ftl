# Tells how it went.
#   $status (Word: good | bad) how
#   $name (Text) who
#   $amount (Money) how much
tell-status =
    { $status ->
        [god] It went well, { $status }.
       *[bad] It went badly, { TOGETHER($name) }.
    }
    .variant-2 =
        { $amount ->
            [one] It was { SPELL($amount) }.
           *[other] It was { $name }.
        }
    .variant-3 =
        { PAUSE() ->
            [one] It went well.
           *[other] It went badly, { SPELL($name) }, { SPELL($status) }.
        }

### es-US

tell-status =
    { $status ->
        [good] Todo bien, { $name }.
       *[bad] Todo mal, { $name }.
    }
    .variant-2 = Fue { $amount }, { $name }.
    .variant-3 = { $status ->
        [good] Todo bien, { $name }.
       *[bad] Todo mal, { $name }.
    }
