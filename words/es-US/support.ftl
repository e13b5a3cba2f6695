### Soporte técnico: qué no funciona, qué ayuda, y un reporte cuando nada ayuda.

part-check = Diga sí, no o no sé. O diga agente para hablar con una persona.
part-check-silent = Todavía no lo oigo. Diga sí o no, o marque cero para hablar con una persona.
part-fix = Diga listo cuando termine, o diga no puedo. Para hablar con una persona, diga agente.
part-fix-silent = Aquí sigo. Diga listo cuando termine, o marque cero para hablar con una persona.

## Qué no funciona

choose-service = ¿Con qué tiene problemas: con su internet, su teléfono, su televisión o su factura?
    .unclear-1 = Perdón, no le entendí. ¿Es su internet, su teléfono, su televisión o su factura?
    .unclear-2 = Solo diga internet, teléfono, tele o factura. O diga agente para hablar con alguien.
    .silent-1 = ¿Sigue ahí? ¿Es su internet, su teléfono, su televisión o su factura?
    .silent-2 = Aún no lo oigo. Diga internet, teléfono, tele o factura, o marque cero para hablar con alguien.

#   $service (Word: internet | phone | television) what does not work
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
    .silent-2 = Todavía no lo oigo. Diga sin conexión, lento o se corta, o marque cero para hablar con una persona.

choose-phone-symptom = ¿Qué pasa: no da tono, se oye ruido o fallan las llamadas?
    .unclear-1 = Perdón, no le entendí. ¿No da tono, se oye ruido o fallan las llamadas?
    .unclear-2 = Diga solo sin tono, ruido o llamadas. O diga agente para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿No da tono, se oye ruido o fallan las llamadas?
    .silent-2 = Todavía no lo oigo. Diga sin tono, ruido o llamadas, o marque cero para hablar con una persona.

choose-television-symptom = ¿Qué pasa: no hay imagen, se congela, no hay sonido o faltan canales?
    .unclear-1 = Perdón, no le entendí. ¿No hay imagen, se congela, no hay sonido o faltan canales?
    .unclear-2 = Solo diga imagen, se congela, sonido o canales. O diga agente para hablar con alguien.
    .silent-1 = ¿Sigue ahí? ¿No hay imagen, se congela, no hay sonido o faltan canales?
    .silent-2 = Aún no lo oigo. Diga imagen, se congela, sonido o canales, o marque cero para hablar con alguien.

## Pasos que son una pregunta

ask-router-on = Mire su módem, por favor. ¿Tiene al menos una luz encendida?
    .unclear-1 = Perdón, ¿eso fue un sí o un no? ¿Tiene su módem una luz encendida?
    .unclear-2 = { part-check }
    .silent-1 = Tómese su tiempo. ¿Tiene su módem al menos una luz encendida?
    .silent-2 = { part-check-silent }

ask-online-light = ¿Está en verde o en blanco la luz que dice internet o que tiene un globo?
    .unclear-1 = Perdón, ¿eso fue un sí o un no? ¿Está la luz de internet en verde o en blanco?
    .unclear-2 = { part-check }
    .silent-1 = Tómese su tiempo. ¿Está la luz de internet en verde o en blanco?
    .silent-2 = { part-check-silent }

ask-slow-everywhere = ¿Está lento en todos sus aparatos?
    .unclear-1 = Perdón, ¿eso fue un sí o un no? ¿Está lento en todos sus aparatos?
    .unclear-2 = { part-check }
    .silent-1 = ¿Sigue ahí? ¿Está lento en todos sus aparatos?
    .silent-2 = { part-check-silent }

ask-drops-near-router = ¿También se corta cuando está justo al lado del módem?
    .unclear-1 = Perdón, ¿eso fue un sí o un no? ¿También se corta al lado del módem?
    .unclear-2 = { part-check }
    .silent-1 = ¿Sigue ahí? ¿También se corta al lado del módem?
    .silent-2 = { part-check-silent }

