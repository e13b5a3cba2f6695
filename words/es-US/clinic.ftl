### Lo que dice la línea sobre las citas con médicos: pedir, cambiar y cancelar.
###
### $doctor es un nombre como se dice, por ejemplo "Dr. Chen"; $moment un día y una hora; $number el
### número de una cita.

## Qué médico

ask-doctor = ¿Con qué médico quiere la cita? Puede decirme un nombre o una especialidad.
    .variant-2 = ¿A quién quiere ver? Dígame el nombre del médico o la especialidad.
    .unclear-1 = Perdón, no le entendí. Diga el nombre del médico, o algo como el médico del corazón o de la piel.
    .unclear-2 = Sigo sin entenderle. Diga el nombre del médico, diga cualquiera, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Con qué médico quiere la cita?
    .silent-2 = Sigo sin oírle. Diga el nombre del médico, u oprima 0 para hablar con una persona.

choose-doctor = Estas son las opciones: { $doctors }. ¿A quién prefiere, o le da igual?
    .unclear-1 = Perdón, no le entendí. Las opciones son { $doctors }. También puede decir cualquiera.
    .unclear-2 = Sigo sin entenderle. Diga el nombre, diga cualquiera, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? Las opciones son { $doctors }. ¿A quién prefiere?
    .silent-2 = Sigo sin oírle. Diga el nombre del médico, u oprima 0 para hablar con una persona.

note-doctor-unknown = No encuentro a nadie con ese nombre aquí. Nuestros médicos son { $doctors }.

note-doctor-not-here = No encuentro a nadie con ese nombre aquí.

note-specialty-unknown = Lo siento, no tenemos médicos para eso. Nuestros médicos son { $doctors }.

note-specialty-not-here = Lo siento, no tenemos médicos para eso.

## Qué día y a qué hora

ask-day = ¿Qué día le viene bien? También puede decir, lo antes posible.
    .variant-2 = ¿Cuándo quiere venir? Puede decir un día, o lo antes posible.
    .unclear-1 = Perdón, no entendí el día. Puede decir, por ejemplo, el jueves, o la próxima semana por la mañana.
    .unclear-2 = Sigo sin entenderle. Diga un día, diga lo antes posible, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Qué día le viene bien?
    .silent-2 = Sigo sin oírle. Diga un día, u oprima 0 para hablar con una persona.

ask-new-day = ¿Qué día prefiere ahora?
    .unclear-1 = Perdón, no entendí el día. Puede decir, por ejemplo, el viernes, o la próxima semana por la mañana.
    .unclear-2 = Sigo sin entenderle. Diga un día, diga lo antes posible, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Qué día prefiere ahora?
    .silent-2 = Sigo sin oírle. Diga un día, u oprima 0 para hablar con una persona.

ask-other-time = ¿Qué día o qué hora le viene mejor?
    .variant-2 = De acuerdo. ¿Cuándo le viene mejor?
    .unclear-1 = Perdón, no le entendí. Puede decir otro día, otra hora u otro médico.
    .unclear-2 = Sigo sin entenderle. Diga un día o una hora, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Qué día o qué hora le viene mejor?
    .silent-2 = Sigo sin oírle. Diga un día o una hora, u oprima 0 para hablar con una persona.

choose-half-of-day = ¿Es a { $morning } o a { $evening }?
    .unclear-1 = Perdón, no le entendí. ¿Quiere decir por la mañana o por la noche?
    .unclear-2 = Sigo sin entenderle. Diga mañana, diga noche, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Es a { $morning } o a { $evening }?
    .silent-2 = Sigo sin oírle. Diga mañana o noche, u oprima 0 para hablar con una persona.

note-past = Eso ya pasó.

note-closed-day = No abrimos { $day }.

note-nothing-day = No hay nada libre { $day }.

note-nothing-then = No tengo nada libre en ese horario.

note-nothing-earlier = No tengo nada antes.

note-nothing-other = No tengo nada más por ahora.

note-taken = Lo siento, alguien acaba de tomar esa hora.
    .variant-2 = Lo siento, esa hora se acaba de ocupar.

## Qué está libre

choose-time = Hay citas con { $doctor } { $day } a { PAUSE() }{ $times }. ¿Cuál prefiere?
    .variant-2 = Tengo, con { $doctor }, { $day } a { PAUSE() }{ $times }. ¿Cuál le sirve?
    .unclear-1 = Perdón, no le entendí. Tengo { $times }. O diga más tarde.
    .unclear-2 = Sigo sin entenderle. Diga la primera, la segunda, ninguna, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? Tengo { $times }. ¿Cuál prefiere?
    .silent-2 = Sigo sin oírle. Diga la primera o ninguna, u oprima 0 para hablar con una persona.

choose-moment = Tengo con { $doctor } { $first-day } a { $first-time } o { $second-day } a { $second-time }. ¿Cuál quiere?
    .unclear-1 = Perdón, no le entendí. ¿Quiere la primera, la segunda o ninguna?
    .unclear-2 = Sigo sin entenderle. Diga la primera, la segunda, ninguna, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Quiere venir { $first-day } o { $second-day }?
    .silent-2 = Sigo sin oírle. Diga la primera, la segunda, ninguna, u oprima 0 para hablar con una persona.

