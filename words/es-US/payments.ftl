### Pagos: una cuenta, lo que se debe en ella, y pagarlo una sola vez.
###
### Ningún mensaje pide datos de una tarjeta, y ninguno dice de ella más que las cuatro últimas cifras.

## La cuenta

ask-account-number = ¿Cuál es su número de cuenta, de { $digits } dígitos?
    .unclear-1 = Perdón, no le entendí. ¿Cuáles son los { $digits } dígitos de su número de cuenta?
    .unclear-2 = Por favor marque los { $digits } dígitos en su teclado, o diga agente para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Cuál es su número de cuenta, de { $digits } dígitos?
    .silent-2 = Todavía no le oigo. Por favor marque los { $digits } dígitos en su teclado, u oprima 0 para hablar con una persona.

ask-account-number-again = Perdón. ¿Cuál es el número correcto?
    .unclear-1 = { ask-account-number.unclear-1 }
    .unclear-2 = { ask-account-number.unclear-2 }
    .silent-1 = { ask-account-number.silent-1 }
    .silent-2 = { ask-account-number.silent-2 }

ask-account-number-keypad = Perdón. Probemos de otra forma. Por favor marque los { $digits } dígitos en su teclado.
    .unclear-1 = Perdón, no le entendí. Por favor marque los { $digits } dígitos en su teclado.
    .unclear-2 = Por favor marque los { $digits } dígitos de su número de cuenta, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? Por favor marque los { $digits } dígitos en su teclado.
    .silent-2 = { ask-account-number.silent-2 }

ask-account-number-unknown = Probemos de nuevo. El número está en la parte de arriba de su factura. ¿Cuál es?
    .unclear-1 = { ask-account-number.unclear-1 }
    .unclear-2 = { ask-account-number.unclear-2 }
    .silent-1 = { ask-account-number.silent-1 }
    .silent-2 = { ask-account-number.silent-2 }

confirm-account-number = Tengo { PAUSE() }{ $number }. ¿Es correcto?
    .unclear-1 = Perdón, ¿fue sí o no? Tengo { PAUSE() }{ $number }.
    .unclear-2 = Tengo { PAUSE() }{ $number }. Si es correcto, oprima 1. Si no lo es, oprima 2.
    .silent-1 = ¿Sigue ahí? Tengo { PAUSE() }{ $number }. ¿Es correcto?
    .silent-2 = Todavía no le oigo. Tengo { $number }. Si es correcto, oprima 1. Si no, oprima 2.

confirm-account-number-corrected = Bien, ahora tengo { PAUSE() }{ $number }. ¿Es correcto?
    .unclear-1 = { confirm-account-number.unclear-1 }
    .unclear-2 = { confirm-account-number.unclear-2 }
    .silent-1 = { confirm-account-number.silent-1 }
    .silent-2 = { confirm-account-number.silent-2 }

hand-over-account-number = Lo siento, no logro anotar bien su número.

tell-account-unknown = No encontré esa cuenta.

tell-account-unknown-again = Tampoco encontré esa cuenta.

## Lo que se debe

tell-nothing-owed = Buenas noticias: no hay nada que pagar en su cuenta.
    .variant-2 = Está al día: no hay nada que pagar en su cuenta.

tell-invoices = Tiene { $count } facturas pendientes, { $total } en total.

offer-invoice = { $due ->
        [past] Tiene una factura de { PAUSE() }{ $amount } que venció { $day }. ¿Quiere pagarla ahora?
        [coming] Tiene una factura de { PAUSE() }{ $amount } que vence { $day }. ¿Quiere pagarla ahora?
       *[unknown] Tiene una factura de { PAUSE() }{ $amount }. ¿Quiere pagarla ahora?
    }
    .unclear-1 = Perdón, ¿fue sí o no? ¿Quiere pagar { $amount } ahora?
    .unclear-2 = Para pagar { $amount } ahora, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.
    .silent-1 = ¿Sigue ahí? ¿Quiere pagar { $amount } ahora?
    .silent-2 = Todavía no le oigo. Si va a pagar ahora, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

