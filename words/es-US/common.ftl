### Lo que dice toda línea, en el español de Estados Unidos y tratando de usted.
###
### The comments of en-US declare the messages and their values.

## What the caller wants

ask-wish = ¿En qué le puedo ayudar hoy?
    .unclear-1 = Perdón, no le entendí. ¿En qué le puedo ayudar?
    .unclear-2 = Llamó a { $business }. { part-example }, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? Dígame en qué le puedo ayudar.
    .silent-2 =
        { $scenario ->
            [shop] Todavía no le oigo. Diga rastrear mi pedido, u oprima 0 para hablar con una persona.
            [clinic] Todavía no le oigo. Diga hacer una cita, u oprima 0 para hablar con una persona.
            [payments] Todavía no le oigo. Diga pagar mi factura, u oprima 0 para hablar con una persona.
            [support] Todavía no le oigo. Diga no tengo internet, u oprima 0 para hablar con una persona.
            [bank] Todavía no le oigo. Diga ver mi saldo, u oprima 0 para hablar con una persona.
           *[other] Todavía no le oigo. Dígame qué necesita, u oprima 0 para hablar con una persona.
        }

part-example =
    { $scenario ->
        [shop] Le puedo decir cómo va su pedido. Diga rastrear mi pedido
        [clinic] Puedo hacer, cambiar o cancelar una cita. Diga hacer una cita
        [payments] Le puedo ayudar a pagar una factura. Diga pagar mi factura
        [support] Le puedo ayudar si algo no funciona. Diga no tengo internet
        [bank] Puedo decirle cuánto dinero tiene. Diga ver mi saldo
        [profile] Puedo hablarle de experiencia y proyectos. Pregunte por los proyectos recientes
       *[other] Dígame en pocas palabras qué necesita
    }

ask-wish-again = ¿En qué le puedo ayudar?
    .unclear-1 = { ask-wish.unclear-1 }
    .unclear-2 = { ask-wish.unclear-2 }
    .silent-1 = { ask-wish.silent-1 }
    .silent-2 = { ask-wish.silent-2 }
    .variant-2 = ¿Qué más necesita?

ask-wish-not-meant = Perdón. ¿En qué le puedo ayudar? Para hablar con una persona, oprima 0.
    .unclear-1 = { ask-wish.unclear-1 }
    .unclear-2 = { ask-wish.unclear-2 }
    .silent-1 = { ask-wish.silent-1 }
    .silent-2 = { ask-wish.silent-2 }

ask-more = ¿Le puedo ayudar en algo más?
    .unclear-1 = Perdón, no le entendí. ¿Le puedo ayudar en algo más?
    .unclear-2 = Si necesita algo más, dígame qué es, u oprima 0 para hablar con una persona. Si no, diga no.
    .silent-1 = ¿Sigue ahí? ¿Le puedo ayudar en algo más?
    .silent-2 = Todavía no le oigo. Oprima 0 para hablar con una persona, o 2 si ya es todo.
    .variant-2 = ¿Necesita algo más?
    .variant-3 = ¿Hay algo más en que le pueda ayudar?

part-wish =
    { $wish ->
        [CheckOrderStatus] saber cómo va un pedido
        [ChangeDeliveryAddress] cambiar la dirección de entrega
        [ReturnOrder] devolver algo
        [BookAppointment] hacer una cita
        [MoveAppointment] cambiar una cita
        [CancelAppointment] cancelar una cita
        [CheckAppointment] saber cuándo es su cita
        [PayInvoice] pagar una factura
        [ReportProblem] arreglar algo que no funciona
        [CheckBalance] saber su saldo
        [ListTransactions] oír sus movimientos
        [AskExperience] saber de la experiencia laboral
        [AskSkills] saber de las habilidades
        [AskProjects] saber de los proyectos
        [AskEducation] saber de los estudios
        [AskAvailability] saber de la disponibilidad
        [AskContact] saber cómo ponerse en contacto
        [AskCollaboration] saber cómo es trabajar juntos
        [RequestInterview] pedir una entrevista
        [NegotiateContract] hablar de un contrato
        [ArrangeMeeting] programar una reunión
        [AskTechnicalQuestion] hacer una pregunta técnica
        [AskHours] saber nuestro horario
        [LeaveMessage] dejar un mensaje
        [RequestCallback] que le llamemos
        [TalkToAgent] hablar con una persona
        [Repeat] oír eso otra vez
        [SlowDown] ir más despacio
        [StartAgain] empezar de nuevo
        [GoBack] volver al paso anterior
        [Help] saber qué puedo hacer
        [Wait] tomarse un momento
        [SwitchLanguage] hablar en otro idioma
        [ForgetMe] borrar sus datos
        [RememberMe] guardar sus datos
        [Emergency] recibir ayuda ahora mismo
       *[other] seguir con eso
    }