ask-every-number = ¿Le pasa con todos los números que marca?
    .unclear-1 = Perdón, ¿eso fue un sí o un no? ¿Le pasa con todos los números?
    .unclear-2 = { part-check }
    .silent-1 = ¿Sigue ahí? ¿Le pasa con todos los números que marca?
    .silent-2 = { part-check-silent }

ask-box-on = Mire la caja de su televisión, por favor. ¿Está encendida su luz?
    .unclear-1 = Perdón, ¿eso fue un sí o un no? ¿Está encendida la luz de la caja?
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

ask-change-source = En el control de la tele, marque Fuente hasta ver nuestro menú. Diga listo cuando las haya probado.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando haya probado cada fuente, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Marque Fuente en el control y diga listo.
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

ask-search-channels = En el control, marque Menú y elija Buscar canales. Diga listo cuando termine.
    .unclear-1 = Perdón, no le entendí. Diga listo cuando la tele haya buscado los canales, o diga no puedo.
    .unclear-2 = { part-fix }
    .silent-1 = Tómese su tiempo. Diga listo cuando la tele encuentre los canales.
    .silent-2 = { part-fix-silent }

## Si ayudó

#   $service (Word: internet | phone | television) what did not work
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
    [internet] Perdón, ¿eso fue un sí o un no? ¿Ya le funciona el internet?
    [phone] Perdón, ¿eso fue un sí o un no? ¿Ya le funciona el teléfono?
   *[television] Perdón, ¿eso fue un sí o un no? ¿Ya le funciona la televisión?
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
    [internet] Todavía no lo oigo. Si su internet funciona, marque uno. Si no, marque dos. Para una persona, cero.
    [phone] Todavía no lo oigo. Si su teléfono funciona, marque uno. Si no, marque dos. Para una persona, cero.
   *[television] Todavía no lo oigo. Si su televisión funciona, marque uno. Si no, marque dos. Para una persona, cero.
    }

note-next-step = Bueno, vamos a probar otra cosa.
    .variant-2 = De acuerdo, esto es lo siguiente.
    .variant-3 = Entendido. Sigamos.

note-tried-before = Bien, entonces saltamos ese paso.

#   $service (Word: internet | phone | television) what does not work
note-place = { $service ->
    [internet] Vamos a hacer que su internet sirva.
    [phone] Vamos a hacer que su teléfono sirva.
   *[television] Vamos a hacer que su tele sirva.
    }

#   $service (Word: internet | phone | television | billing) what does not work
note-service = { $service ->
    [internet] Bien, entonces es su internet.
    [phone] Bien, entonces es su teléfono.
    [television] Bien, entonces es su televisión.
   *[billing] Bien, entonces es su factura.
    }

## Seguir más tarde

#   $service (Word: internet | phone | television) what did not work
offer-resume = { $service ->
    [internet] Antes vimos lo de su internet. ¿Seguimos en donde nos quedamos?
    [phone] Antes vimos lo de su teléfono. ¿Seguimos en donde nos quedamos?
   *[television] Antes vimos lo de su tele. ¿Seguimos en donde nos quedamos?
    }
    .unclear-1 = { $service ->
    [internet] Perdón, ¿eso fue un sí o un no? ¿Seguimos con su internet?
    [phone] Perdón, ¿eso fue un sí o un no? ¿Seguimos con su teléfono?
   *[television] Perdón, ¿eso fue un sí o un no? ¿Seguimos con su tele?
    }
    .unclear-2 = Para seguir, diga sí o marque uno. Para empezar de nuevo, marque dos. O diga agente para hablar con una persona.
    .silent-1 = { $service ->
    [internet] ¿Sigue ahí? ¿Seguimos con su internet?
    [phone] ¿Sigue ahí? ¿Seguimos con su teléfono?
   *[television] ¿Sigue ahí? ¿Seguimos con su tele?
    }
    .silent-2 = Todavía no lo oigo. Para seguir, marque uno. Para empezar de nuevo, dos. Para una persona, cero.