offer-oldest-invoice = { $due ->
        [past] La más antigua es de { PAUSE() }{ $amount }, y venció { $day }. ¿Quiere pagarla ahora?
        [coming] La más antigua es de { PAUSE() }{ $amount }, y vence { $day }. ¿Quiere pagarla ahora?
       *[unknown] La más antigua es de { PAUSE() }{ $amount }. ¿Quiere pagarla ahora?
    }
    .unclear-1 = { offer-invoice.unclear-1 }
    .unclear-2 = { offer-invoice.unclear-2 }
    .silent-1 = { offer-invoice.silent-1 }
    .silent-2 = { offer-invoice.silent-2 }

offer-next-invoice = { $due ->
        [past] La siguiente es de { PAUSE() }{ $amount }, y venció { $day }. ¿Quiere pagar esa?
        [coming] La siguiente es de { PAUSE() }{ $amount }, y vence { $day }. ¿Quiere pagar esa?
       *[unknown] La siguiente es de { PAUSE() }{ $amount }. ¿Quiere pagar esa?
    }
    .unclear-1 = { offer-invoice.unclear-1 }
    .unclear-2 = { offer-invoice.unclear-2 }
    .silent-1 = { offer-invoice.silent-1 }
    .silent-2 = { offer-invoice.silent-2 }

offer-this-invoice = { $due ->
        [past] Es la de { PAUSE() }{ $amount }, que venció { $day }. ¿Quiere pagarla ahora?
        [coming] Es la de { PAUSE() }{ $amount }, que vence { $day }. ¿Quiere pagarla ahora?
       *[unknown] Es la de { PAUSE() }{ $amount }. ¿Quiere pagarla ahora?
    }
    .unclear-1 = { offer-invoice.unclear-1 }
    .unclear-2 = { offer-invoice.unclear-2 }
    .silent-1 = { offer-invoice.silent-1 }
    .silent-2 = { offer-invoice.silent-2 }

## Cómo pagar

choose-payment-method = ¿Uso la tarjeta que termina en { $card }, o le mando un enlace por texto?
    .unclear-1 = Perdón, no le entendí. ¿Uso la tarjeta que termina en { $card }, o le mando un enlace?
    .unclear-2 = Para usar su tarjeta, oprima 1. Para recibir un enlace, oprima 2. Para hablar con una persona, oprima 0.
    .silent-1 = ¿Sigue ahí? ¿Uso la tarjeta que termina en { $card }, o le mando un enlace?
    .silent-2 = No le oigo. Para usar su tarjeta, oprima 1. Para un enlace, oprima 2. Para hablar con una persona, oprima 0.

confirm-card-payment = Voy a cobrar { PAUSE() }{ $amount } a la tarjeta que termina en { $card }. ¿Es correcto?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Cobro { $amount } a esa tarjeta?
    .unclear-2 = Para pagar { $amount } con esa tarjeta, oprima 1. Si no, oprima 2.
    .silent-1 = ¿Sigue ahí? ¿Cobro { $amount } a la tarjeta que termina en { $card }?
    .silent-2 = Todavía no le oigo. Para pagar { $amount } con esa tarjeta, oprima 1. Para no pagar, oprima 2.

confirm-link-payment = Le voy a mandar un enlace a este teléfono para pagar { PAUSE() }{ $amount }. ¿Está bien?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Le mando un enlace para pagar { $amount }?
    .unclear-2 = Para recibir un enlace y pagar { $amount }, diga sí u oprima 1. Si prefiere que no, oprima 2.
    .silent-1 = ¿Sigue ahí? ¿Le mando un enlace para pagar { $amount }?
    .silent-2 = Todavía no le oigo. Para recibir un enlace por mensaje de texto, oprima 1. Si prefiere que no, oprima 2.

tell-card-declined = Lo siento, rechazaron la tarjeta y no se cobró nada.

offer-link = ¿Le mando un enlace para pagar de otra forma?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Le mando un enlace para pagar de otra forma?
    .unclear-2 = Para recibir un enlace por texto, diga sí u oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.
    .silent-1 = ¿Sigue ahí? ¿Le mando un enlace para pagar de otra forma?
    .silent-2 = Todavía no le oigo. Para recibir un enlace por mensaje de texto, oprima 1. Para hablar con una persona, oprima 0.

