### Soporte técnico: qué no funciona, qué ayuda, y un reporte cuando nada ayuda.

part-check = Diga sí, no o no sé. O diga agente para hablar con una persona.
part-check-silent = Todavía no le oigo. Diga sí o no, u oprima 0 para hablar con una persona.
part-fix = Diga listo cuando termine, o diga no puedo. Para hablar con una persona, diga agente.
part-fix-silent = Aquí sigo. Diga listo cuando termine, u oprima 0 para hablar con una persona.

## Qué no funciona

choose-service = ¿Con qué tiene problemas: con su internet, su teléfono, su televisión o su factura?
    .unclear-1 = Perdón, no le entendí. ¿Es su internet, su teléfono, su televisión o su factura?
    .unclear-2 = Solo diga internet, teléfono, tele o factura. O diga agente para hablar con alguien.
    .silent-1 = ¿Sigue ahí? ¿Es su internet, su teléfono, su televisión o su factura?
    .silent-2 = Aún no le oigo. Diga internet, teléfono, tele o factura, u oprima 0 para hablar con alguien.

note-trouble = { $service ->
    [internet] Muy bien, vamos a ver qué le pasa a su internet.
    [phone] Muy bien, vamos a ver qué le pasa a su teléfono.
   *[television] Muy bien, vamos a ver qué le pasa a su tele.
    }
    .variant-2 = { $service ->
    [internet] Lamento el problema con su internet. Vamos a ver qué podemos hacer.
    [phone] Lamento el problema con su teléfono. Vamos a ver qué podemos hacer.
   *[television] Lamento el problema con su televisión. Vamos a ver qué podemos hacer.
    }

choose-internet-symptom = ¿Qué pasa: no hay conexión, está lento o se corta?
    .unclear-1 = Perdón, no le entendí. ¿No hay conexión, está lento o se corta?
    .unclear-2 = Diga solo sin conexión, lento o se corta. O diga agente para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿No hay conexión, está lento o se corta?
    .silent-2 = Todavía no le oigo. Diga sin conexión, lento o se corta, u oprima 0 para hablar con una persona.

choose-phone-symptom = ¿Qué pasa: no da tono, se oye ruido o fallan las llamadas?
    .unclear-1 = Perdón, no le entendí. ¿No da tono, se oye ruido o fallan las llamadas?
    .unclear-2 = Diga solo sin tono, ruido o llamadas. O diga agente para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿No da tono, se oye ruido o fallan las llamadas?
    .silent-2 = Todavía no le oigo. Diga sin tono, ruido o llamadas, u oprima 0 para hablar con una persona.

choose-television-symptom = ¿Qué pasa: no hay imagen, se congela, no hay sonido o faltan canales?
    .unclear-1 = Perdón, no le entendí. ¿No hay imagen, se congela, no hay sonido o faltan canales?
    .unclear-2 = Solo diga imagen, se congela, sonido o canales. O diga agente para hablar con alguien.
    .silent-1 = ¿Sigue ahí? ¿No hay imagen, se congela, no hay sonido o faltan canales?
    .silent-2 = Aún no le oigo. Diga imagen, se congela, sonido o canales, u oprima 0 para hablar con alguien.

## Pasos que son una pregunta

ask-router-on = Mire su módem, por favor. ¿Tiene al menos una luz encendida?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Tiene su módem una luz encendida?
    .unclear-2 = { part-check }
    .silent-1 = Tómese su tiempo. ¿Tiene su módem al menos una luz encendida?
    .silent-2 = { part-check-silent }

ask-online-light = ¿Está verde o blanca la luz que dice internet o que tiene un dibujo del mundo?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Está verde o blanca la luz de internet?
    .unclear-2 = { part-check }
    .silent-1 = Tómese su tiempo. ¿Está verde o blanca la luz de internet?
    .silent-2 = { part-check-silent }

ask-slow-everywhere = ¿Está lento en todos sus aparatos?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Está lento en todos sus aparatos?
    .unclear-2 = { part-check }
    .silent-1 = ¿Sigue ahí? ¿Está lento en todos sus aparatos?
    .silent-2 = { part-check-silent }