#   $service (Word: internet | phone | television) what does not work
offer-other-service = { $service ->
    [internet] También me habló de su internet. ¿Lo vemos ahora?
    [phone] También me habló de su teléfono. ¿Lo vemos ahora?
   *[television] También me habló de su tele. ¿La vemos ahora?
    }
    .unclear-1 = { $service ->
    [internet] Perdón, ¿eso fue un sí o un no? ¿Vemos su internet?
    [phone] Perdón, ¿eso fue un sí o un no? ¿Vemos su teléfono?
   *[television] Perdón, ¿eso fue un sí o un no? ¿Vemos su tele?
    }
    .unclear-2 = Para verlo también, diga sí o marque uno. Si no, diga no o marque dos. O diga agente para hablar con una persona.
    .silent-1 = { $service ->
    [internet] ¿Sigue ahí? ¿Vemos ahora su internet?
    [phone] ¿Sigue ahí? ¿Vemos ahora su teléfono?
   *[television] ¿Sigue ahí? ¿Vemos ahora su tele?
    }
    .silent-2 = Todavía no lo oigo. Para verlo también, marque uno. Si no, marque dos. Para una persona, cero.

## Cómo termina

#   $service (Word: internet | phone | television) what works again
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

# A ticket was opened, and its number goes by SMS as well.
#   $number (Digits, e.g. 482913) the ticket's number
tell-ticket-by-text = No puedo arreglarlo desde aquí, así que le abrí un reporte: { PAUSE() }{ $number }. Se lo envío por texto.

# A ticket was opened, and nothing can be sent.
#   $number (Digits, e.g. 482913) the ticket's number
tell-ticket = No puedo arreglarlo desde aquí, así que le abrí un reporte. Anote el número: { PAUSE() }{ $number }.

#   $number (Digits, e.g. 482913) the ticket's number
tell-ticket-again = Ya le abrí un reporte por eso. Su número es { PAUSE() }{ $number }.

offer-technician = ¿Quiere hablar ahora con un técnico?
    .unclear-1 = Perdón, ¿eso fue un sí o un no? ¿Quiere hablar con un técnico?
    .unclear-2 = Para hablar con un técnico, diga sí o marque uno. Si prefiere que no, diga no o marque dos.
    .silent-1 = ¿Sigue ahí? ¿Quiere hablar ahora con un técnico?
    .silent-2 = Todavía no lo oigo. Para hablar con un técnico, marque uno. Si prefiere que no, marque dos.

tell-ticket-stays = De acuerdo. Nuestros técnicos tienen su reporte y se encargan de ahora en adelante.

hand-over-technician = Claro. Lo comunico con un técnico. Va a ver lo que ya probamos.

hand-over-no-ticket = Lo siento, no pude abrir el reporte. Mejor lo comunico con un técnico.

hand-over-billing = De las facturas sabe más nuestro equipo de cobros. Lo comunico con ellos.

offer-pay-bill = Puedo ayudarle a pagar su factura ahora mismo. ¿Quiere hacerlo?
    .unclear-1 = Perdón, ¿eso fue un sí o un no? ¿Quiere pagar su factura ahora?
    .unclear-2 = Para pagar su factura, diga sí o marque uno. Si no, marque dos. O diga agente para hablar con alguien.
    .silent-1 = ¿Sigue ahí? ¿Quiere pagar su factura ahora?
    .silent-2 = Todavía no lo oigo. Para pagar su factura, marque uno. Si no, marque dos. Para una persona, cero.

## Mensajes de texto

#   $business (Text, e.g. Brightwave) name of the business
#   $number (Text, e.g. 482913) the ticket's number
text-ticket = { $business }: su reporte es el { $number }. Téngalo a la mano cuando nos llame por este problema.

## Para la persona que atiende

# What was found out and tried.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $service (Word: internet | phone | television | billing | unknown) what does not work
#   $has-symptom (Word: yes | no) whether it is known what is wrong with it
#   $symptom (Text, e.g. no connection) what is wrong with it, as the steps call it
#   $n-failed (Number, e.g. 2) steps that did not help
#   $failed (All of Text, e.g. check cables; restart router) those steps
#   $n-skipped (Number, e.g. 1) steps that the caller could not do
#   $skipped (All of Text, e.g. move phone) those steps
#   $has-ticket (Word: yes | no) whether there is a ticket
#   $ticket (Text, e.g. 482913) its number
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
