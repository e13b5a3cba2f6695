### La asistente de un profesional: qué se sabe de la persona y cómo comunicarse.

## Respuestas

tell-passage = { $text }

offer-topic = { $topic ->
    [experience] ¿Le cuento dónde ha trabajado { $person }?
    [skills] ¿Le cuento qué es lo que mejor hace { $person }?
    [projects] ¿Le gustaría oír de un proyecto reciente?
    [education] ¿Le cuento qué estudió { $person }?
    [availability] ¿Quiere saber cuándo tiene tiempo { $person }?
    [contact] ¿Quiere saber cómo comunicarse con { $person }?
   *[collaboration] ¿Le cuento cómo trabaja { $person } con sus clientes?
    }
    .unclear-1 = { $topic ->
    [experience] Perdón, ¿fue sí o no? ¿Le cuento dónde ha trabajado { $person }?
    [skills] Perdón, ¿fue sí o no? ¿Le cuento qué es lo que mejor hace { $person }?
    [projects] Perdón, ¿fue sí o no? ¿Le gustaría oír de un proyecto?
    [education] Perdón, ¿fue sí o no? ¿Le cuento qué estudió { $person }?
    [availability] Perdón, ¿fue sí o no? ¿Quiere saber cuándo tiene tiempo { $person }?
    [contact] Perdón, ¿fue sí o no? ¿Quiere saber cómo comunicarse con { $person }?
   *[collaboration] Perdón, ¿fue sí o no? ¿Le cuento cómo trabaja { $person } con sus clientes?
    }
    .unclear-2 = Diga sí o no, o pregúnteme otra cosa. Para hablar con una persona, diga agente.
    .silent-1 = { $topic ->
    [experience] ¿Sigue ahí? ¿Le cuento dónde ha trabajado { $person }?
    [skills] ¿Sigue ahí? ¿Le cuento qué es lo que mejor hace { $person }?
    [projects] ¿Sigue ahí? ¿Le gustaría oír de un proyecto reciente?
    [education] ¿Sigue ahí? ¿Le cuento qué estudió { $person }?
    [availability] ¿Sigue ahí? ¿Quiere saber cuándo tiene tiempo { $person }?
    [contact] ¿Sigue ahí? ¿Quiere saber cómo comunicarse con { $person }?
   *[collaboration] ¿Sigue ahí? ¿Le cuento cómo trabaja { $person } con sus clientes?
    }
    .silent-2 = Todavía no le oigo. Oprima 1 para oírlo, 2 para otra cosa, o 0 para hablar con una persona.

tell-not-known = Lo siento, eso no lo sé.
    .variant-2 = Perdón, eso tampoco lo sé.

offer-leave-message = ¿Quiere dejarle un mensaje a { $person }?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Quiere dejar un mensaje?
    .unclear-2 = Para dejar un mensaje, diga sí u oprima 1. Si no, oprima 2. O diga agente para hablar con alguien.
    .silent-1 = ¿Sigue ahí? ¿Quiere dejar un mensaje?
    .silent-2 = Aún no le oigo. Para dejar un mensaje, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

note-no-more = Es todo lo que tengo sobre eso.
    .variant-2 = No tengo más sobre eso.

note-no-detail = { $detail ->
    [where] Lo siento, no sé dónde fue.
    [when] Lo siento, no sé cuándo fue.
    [who] Lo siento, no sé con quién fue.
   *[how-long] Lo siento, no sé cuánto duró.
    }

note-nothing-before = De antes de eso no sé nada.

note-nothing-after = Eso es lo más reciente que sé.

## Lo que la persona atiende personalmente

note-personal = { $matter ->
    [interview] Para una entrevista, mejor hable con { $person }.
    [contract] Para un contrato, mejor hable con { $person }.
    [meeting] Para una reunión, mejor hable con { $person }.
   *[technical] Esa pregunta es para { $person }.
    }