ask-drops-near-router = ¿También se corta cuando está justo al lado del módem?
    .unclear-1 = Perdón, ¿fue sí o no? ¿También se corta al lado del módem?
    .unclear-2 = { part-check }
    .silent-1 = ¿Sigue ahí? ¿También se corta al lado del módem?
    .silent-2 = { part-check-silent }

ask-every-number = ¿Le pasa con todos los números que marca?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Le pasa con todos los números?
    .unclear-2 = { part-check }
    .silent-1 = ¿Sigue ahí? ¿Le pasa con todos los números que marca?
    .silent-2 = { part-check-silent }

ask-box-on = Mire la caja de su televisión, por favor. ¿Está encendida su luz?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Está encendida la luz de la caja?
    .unclear-2 = { part-check }
    .silent-1 = Tómese su tiempo. ¿Está encendida la luz de la caja?
    .silent-2 = { part-check-silent }

## Pasos que hace quien llama

ask-router-cables = Apriete bien todos los cables de su módem, por favor. Diga listo cuando termine.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando los cables estén bien puestos, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Apriete los cables del módem y diga listo.
    .silent-2 = { part-fix-silent }

ask-plug-in-router = Conecte el módem en otro enchufe y préndalo, por favor. Diga listo cuando tenga luces.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando el módem tenga luces, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Diga listo cuando el módem tenga luces.
    .silent-2 = { part-fix-silent }

ask-restart-router = Desconecte el módem, cuente hasta diez y vuelva a conectarlo. Diga listo cuando las luces dejen de parpadear.
    .variant-2 = Vamos a reiniciar el módem. Desconéctelo, cuente hasta diez y conéctelo de nuevo. Diga listo cuando no parpadee.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando las luces dejen de parpadear, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo, puede tardar dos minutos. Diga listo cuando las luces no parpadeen.
    .silent-2 = { part-fix-silent }

ask-reconnect-wifi = En su aparato, apague el Wi-Fi y préndalo otra vez. Diga listo cuando se conecte.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando su aparato se conecte, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Apague y prenda el Wi-Fi, y diga listo.
    .silent-2 = { part-fix-silent }

ask-restart-device = Reinicie el aparato que está lento, por favor. Diga listo cuando esté prendido.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando su aparato esté prendido, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Diga listo cuando su aparato esté prendido.
    .silent-2 = { part-fix-silent }

ask-move-closer = Pruebe otra vez justo al lado del módem, por favor. Diga listo cuando haya probado.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando haya probado al lado del módem, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Pruebe al lado del módem y diga listo.
    .silent-2 = { part-fix-silent }

ask-move-router = Ponga el módem en un lugar abierto, lejos de paredes y de la tele. Diga listo cuando prenda.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando el módem esté en su nuevo lugar, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Diga listo cuando el módem esté en su nuevo lugar.
    .silent-2 = { part-fix-silent }

ask-phone-cable = Apriete los dos extremos del cable del teléfono, por favor. Diga listo cuando termine.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando el cable esté bien puesto, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Apriete el cable del teléfono y diga listo.
    .silent-2 = { part-fix-silent }

ask-move-phone = Aleje el teléfono del módem y de otros aparatos, por favor. Diga listo cuando termine.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando haya movido el teléfono, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Aleje el teléfono de otros aparatos y diga listo.
    .silent-2 = { part-fix-silent }

ask-dial-area-code = Marque otra vez, con el uno y el código de área. Diga listo cuando haya probado.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando haya marcado con código de área, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Marque con el uno y el código de área, y diga listo.
    .silent-2 = { part-fix-silent }

ask-plug-in-box = Conecte la caja de la tele en otro enchufe y préndala. Diga listo cuando tenga luz.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando la caja tenga luz, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Diga listo cuando la caja tenga luz.
    .silent-2 = { part-fix-silent }

ask-change-source = En el control de la tele, oprima Fuente hasta ver nuestro menú. Diga listo cuando haya probado cada fuente.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando haya probado cada fuente, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Oprima Fuente en el control y diga listo.
    .silent-2 = { part-fix-silent }