choose-doctor-moment = Con { $first-doctor } { $first-day } a { $first-time } o { $second-doctor } { $second-day } a { $second-time }. ¿Cuál?
    .unclear-1 = Perdón, no le entendí. ¿Quiere la primera, la segunda o ninguna?
    .unclear-2 = Sigo sin entenderle. Diga la primera, la segunda, ninguna, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Quiere la primera, la segunda o ninguna?
    .silent-2 = Sigo sin oírle. Diga la primera, la segunda, ninguna, u oprima 0 para hablar con una persona.

offer-opening = La próxima cita es con { $doctor }, el { PAUSE() }{ $moment }. ¿Le doy esa?
    .unclear-1 = Perdón, no entendí. Con { $doctor }, { $day } a { $time }: ¿le doy esa? Diga sí o no.
    .unclear-2 = Sigo sin entenderle. Oprima 1 para tomarla, 2 para otra cosa, o 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? Con { $doctor }, { $day } a { $time }: ¿le doy esa?
    .silent-2 = Sigo sin oírle. Oprima 1 para tomarla, 2 para otra cosa, o 0 para hablar con una persona.

offer-other-doctor = Lo siento, { $doctor } no tiene nada libre. ¿Le busco una cita con { $other }?
    .unclear-1 = Perdón, no le entendí. ¿Quiere una cita con { $other }? Diga sí o no.
    .unclear-2 = Sigo sin entenderle. Oprima 1 para una cita con { $other }, 2 para no, o 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Quiere una cita con { $other }?
    .silent-2 = Sigo sin oírle. Oprima 1 para una cita con { $other }, 2 para no, o 0 para hablar con una persona.

## Pedir una cita

confirm-appointment = Sería con { $doctor }, el { PAUSE() }{ $moment }. ¿Se la reservo?
    .variant-2 = Entonces, con { $doctor }, el { PAUSE() }{ $moment }. ¿Se la reservo?
    .unclear-1 = Perdón, no entendí. Con { $doctor }, { $day } a { $time }: ¿se la reservo? Diga sí o no.
    .unclear-2 = Sigo sin entenderle. Oprima 1 para reservar, 2 para cambiarla, o 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? Con { $doctor }, { $day } a { $time }: ¿se la reservo?
    .silent-2 = Sigo sin oírle. Oprima 1 para reservar, 2 para cambiarla, o 0 para hablar con una persona.

ask-patient-name = ¿Cómo se llama la persona que va a venir?
    .unclear-1 = Perdón, no entendí el nombre. Diga el nombre y el apellido, por favor.
    .unclear-2 = Sigo sin entenderle. Diga el nombre, diga omitir, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Cómo se llama la persona que va a venir?
    .silent-2 = Sigo sin oírle. Diga el nombre, diga omitir, u oprima 0 para hablar con una persona.

tell-booked = Listo. Su cita con { $doctor } es { $day } a { $time }.

tell-appointment-number = El número de su cita es { PAUSE() }{ $number }.

tell-appointment-texted = Le mando los detalles por texto.

## De qué cita se trata

ask-appointment-number = ¿Cuál es el número de su cita? Son seis dígitos.
    .unclear-1 = Perdón, no le entendí. Diga los seis dígitos uno por uno, por favor.
    .unclear-2 = Sigo sin entenderle. Marque los seis dígitos en el teclado, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Cuál es el número de su cita?
    .silent-2 = Sigo sin oírle. Marque los seis dígitos en el teclado, u oprima 0 para hablar con una persona.

ask-appointment-name = ¿A nombre de quién está la cita? Diga el nombre y el apellido.
    .unclear-1 = Perdón, no entendí el nombre. Diga el nombre y el apellido, por favor.
    .unclear-2 = Sigo sin entenderle. Diga el nombre y el apellido, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿A nombre de quién está la cita?
    .silent-2 = Sigo sin oírle. Diga el nombre y el apellido, u oprima 0 para hablar con una persona.

note-no-appointment = No encuentro ninguna cita con el teléfono desde el que llama.

note-appointment-unknown = No encuentro ninguna cita con ese número y ese nombre.

choose-appointment = ¿Con { $first-doctor } { $first-day } a { $first-time }, o con { $second-doctor } { $second-day } a { $second-time }?
    .unclear-1 = Perdón, no le entendí. ¿La cita con { $first-doctor }, o la cita con { $second-doctor }?
    .unclear-2 = Sigo sin entenderle. Diga la primera o la segunda, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Es la primera o la segunda?
    .silent-2 = Sigo sin oírle. Diga la primera o la segunda, u oprima 0 para hablar con una persona.