confirm-wish =
    { $wish ->
        [Goodbye] No sé si le entendí bien. ¿Ya es todo?
       *[other] No sé si le entendí bien. ¿Quiere { part-wish }?
    }
    .unclear-1 =
        { $wish ->
            [TalkToAgent] Perdón, ¿fue sí o no? Para hablar con una persona, diga sí u oprima 1. Si prefiere que no, oprima 2.
            [RequestCallback] Perdón, ¿fue sí o no? Si quiere que le llamemos, diga sí u oprima 1. Para hablar con una persona, oprima 0.
            [Goodbye] Perdón, ¿fue sí o no? Si ya es todo, diga sí u oprima 1. Si no, oprima 2.
           *[other] Perdón, ¿fue sí o no? Para { part-wish }, diga sí u oprima 1. Para hablar con una persona, oprima 0.
        }
    .unclear-2 = { confirm-wish.unclear-1 }
    .silent-1 =
        { $wish ->
            [TalkToAgent] ¿Sigue ahí? Para hablar con una persona, diga sí u oprima 1. Si prefiere que no, oprima 2.
            [RequestCallback] ¿Sigue ahí? Si quiere que le llamemos, diga sí u oprima 1. Para hablar con una persona, oprima 0.
            [Goodbye] ¿Sigue ahí? Si ya es todo, diga sí u oprima 1. Si no, oprima 2.
           *[other] ¿Sigue ahí? Para { part-wish }, diga sí u oprima 1. Para hablar con una persona, oprima 0.
        }
    .silent-2 = { confirm-wish.silent-1 }

confirm-heard = Creo que dijo { PAUSE() }{ $heard }. ¿Es correcto?
    .unclear-1 = Perdón, ¿fue sí o no? Oí { PAUSE() }{ $heard }.
    .unclear-2 = Si dijo { $heard }, diga sí u oprima 1. Si no, diga no u oprima 2. Para hablar con una persona, oprima 0.
    .silent-1 = ¿Sigue ahí? Oí { PAUSE() }{ $heard }. ¿Es correcto?
    .silent-2 = Todavía no le oigo. Si dijo { $heard }, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.
    .variant-2 = Oí { PAUSE() }{ $heard }. ¿Le entendí bien?

offer-go-on = Antes quería { part-wish }. ¿Seguimos con eso?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Seguimos donde estábamos?
    .unclear-2 = Para seguir donde estábamos, diga sí u oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.
    .silent-1 = ¿Sigue ahí? ¿Seguimos donde estábamos?
    .silent-2 = Todavía no le oigo. Para seguir donde estábamos, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

offer-named-too = También quería { part-wish }. ¿Lo vemos ahora?
    .unclear-1 = Perdón, ¿fue sí o no? También quería { part-wish }.
    .unclear-2 = Para { part-wish }, diga sí u oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.
    .silent-1 = ¿Sigue ahí? También quería { part-wish }. ¿Lo vemos ahora?
    .silent-2 = Todavía no le oigo. Para { part-wish }, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

confirm-callback = Podemos llamarle al número desde el que nos llama. ¿Está bien?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Le llamamos a este número?
    .unclear-2 = Para que le llamemos a este número, diga sí u oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.
    .silent-1 = ¿Sigue ahí? ¿Le llamamos a este número?
    .silent-2 = No le oigo. Para que le llamemos a este número, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

tell-callback-not-possible =
    { $why ->
        [never] Lo siento, desde esta línea no devolvemos llamadas.
       *[withheld] Lo siento, no puedo ver su número, así que no le podríamos llamar.
    }

offer-message-instead =
    { $why ->
        [never] ¿Prefiere dejarnos un mensaje?
       *[withheld] ¿Prefiere dejarnos un mensaje con su número?
    }
    .unclear-1 = Perdón, ¿fue sí o no? ¿Quiere dejar un mensaje?
    .unclear-2 = Para dejar un mensaje, diga sí u oprima 1. Si prefiere que no, oprima 2. Para hablar con una persona, oprima 0.
    .silent-1 = ¿Sigue ahí? ¿Quiere dejar un mensaje?
    .silent-2 = Todavía no le oigo. Para dejar un mensaje, oprima 1. Si prefiere que no, oprima 2. Para hablar con una persona, oprima 0.

tell-hours = Este es nuestro horario.

tell-hours-every-day = Abrimos todos los días { part-times }.

tell-hours-days =
    { $count ->
        [two] El { part-first-day } y el { part-last-day }, { part-times }.
       *[more] De { part-first-day } a { part-last-day }, { part-times }.
    }

tell-hours-day = El { part-first-day }, { part-times }.

tell-hours-again = Y de { $from } a { $to }.