ask-restart-box = Desconecte la caja de la tele, cuente hasta diez y conéctela otra vez. Diga listo cuando vea el menú.
    .variant-2 = Vamos a reiniciar la caja de la tele. Desconéctela, cuente hasta diez y conéctela. Diga listo cuando vea el menú.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando la caja esté prendida, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo, puede tardar dos minutos. Diga listo cuando vea el menú.
    .silent-2 = { part-fix-silent }

ask-box-cables = Apriete bien todos los cables de la caja de la tele, por favor. Diga listo cuando termine.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando los cables estén bien puestos, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Apriete los cables de la caja y diga listo.
    .silent-2 = { part-fix-silent }

ask-turn-up-volume = En el control de la tele, suba el volumen unas cuantas veces. Diga listo cuando haya probado.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando haya subido el volumen, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Suba el volumen y diga listo.
    .silent-2 = { part-fix-silent }

ask-search-channels = En el control, oprima Menú y elija Buscar canales. Diga listo cuando termine.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando la tele haya buscado los canales, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Diga listo cuando la tele encuentre los canales.
    .silent-2 = { part-fix-silent }

## Si ayudó

confirm-works = { $service ->
    [internet] ¿Ya le funciona el internet?
    [phone] ¿Ya le funciona el teléfono?
   *[television] ¿Ya le funciona la televisión?
    }
    .variant-2 = { $service ->
    [internet] ¿Y ahora le funciona el internet?
    [phone] ¿Y ahora le funciona el teléfono?
   *[television] ¿Y ahora le funciona la televisión?
    }
    .unclear-1 = { $service ->
    [internet] Perdón, ¿fue sí o no? ¿Ya le funciona el internet?
    [phone] Perdón, ¿fue sí o no? ¿Ya le funciona el teléfono?
   *[television] Perdón, ¿fue sí o no? ¿Ya le funciona la televisión?
    }
    .unclear-2 = { $service ->
    [internet] Si su internet funciona, diga sí. Si no, diga no. O diga agente para hablar con una persona.
    [phone] Si su teléfono funciona, diga sí. Si no, diga no. O diga agente para hablar con una persona.
   *[television] Si su televisión funciona, diga sí. Si no, diga no. O diga agente para hablar con una persona.
    }
    .silent-1 = { $service ->
    [internet] Tómese su tiempo. ¿Ya le funciona el internet?
    [phone] Tómese su tiempo. ¿Ya le funciona el teléfono?
   *[television] Tómese su tiempo. ¿Ya le funciona la televisión?
    }
    .silent-2 = { $service ->
    [internet] Todavía no le oigo. Si su internet funciona, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.
    [phone] Todavía no le oigo. Si su teléfono funciona, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.
   *[television] Todavía no le oigo. Si su televisión funciona, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.
    }

note-next-step = Bueno, probemos otra cosa.
    .variant-2 = De acuerdo, esto es lo siguiente.
    .variant-3 = Entendido. Sigamos.

note-tried-before = Bien, entonces nos saltamos ese paso.

note-place = { $service ->
    [internet] Estamos viendo lo de su internet.
    [phone] Estamos viendo lo de su teléfono.
   *[television] Estamos viendo lo de su tele.
    }

note-service = { $service ->
    [internet] Bien, entonces es su internet.
    [phone] Bien, entonces es su teléfono.
    [television] Bien, entonces es su televisión.
   *[billing] Bien, entonces es su factura.
    }

## Seguir más tarde

offer-resume = { $service ->
    [internet] Antes vimos lo de su internet. ¿Seguimos en donde nos quedamos?
    [phone] Antes vimos lo de su teléfono. ¿Seguimos en donde nos quedamos?
   *[television] Antes vimos lo de su tele. ¿Seguimos en donde nos quedamos?
    }
    .unclear-1 = { $service ->
    [internet] Perdón, ¿fue sí o no? ¿Seguimos con su internet?
    [phone] Perdón, ¿fue sí o no? ¿Seguimos con su teléfono?
   *[television] Perdón, ¿fue sí o no? ¿Seguimos con su tele?
    }
    .unclear-2 = Para seguir, diga sí u oprima 1. Para empezar de nuevo, oprima 2. O diga agente para hablar con una persona.
    .silent-1 = { $service ->
    [internet] ¿Sigue ahí? ¿Seguimos con su internet?
    [phone] ¿Sigue ahí? ¿Seguimos con su teléfono?
   *[television] ¿Sigue ahí? ¿Seguimos con su tele?
    }
    .silent-2 = Todavía no le oigo. Para seguir, oprima 1. Para empezar de nuevo, oprima 2. Para hablar con una persona, oprima 0.

