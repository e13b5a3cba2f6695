### Lo que dice una tienda: cómo va un pedido, cambios de dirección, devoluciones.
###
### The comments of en-US declare the messages and their values.

## The number of an order

ask-order-number = ¿Cuál es su número de pedido, de cinco dígitos?
    .unclear-1 = Perdón, no le entendí. ¿Cuál es su número de pedido, de cinco dígitos?
    .unclear-2 = Por favor marque los cinco dígitos en su teclado, o diga agente para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Cuál es su número de pedido, de cinco dígitos?
    .silent-2 = Todavía no le oigo. Por favor marque los cinco dígitos, u oprima 0 para hablar con una persona.

ask-order-number-again = Perdón. ¿Cuál es el número correcto?
    .unclear-1 = { ask-order-number.unclear-1 }
    .unclear-2 = { ask-order-number.unclear-2 }
    .silent-1 = { ask-order-number.silent-1 }
    .silent-2 = { ask-order-number.silent-2 }

ask-order-number-keypad = Perdón. Hagámoslo de otra forma. Por favor marque los cinco dígitos en su teclado.
    .unclear-1 = { ask-order-number.unclear-1 }
    .unclear-2 = { ask-order-number.unclear-2 }
    .silent-1 = { ask-order-number.silent-1 }
    .silent-2 = { ask-order-number.silent-2 }

ask-order-number-unknown = Probemos de nuevo. El número está en su correo de confirmación. ¿Cuál es?
    .unclear-1 = { ask-order-number.unclear-1 }
    .unclear-2 = { ask-order-number.unclear-2 }
    .silent-1 = { ask-order-number.silent-1 }
    .silent-2 = { ask-order-number.silent-2 }

confirm-order-number = Tengo { $number }. ¿Es correcto?
    .unclear-1 = Perdón, ¿fue sí o no? Tengo { $number }.
    .unclear-2 = Si su número es { $number }, diga sí u oprima 1. Si no, diga no u oprima 2.
    .silent-1 = ¿Sigue ahí? Tengo { $number }. ¿Es correcto?
    .silent-2 = Todavía no le oigo. Si su número es { $number }, oprima 1. Si no, oprima 2.
    .arm-b = Entonces es { $number }, ¿verdad?

confirm-order-number-corrected = De acuerdo, ahora tengo { $number }. ¿Es correcto?
    .unclear-1 = { confirm-order-number.unclear-1 }
    .unclear-2 = { confirm-order-number.unclear-2 }
    .silent-1 = { confirm-order-number.silent-1 }
    .silent-2 = { confirm-order-number.silent-2 }

hand-over-order-number = Lo siento, no logro anotar bien su número.

## What is known of an order

tell-order-unknown = No encontré el pedido { TOGETHER($number) }.

tell-order-unknown-again = Tampoco encontré el pedido { TOGETHER($number) }.

tell-order-status =
    { $status ->
        [processing]
            { $known ->
                [neither] El pedido { TOGETHER($number) } se está preparando. Todavía no ha salido.
                [past] El pedido { TOGETHER($number) } se está preparando. Todavía no ha salido.
               *[other]
                    { $course ->
                        [late] El pedido { TOGETHER($number) } se sigue preparando. Debía llegar { $future }, así que viene tarde.
                       *[other] El pedido { TOGETHER($number) } se está preparando y debe llegar { $future }.
                    }
            }
        [shipped]
            { $known ->
                [neither] El pedido { TOGETHER($number) } va en camino.
                [past] El pedido { TOGETHER($number) } salió { $past } y va en camino.
                [future]
                    { $course ->
                        [late] El pedido { TOGETHER($number) } va en camino, pero viene tarde. Debía llegar { $future }.
                       *[other] El pedido { TOGETHER($number) } va en camino y debe llegar { $future }.
                    }
               *[other]
                    { $course ->
                        [late] El pedido { TOGETHER($number) } va en camino, pero viene tarde. Debía llegar { $future }.
                       *[other] El pedido { TOGETHER($number) } salió { $past } y debe llegar { $future }.
                    }
            }
        [delivered]
            { $known ->
                [neither] El pedido { TOGETHER($number) } ya se entregó.
                [future] El pedido { TOGETHER($number) } ya se entregó.
               *[other] El pedido { TOGETHER($number) } se entregó { $past }.
            }
       *[cancelled] El pedido { TOGETHER($number) } se canceló. Si no lo esperaba, pida hablar con una persona.
    }