choose-contact-way = Puede recibir una llamada, dejar un mensaje, o recibir el correo o LinkedIn por texto. ¿Qué prefiere?
    .unclear-1 = Perdón, no le entendí. ¿Una llamada, un mensaje, el correo o LinkedIn?
    .unclear-2 = Diga solo llamada, mensaje, correo o LinkedIn. O diga agente para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Quiere una llamada, dejar un mensaje, el correo o LinkedIn?
    .silent-2 = Todavía no le oigo. Diga llamada, mensaje, correo o LinkedIn, u oprima 0 para hablar con una persona.

choose-callback-or-message = ¿Quiere que { $person } le llame, o prefiere dejar un mensaje?
    .unclear-1 = Perdón, no le entendí. ¿Una llamada o un mensaje?
    .unclear-2 = Diga solo llamada o mensaje. O diga agente para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Quiere una llamada, o dejar un mensaje?
    .silent-2 = Todavía no le oigo. Diga llamada o mensaje, u oprima 0 para hablar con una persona.

ask-caller-name = ¿Quién llama, por favor, y de qué empresa?
    .unclear-1 = Perdón, no le entendí. Dígame su nombre y su empresa, por favor.
    .unclear-2 = Basta con su nombre. Si prefiere no decirlo, diga omitir.
    .silent-1 = ¿Sigue ahí? ¿Me dice su nombre y su empresa?
    .silent-2 = Todavía no le oigo. Diga su nombre, o diga omitir.

ask-caller-matter = ¿Y de qué le gustaría hablar con { $person }?
    .unclear-1 = Perdón, no le entendí. ¿De qué se trata, en pocas palabras?
    .unclear-2 = Unas pocas palabras, como una oferta de trabajo. Si prefiere que no, diga omitir.
    .silent-1 = ¿Sigue ahí? ¿De qué se trata, en pocas palabras?
    .silent-2 = Todavía no le oigo. Diga en pocas palabras de qué se trata, o diga omitir.

note-thanks = Gracias.
    .variant-2 = Muchas gracias.

note-no-address = { $way ->
    [email] Lo siento, no tengo un correo que enviarle.
   *[linkedin] Lo siento, no tengo una página de LinkedIn que enviarle.
    }

note-no-callback = No puedo ver su número para llamarle.

note-no-texting = No puedo enviar mensajes de texto a su número.

tell-address-texted = { $way ->
    [email] Muy bien, le envío el correo por mensaje de texto.
   *[linkedin] Muy bien, le envío la página de LinkedIn por mensaje de texto.
    }

hand-over-message = De acuerdo. Su mensaje le llega directamente a { $person }.

hand-over-callback = De acuerdo, le voy a pedir a { $person } que le llame.

offer-text-contact = ¿Le envío el correo por mensaje de texto?
    .unclear-1 = Perdón, ¿fue sí o no? ¿Le envío el correo por mensaje de texto?
    .unclear-2 = Para recibir el correo por mensaje de texto, diga sí u oprima 1. Si no, oprima 2. O diga agente.
    .silent-1 = ¿Sigue ahí? ¿Le envío el correo por mensaje de texto?
    .silent-2 = Todavía no le oigo. Para recibir el correo, oprima 1. Si no, oprima 2. Para hablar con una persona, oprima 0.

## Mensajes de texto

text-email = El correo de { $person } es { $address }.

text-linkedin = { $person } en LinkedIn: { $address }

## Para la persona que atiende

summary-profile =
    { part-reason }; { $matter ->
        [interview] quiere una entrevista.
        [contract] quiere hablar de un contrato.
        [meeting] quiere una reunión.
        [technical] tiene una pregunta técnica.
       *[question] hizo preguntas sobre la persona.
    }{ $has-name ->
        [yes] {" Llama: "}{ $name }.
       *[no] {""}
    }{ $has-about ->
        [yes] {" Asunto: "}{ $about }.
       *[no] {""}
    }