offer-other-service = { $service ->
    [internet] También me habló de su internet. ¿Lo vemos ahora?
    [phone] También me habló de su teléfono. ¿Lo vemos ahora?
   *[television] También me habló de su tele. ¿La vemos ahora?
    }
    .unclear-1 = { $service ->
    [internet] Perdón, ¿fue sí o no? ¿Vemos su internet?
    [phone] Perdón, ¿fue sí o no? ¿Vemos su teléfono?
   *[television] Perdón, ¿fue sí o no? ¿Vemos su tele?
    }
    .unclear-2 = Para verlo también, diga sí u oprima 1. Si no, diga no u oprima 2. O diga agente para hablar con una persona.
    .silent-1 = { $service ->
    [internet] ¿Sigue ahí? ¿Vemos ahora su internet?
    [phone] ¿Sigue ahí? ¿Vemos ahora su teléfono?
   *[television] ¿Sigue ahí? ¿Vemos ahora su tele?
    }
    .silent-2 = Todavía no le oigo. Para verlo también, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

## Cómo termina

tell-solved = { $service ->
    [internet] Qué bueno, me alegra que ya tenga internet.
    [phone] Qué bueno, me alegra que su teléfono ya funcione.
   *[television] Qué bueno, me alegra que su televisión ya funcione.
    }
    .variant-2 = { $service ->
    [internet] Qué bien. Su internet ya sirve.
    [phone] Qué bien. Su teléfono ya sirve.
   *[television] Qué bien. Su tele ya sirve.
    }

tell-ticket-by-text = No puedo arreglarlo desde aquí, así que le mando por texto un número de reporte.

tell-ticket = Le abrí un reporte por eso. Anote el número: { PAUSE() }{ $number }.

tell-ticket-again = Ya le abrí un reporte por eso. Su número es { PAUSE() }{ $number }.

offer-technician = ¿Quiere hablar ahora con un técnico?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Quiere hablar con un técnico?
    .unclear-2 = Para hablar con un técnico, diga sí u oprima 1. Si prefiere que no, diga no u oprima 2.
    .silent-1 = ¿Sigue ahí? ¿Quiere hablar ahora con un técnico?
    .silent-2 = Todavía no le oigo. Para hablar con un técnico, oprima 1. Si prefiere que no, oprima 2.

tell-ticket-stays = De acuerdo. Nuestros técnicos tienen su reporte y se encargan de ahora en adelante.

hand-over-technician = De acuerdo. Nuestros técnicos van a ver lo que ya probamos.

hand-over-no-ticket = Lo siento, en este momento no pude abrir el reporte.

hand-over-billing = Yo no puedo revisar una factura.

offer-pay-bill = Puedo ayudarle a pagar su factura ahora mismo. ¿Quiere hacerlo?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Quiere pagar su factura ahora?
    .unclear-2 = Para pagar su factura, diga sí u oprima 1. Si no, oprima 2. O diga agente para hablar con alguien.
    .silent-1 = ¿Sigue ahí? ¿Quiere pagar su factura ahora?
    .silent-2 = Todavía no le oigo. Para pagar su factura, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

## Mensajes de texto

text-ticket = { $business }: su reporte es el { $number }. Téngalo a la mano cuando nos llame por este problema.

## Para la persona que atiende

summary-support =
    { part-reason }; { $service ->
        [internet] problema con el internet
        [phone] problema con el teléfono
        [television] problema con la televisión
        [billing] una pregunta sobre la factura
       *[unknown] un problema sin precisar
    }{ $has-symptom ->
        [yes] : { $symptom }.
       *[no] .
    }{ $n-failed ->
        [0] {""}
       *[other] {" Probado sin éxito: "}{ $failed }.
    }{ $n-skipped ->
        [0] {""}
       *[other] {" No se pudo probar: "}{ $skipped }.
    }{ $has-ticket ->
        [yes] {" Reporte "}{ $ticket }.
       *[no] {""}
    }