ask-which-appointment = Tiene { $count } citas con nosotros. ¿De qué día es la que quiere?
    .unclear-1 = Perdón, no le entendí. Puede decir el día, o el nombre del médico.
    .unclear-2 = Sigo sin entenderle. Diga el día de la cita, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿De qué día es la cita?
    .silent-2 = Sigo sin oírle. Diga el día de la cita, u oprima 0 para hablar con una persona.

## Cambiar y cancelar

tell-appointment = Su cita con { $doctor } es { $day } a { $time }.

tell-appointments = Tiene { $count } citas con nosotros. Las próximas dos son estas.

note-appointment = Tiene cita con { $doctor } { $day } a { $time }.

confirm-move = Se la cambio: sería con { $doctor }, el { PAUSE() }{ $moment }. ¿Está bien?
    .unclear-1 = Perdón, no le entendí. ¿Se la cambio para { $day } a { $time }? Diga sí o no.
    .unclear-2 = Sigo sin entenderle. Oprima 1 para cambiarla, 2 para elegir otra, o 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Se la cambio para { $day } a { $time }?
    .silent-2 = Sigo sin oírle. Oprima 1 para cambiarla, 2 para elegir otra, o 0 para hablar con una persona.

tell-moved = Listo. Su cita con { $doctor } es ahora { $day } a { $time }.

confirm-cancel = Es la cita con { $doctor }, el { PAUSE() }{ $moment }. ¿La cancelo?
    .unclear-1 = Perdón, no entendí. Con { $doctor }, { $day } a { $time }: ¿la cancelo? Diga sí o no.
    .unclear-2 = Sigo sin entenderle. Oprima 1 para cancelar, 2 para dejarla así, o 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? Con { $doctor }, { $day } a { $time }: ¿la cancelo?
    .silent-2 = Sigo sin oírle. Oprima 1 para cancelar, 2 para dejarla así, o 0 para hablar con una persona.

tell-cancelled = Su cita con { $doctor } { $day } a { $time } queda cancelada.

tell-kept = De acuerdo, la dejo así. Su cita con { $doctor } es { $day } a { $time }.

tell-appointment-gone = Esa cita ya no está en nuestra agenda.

offer-new-appointment = ¿Quiere pedir otra cita?
    .unclear-1 = Perdón, no le entendí. ¿Quiere otra cita? Diga sí o no.
    .unclear-2 = Sigo sin entenderle. Oprima 1 para pedir otra cita, 2 para no, o 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Quiere pedir otra cita?
    .silent-2 = Sigo sin oírle. Oprima 1 para pedir otra cita, 2 para no, o 0 para hablar con una persona.

## Sigue una persona

hand-over-nothing-free = Lo siento, no encuentro una hora libre. Nuestro equipo puede buscar más.

hand-over-no-doctor = Lo siento, no pude encontrar al médico.

hand-over-no-appointment = Lo siento, no encuentro su cita.

hand-over-appointment-unsure = Lo siento, la agenda no respondió y no puedo asegurarle que haya quedado. Nuestro equipo lo revisa con usted.

## Se manda por mensaje de texto

text-appointment = { $business }: su cita con { $doctor } es el { $moment }. Número de cita { $number }.

text-appointment-moved = { $business }: su cita con { $doctor } es ahora el { $moment }. Número de cita { $number }.

text-appointment-cancelled = { $business }: su cita con { $doctor }, el { $moment }, queda cancelada.

## Se le dice a la persona que atiende

summary-appointment = { $goal ->
    [move] Quiere cambiar una cita.
    [cancel] Quiere cancelar una cita.
    [check] Quiere saber cuándo es una cita.
   *[book] Quiere pedir una cita.
}

summary-appointment-doctor = { $goal ->
    [move] Quiere cambiar una cita con { $doctor }.
    [cancel] Quiere cancelar una cita con { $doctor }.
    [check] Quiere saber cuándo es una cita con { $doctor }.
   *[book] Quiere pedir una cita con { $doctor }.
}

summary-appointment-moment = { $goal ->
    [move] Quiere cambiar una cita: con { $doctor }, el { $moment }.
    [cancel] Quiere cancelar la cita con { $doctor }, el { $moment }.
    [check] Preguntó por la cita con { $doctor }, el { $moment }.
   *[book] Quiere una cita con { $doctor }, el { $moment }.
}

summary-appointment-done = { $goal ->
    [move] Cambió una cita: ahora es con { $doctor }, el { $moment }.
    [cancel] Canceló la cita con { $doctor }, el { $moment }.
    [check] Preguntó por la cita con { $doctor }, el { $moment }.
   *[book] Reservó una cita con { $doctor }, el { $moment }.
}

summary-appointment-unsure = { $goal ->
    [move] La agenda no respondió: revise si la cita es ahora con { $doctor }, el { $moment }.
    [cancel] La agenda no respondió: revise si la cita con { $doctor }, el { $moment }, quedó cancelada.
    [check] La agenda no respondió: revise la cita con { $doctor }, el { $moment }.
   *[book] La agenda no respondió: revise si quedó reservada la cita con { $doctor }, el { $moment }.
}