tell-hours-same = Lo mismo el { part-first-day }.

tell-hours-same-days =
    { $count ->
        [two] Lo mismo el { part-first-day } y el { part-last-day }.
       *[more] Lo mismo de { part-first-day } a { part-last-day }.
    }

offer-other-days = ¿Y los demás días?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Quiere saber los demás días?
    .unclear-2 = Para oír los demás días, diga sí u oprima 1. Si prefiere que no, diga no u oprima 2.
    .silent-1 = ¿Sigue ahí? ¿Quiere saber los demás días?
    .silent-2 = Todavía no le oigo. Para oír los demás días, oprima 1. Si prefiere que no, oprima 2.

tell-hours-on =
    { $open ->
        [closed] No abrimos { $day }.
       *[once] Abrimos { $day } { part-times }.
    }

tell-hours-unknown = Lo siento, no sé cuál es nuestro horario.

part-first-day =
    { $first ->
        [monday] lunes
        [tuesday] martes
        [wednesday] miércoles
        [thursday] jueves
        [friday] viernes
        [saturday] sábado
       *[sunday] domingo
    }

part-last-day =
    { $last ->
        [monday] lunes
        [tuesday] martes
        [wednesday] miércoles
        [thursday] jueves
        [friday] viernes
        [saturday] sábado
       *[sunday] domingo
    }

part-times =
    { $open ->
        [always] las veinticuatro horas
       *[once] de { $from } a { $to }
    }

tell-leave-message = Claro, puede dejarnos un mensaje.

## A person

offer-person = ¿Quiere hablar con una persona?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Quiere hablar con una persona?
    .unclear-2 = Para hablar con una persona, diga sí u oprima 1. Si prefiere que no, diga no u oprima 2.
    .silent-1 = ¿Sigue ahí? ¿Quiere hablar con una persona?
    .silent-2 = Todavía no le oigo. Para hablar con una persona, oprima 1. Si prefiere que no, oprima 2.

offer-person-instead = ¿Prefiere hablar con una persona?
    .unclear-1 = { offer-person.unclear-1 }
    .unclear-2 = { offer-person.unclear-2 }
    .silent-1 = { offer-person.silent-1 }
    .silent-2 = { offer-person.silent-2 }

offer-person-upset = Quiero hacerle esto más fácil. ¿Desea hablar con una persona ahora mismo?
    .unclear-1 = { offer-person.unclear-1 }
    .unclear-2 = { offer-person.unclear-2 }
    .silent-1 = { offer-person.silent-1 }
    .silent-2 = { offer-person.silent-2 }

hand-over-asked = De acuerdo.
    .variant-2 = Muy bien.

hand-over-not-understood = Lo siento, no le estoy entendiendo bien.

hand-over-silence = Lo siento, no le puedo oír.

hand-over-denied = Lo siento, no logro anotarlo bien.

hand-over-backend = Lo siento, en este momento no puedo consultar nuestros registros.

hand-over-upset = Lamento que esto haya sido tan difícil.

## When something does not work

tell-unavailable = Lo siento, en este momento no puedo consultar nuestros registros.

tell-not-here = Lo siento, en esta línea no le puedo ayudar con eso.

## Closing

tell-done = Muy bien.

tell-done-served = Me alegra haberle ayudado.
    .variant-2 = Fue un gusto ayudarle.

## Remarks before something else

note-not-meant = Perdón.
    .variant-2 = Me equivoqué.

ask-rest = Hasta ahora tengo { $part }. ¿Qué sigue?
    .unclear-1 = Perdón, no le entendí. Diga otra vez el número completo, por favor.
    .unclear-2 = Por favor marque el número completo en su teclado, o diga agente para hablar con una persona.
    .silent-1 = ¿Sigue ahí? Hasta ahora tengo { $part }.
    .silent-2 = Sigo sin escucharle. Por favor marque el número completo en su teclado.

note-machine = Soy un asistente automático, no una persona.
    .variant-2 = Está hablando con una máquina.

note-who = Soy el asistente automático de { $business }.

note-hears-you = Sí, le escucho.
    .variant-2 = Aquí estoy, le escucho bien.

note-how-it-is = Gracias por preguntar.

note-why =
    { $asked ->
        [number] Lo necesito para encontrar lo suyo.
        [secret] Así nadie más puede entrar a su cuenta.
       *[other] Me ayuda a encontrar lo que necesita.
    }

note-denied = Perdón.
    .variant-2 = Gracias por avisarme.

note-corrected = Listo, ya lo cambié.
    .variant-2 = Entendido, ya lo cambié.

note-okay = De acuerdo.
    .variant-2 = Muy bien.
    .variant-3 = Entendido.

note-sure = Claro.