## En qué quedó

tell-paid = Gracias, ya pagó { $amount }. Su recibo es el { PAUSE() }{ $receipt }.
tell-paid-texted = Gracias, ya pagó { $amount }. Le mandé el recibo por mensaje de texto.
tell-paid-silently = Gracias, ya pagó { $amount }.
tell-link-sent = Ya le mandé el enlace. Ahí puede pagar { $amount } cuando guste.
    .variant-2 = El enlace va en camino a su teléfono. Ahí puede pagar { $amount } cuando guste.
tell-already-paid = Buenas noticias: esa factura de { $amount } ya está pagada, así que no cobré nada.
tell-hardship = Lo siento mucho, y gracias por decírmelo. No cobré nada. Nuestro equipo puede ver con usted qué opciones hay.
tell-not-paid = Está bien, no cobré nada.
    .variant-2 = De acuerdo, no se cobró nada.

tell-rest-not-paid = Está bien, de esa no cobré nada.
    .variant-2 = De acuerdo, por esa no se cobró nada.

## Antes de una pregunta

note-no-card-numbers = Nunca tomo ni guardo números de tarjeta.
note-never-card-numbers = Nunca tomo números de tarjeta por teléfono, así que por favor no me diga ninguno.
note-one-invoice-at-a-time = Claro, una por una, primero la más antigua.
note-full-amount-only = Solo puedo cobrar el total.
note-other-card = Con el enlace puede usar cualquier tarjeta.
note-no-card-on-file = No tengo ninguna tarjeta registrada a su nombre.
note-no-link = No puedo mandarle un enlace.
note-bill-changed = Su factura acaba de cambiar, así que no cobré nada. Ya la revisé otra vez.

## Últimas palabras antes de una persona

hand-over-payment-unsure = Lo siento, no sé si su pago se hizo, así que no voy a intentarlo otra vez.
hand-over-no-payment-method = Debe { $amount }, pero yo no puedo tomar ese pago.
hand-over-card-number = No puedo tomar números de tarjeta. Nuestro equipo puede buscar otra forma.
hand-over-bill-changed = Su factura sigue cambiando, así que no cobré nada.

## Mensajes de texto

text-payment-link = { $business }: pague { $amount } aquí: { $url }
text-payment-receipt = { $business }: recibimos su pago de { $amount }. Número de recibo: { $receipt }

## Para el agente

summary-payment-account = { part-reason }; quiere pagar lo que debe en la cuenta { TOGETHER($number) }.
summary-payment-account-heard = { part-reason }; quiere pagar una factura. Su número de cuenta puede ser { TOGETHER($number) }.
summary-payment-account-unknown = { part-reason }; quiere pagar una factura. Dio el número de cuenta { TOGETHER($number) }, que no existe.
summary-payment-invoice = { part-reason }; debe { $amount } en la cuenta { TOGETHER($number) }. No se cobró nada.
summary-payment-left = { part-reason }; ya sabe lo que debe en la cuenta { TOGETHER($number) }, y no pagó.
summary-payment-settled = { part-reason }; no debe nada en la cuenta { TOGETHER($number) }.
summary-payment-cannot = { part-reason }; ahora no puede pagar lo que debe.
summary-payment-hardship = { part-reason }; debe { $amount } en la cuenta { TOGETHER($number) } y ahora no puede pagarlo.
summary-payment-declined = { part-reason }; debe { $amount } en la cuenta { TOGETHER($number) }. Rechazaron la tarjeta registrada.
summary-payment-paid = { part-reason }; pagó { $amount } en la cuenta { TOGETHER($number) }.
summary-payment-link = { part-reason }; recibió un enlace para pagar { $amount } en la cuenta { TOGETHER($number) }.
summary-payment-unsure = { part-reason }; un pago de { $amount } en la cuenta { TOGETHER($number) } quizá se hizo. Revise antes de cobrar.