## Lo que suele seguir

offer-next-return = Si algo está mal, ¿quiere devolverlo?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Quiere devolverlo?
    .unclear-2 = Para devolverlo, diga sí u oprima 1. Si no, diga no u oprima 2. Para hablar con una persona, oprima 0.
    .silent-1 = ¿Sigue ahí? ¿Quiere devolverlo?
    .silent-2 = No le oigo. Si lo va a devolver, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

offer-next-person-late = ¿Quiere hablar con una persona?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Quiere hablar con una persona sobre el retraso?
    .unclear-2 = Para hablar con una persona, diga sí u oprima 1. Si prefiere que no, diga no u oprima 2.
    .silent-1 = ¿Sigue ahí? ¿Quiere hablar con una persona sobre el retraso?
    .silent-2 = Todavía no le oigo. Para hablar con una persona, oprima 1. Si prefiere que no, oprima 2.

## Otra dirección de entrega

hand-over-address = Nuestro equipo puede cambiar la dirección del pedido { TOGETHER($number) }.

tell-address-shipped = El pedido { TOGETHER($number) } ya salió, así que no puedo cambiar su dirección.

offer-return-instead =
    { $why ->
        [cancel] El pedido { TOGETHER($number) } ya se entregó, así que no se puede cancelar. ¿Prefiere devolverlo?
       *[address] El pedido { TOGETHER($number) } ya se entregó, así que no puedo cambiar su dirección. ¿Prefiere devolverlo?
    }
    .unclear-1 = Perdón, ¿fue sí o no? ¿Quiere devolver el pedido { TOGETHER($number) }?
    .unclear-2 = { offer-next-return.unclear-2 }
    .silent-1 = ¿Sigue ahí? ¿Quiere devolver el pedido { TOGETHER($number) }?
    .silent-2 = { offer-next-return.silent-2 }

tell-address-cancelled = El pedido { TOGETHER($number) } se canceló, así que no hay entrega que cambiar.

## Cancelar un pedido

hand-over-cancel = El pedido { TOGETHER($number) } todavía no ha salido. Nuestro equipo aún lo puede cancelar.

tell-cancel-shipped = El pedido { TOGETHER($number) } va en camino y no lo puedo cancelar. Cuando lo reciba, lo puede devolver.

tell-cancel-already = El pedido { TOGETHER($number) } ya está cancelado. No se va a entregar.

## Devolver algo

ask-return-reason = Lo lamento. ¿Por qué quiere devolverlo?
    .variant-2 = Con gusto le ayudo. ¿Por qué quiere devolverlo?
    .unclear-1 = Perdón, no le entendí. ¿Está roto, no es lo que pidió, no le queda, o es otra cosa?
    .unclear-2 = Diga que está roto, que no es lo que pidió, que no le queda, u otra cosa. O pida hablar con alguien.
    .silent-1 = ¿Sigue ahí? ¿Por qué quiere devolverlo?
    .silent-2 = No le oigo. Diga roto, no es lo que pedí, no me queda, u otra cosa. Para hablar con una persona, oprima 0.