note-one-by-one = Claro, vamos por partes.
    .variant-2 = De acuerdo, veamos una cosa a la vez.

note-no-problem = No hay problema.

note-repeat = Claro, se lo repito.
    .variant-2 = Por supuesto. Una vez más.

note-nothing-to-repeat = Apenas estamos empezando.

note-slower = Claro, hablaré más despacio.

note-slowest = Ya estoy hablando lo más despacio que puedo.

note-start-again = De acuerdo, empecemos de nuevo.

note-back = De acuerdo, volvamos atrás.

note-complaint = Siento que haya pasado eso.

note-nothing-to-go-back = No hay nada a lo que volver.

note-wait = Tómese su tiempo. Aquí estoy cuando quiera seguir.

note-still-waiting = Sin prisa. Aquí sigo.

## Help

tell-help =
    { $scenario ->
        [shop] Le puedo decir cómo va un pedido, cambiar a dónde va o ayudarle a devolver algo.
        [clinic] Puedo hacer una cita, cambiarla o cancelarla.
        [payments] Le puedo decir cuánto debe y ayudarle a pagarlo.
        [support] Puedo ver qué pasa con su internet, su teléfono o su tele, o hablar de su factura.
        [bank] Le puedo decir su saldo y sus últimos movimientos.
        [profile] Puedo responder sobre experiencia, habilidades y proyectos, o tomar un mensaje.
       *[other] Dígame en pocas palabras qué necesita, y veré qué puedo hacer.
    }

tell-help-commands = Siempre puede decir repita, más despacio, atrás, empezar de nuevo, o hablar con una persona.

## Language

note-language = Claro, hablemos en español.

note-language-heard = Con gusto, seguimos en español.

tell-language-unknown =
    { $speaks ->
        [en-US] Lo siento, solo hablo inglés.
        [es-US] Lo siento, solo hablo español.
       *[both] Lo siento, solo hablo inglés y español.
    }

## Mood

note-anger = Entiendo que esto es frustrante, y lo siento.
    .variant-2 = Le entiendo, y lamento la molestia.

note-fear = Entiendo su preocupación. Vamos a resolverlo juntos.
    .variant-2 = Sé que esto preocupa. Estoy aquí para ayudarle.

note-urgency = Sé que es urgente.
    .variant-2 = Seré breve.

tell-emergency = Si alguien está en peligro, cuelgue y llame al { TOGETHER("911") }. Ahora mismo le paso con una persona.

## Callers who call again

offer-last-matter =
    { $matter ->
        [order] ¿Llama por el pedido del que preguntó { $day }?
        [appointment] ¿Llama por la cita de la que hablamos { $day }?
        [invoice] ¿Llama por la factura de la que preguntó { $day }?
        [ticket] ¿Llama por el problema que nos contó { $day }?
        [account] ¿Llama por la cuenta de la que preguntó { $day }?
       *[other] ¿Llama por lo que hablamos { $day }?
    }
    .unclear-1 = Perdón, ¿fue sí o no? ¿Llama por lo mismo que { $day }?
    .unclear-2 = Si es lo mismo que { $day }, diga sí u oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.
    .silent-1 = ¿Sigue ahí? ¿Llama por lo mismo que { $day }?
    .silent-2 = Todavía no le oigo. Si es lo mismo que { $day }, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

offer-remember = ¿Quiere que guarde sus datos para su próxima llamada?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Quiere que guarde sus datos para su próxima llamada?
    .unclear-2 = Si quiere que guarde sus datos, diga sí u oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.
    .silent-1 = ¿Sigue ahí? ¿Quiere que guarde sus datos para su próxima llamada?
    .silent-2 = Todavía no le oigo. Si quiere que guarde sus datos, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

note-remembered = Muy bien, guardo sus datos.

note-forgotten = Listo, borré lo que guardaba para su próxima llamada.

note-nothing-kept = No guardo nada para su próxima llamada.

note-cannot-remember = Lo siento, no puedo guardar sus datos para su próxima llamada.

note-memory-out-of-reach = Lo siento, en este momento no puedo hacer eso.

tell-not-kept = Lo siento, eso no funcionó de nuestro lado.

note-not-remembered = Está bien, no guardo sus datos.

## What the agent reads

part-reason =
    { $reason ->
        [asked] Quien llama pidió hablar con una persona
        [not-understood] No se pudo entender a quien llama
        [silence] No se pudo oír a quien llama
        [backend] No se pudieron consultar nuestros registros
        [upset] La persona que llama está molesta
        [denied] No se lograron anotar bien los datos de quien llama
        [emergency] Quien llama puede estar en peligro
        [matter] Quien llama necesita algo que el asistente no puede hacer
       *[other] Quien llama habló con el asistente
    }

summary-named-too = También quiere { part-wish }.

summary-call = { part-reason }.