confirm-return = { $why ->
        [damaged] Voy a abrir la devolución del pedido { TOGETHER($number) } porque está dañado. ¿Está bien?
        [wrong-item] Voy a abrir la devolución del pedido { TOGETHER($number) } porque llegó otro artículo. ¿Está bien?
        [wrong-size] Voy a abrir la devolución del pedido { TOGETHER($number) } porque no es su talla. ¿Está bien?
        [not-as-described] Voy a abrir la devolución del pedido { TOGETHER($number) } porque no es lo que esperaba. ¿Está bien?
        [too-late] Voy a abrir la devolución del pedido { TOGETHER($number) } porque llegó tarde. ¿Está bien?
        [changed-mind] Voy a abrir la devolución del pedido { TOGETHER($number) } porque ya no lo necesita. ¿Está bien?
       *[other] Voy a abrir la devolución del pedido { TOGETHER($number) }. ¿Está bien?
    }
    .unclear-1 = Perdón, ¿fue sí o no? ¿Abro la devolución del pedido { TOGETHER($number) }?
    .unclear-2 = Para devolverlo, diga sí u oprima 1. Si no, diga no u oprima 2.
    .silent-1 = ¿Sigue ahí? ¿Abro la devolución del pedido { TOGETHER($number) }?
    .silent-2 = Todavía no le oigo. Para devolverlo, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

tell-return-opened = Listo: la devolución del pedido { TOGETHER($number) } está abierta. Le mandamos la etiqueta.
    .variant-2 = Ya está: puede devolver el pedido { TOGETHER($number) }. Le mandamos la etiqueta.
tell-return-already-open = Ya tiene abierta una devolución del pedido { TOGETHER($number) }. Le mandamos la etiqueta.
tell-return-shipped = El pedido { TOGETHER($number) } todavía no llega. Llámenos otra vez cuando llegue.
tell-return-cancelled = El pedido { TOGETHER($number) } se canceló, así que no hay nada que devolver.
tell-return-dropped = Está bien, no abro ninguna devolución.
    .variant-2 = De acuerdo, lo dejo como está.

tell-return-processing = El pedido { TOGETHER($number) } todavía no ha salido, así que no hay nada que devolver.

tell-return-refused = Lo siento, el pedido { TOGETHER($number) } ya no se puede devolver.

tell-return-no-order = Lo siento, ahora no encuentro el pedido { TOGETHER($number) }, así que no abrí la devolución.

hand-over-return-unsure = Lo siento, no sé si su devolución se hizo, así que no voy a intentarlo otra vez.

## What the agent reads

summary-order-maybe = { part-reason }; tal vez se trata del pedido { TOGETHER($number) }.

summary-order-unknown = { part-reason }; dio el número de pedido { TOGETHER($number) }, que no se conoce.

summary-order-known =
    { part-reason }; ya sabe que el pedido { TOGETHER($number) } { $status ->
        [processing] se está preparando
        [shipped] va en camino
        [delivered] ya se entregó
       *[cancelled] se canceló
    }.

summary-address = { part-reason }; quiere otra dirección de entrega para el pedido { TOGETHER($number) }, que { $status ->
        [processing] se está preparando
        [shipped] va en camino
        [delivered] ya se entregó
       *[cancelled] se canceló
    }.

summary-cancel = { part-reason }; quiere cancelar el pedido { TOGETHER($number) }, que { $status ->
        [processing] se está preparando
        [shipped] va en camino
        [delivered] ya se entregó
       *[cancelled] se canceló
    }.

summary-return = { part-reason }; quiere devolver el pedido { TOGETHER($number) }{ $why ->
        [damaged] , que está dañado
        [wrong-item] , que no es lo que pidió
        [wrong-size] , que no es su talla
        [not-as-described] , que no es lo que esperaba
        [too-late] , que llegó tarde
        [changed-mind] , que ya no necesita
       *[other] {""}
    }.

summary-return-opened = { part-reason }; tiene abierta una devolución del pedido { TOGETHER($number) }.

summary-return-unsure = { part-reason }; una devolución del pedido { TOGETHER($number) } quizá está abierta. Revise antes de abrir otra.
