### La asistente de un profesional: qué se sabe de la persona y cómo comunicarse.

## Respuestas

#   $text (Text, e.g. Maya writes mostly Rust and Go. She also knows Java, Python and TypeScript well.) the sentences
tell-passage = { $text }

#   $person (Text, e.g. Maya Torres) whose assistant answers
#   $topic (Word: experience | skills | projects | education | availability | contact | collaboration) what is offered
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
    [experience] Perdón, ¿eso fue un sí o un no? ¿Le cuento dónde ha trabajado { $person }?
    [skills] Perdón, ¿eso fue un sí o un no? ¿Le cuento qué es lo que mejor hace { $person }?
    [projects] Perdón, ¿eso fue un sí o un no? ¿Le gustaría oír de un proyecto?
    [education] Perdón, ¿eso fue un sí o un no? ¿Le cuento qué estudió { $person }?
    [availability] Perdón, ¿eso fue un sí o un no? ¿Quiere saber cuándo tiene tiempo { $person }?
    [contact] Perdón, ¿eso fue un sí o un no? ¿Quiere saber cómo comunicarse con { $person }?
   *[collaboration] Perdón, ¿eso fue un sí o un no? ¿Le cuento cómo trabaja { $person } con sus clientes?
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
    .silent-2 = Todavía no lo oigo. Marque uno para oírlo, dos para otra cosa, o cero para hablar con una persona.

tell-not-known = Lo siento, eso no lo sé.
    .variant-2 = Perdón, eso tampoco lo sé.

#   $person (Text, e.g. Maya Torres) whose assistant answers
offer-leave-message = ¿Quiere dejarle un mensaje a { $person }? También puede preguntarme otra cosa.
    .unclear-1 = Perdón, ¿eso fue un sí o un no? ¿Quiere dejar un mensaje?
    .unclear-2 = Para dejar un mensaje, diga sí o marque uno. Si no, marque dos. O diga agente para hablar con alguien.
    .silent-1 = ¿Sigue ahí? ¿Quiere dejar un mensaje?
    .silent-2 = Aún no lo oigo. Para dejar un mensaje, marque uno. Si no, marque dos. Para una persona, cero.

note-no-more = Es todo lo que tengo sobre eso.
    .variant-2 = No tengo más sobre eso.

#   $detail (Word: where | when | who | how-long) what they ask
note-no-detail = { $detail ->
    [where] Lo siento, no sé dónde fue.
    [when] Lo siento, no sé cuándo fue.
    [who] Lo siento, no sé con quién fue.
   *[how-long] Lo siento, no sé cuánto duró.
    }

note-nothing-before = De antes de eso no sé nada.

note-nothing-after = Eso es lo más reciente que sé.

## Lo que la persona atiende personalmente

#   $person (Text, e.g. Maya Torres) whose assistant answers
#   $matter (Word: interview | contract | meeting | technical) what the caller wants
note-personal = { $matter ->
    [interview] Una entrevista la ve mejor con { $person }.
    [contract] Un contrato lo ve mejor con { $person }.
    [meeting] Una reunión la ve mejor con { $person }.
   *[technical] Esa pregunta es para { $person }.
    }

choose-contact-way = ¿Quiere que le llamen, dejar un mensaje, o recibir por texto el correo o la página de LinkedIn?
    .unclear-1 = Perdón, no le entendí. ¿Una llamada, un mensaje, el correo o LinkedIn?
    .unclear-2 = Diga solo llamada, mensaje, correo o LinkedIn. O diga agente para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Quiere una llamada, dejar un mensaje, el correo o LinkedIn?
    .silent-2 = Todavía no lo oigo. Diga llamada, mensaje, correo o LinkedIn, o marque cero para hablar con una persona.

#   $person (Text, e.g. Maya Torres) whose assistant answers
choose-callback-or-message = ¿Quiere que { $person } le llame, o prefiere dejar un mensaje?
    .unclear-1 = Perdón, no le entendí. ¿Una llamada o un mensaje?
    .unclear-2 = Diga solo llamada o mensaje. O diga agente para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Quiere una llamada, o dejar un mensaje?
    .silent-2 = Todavía no lo oigo. Diga llamada o mensaje, o marque cero para hablar con una persona.

ask-caller-name = ¿Quién llama, por favor, y de qué empresa?
    .unclear-1 = Perdón, no le entendí. Dígame su nombre y su empresa, por favor.
    .unclear-2 = Basta con su nombre. Si prefiere no decirlo, diga saltar.
    .silent-1 = ¿Sigue ahí? ¿Me dice su nombre y su empresa?
    .silent-2 = Todavía no lo oigo. Diga su nombre, o diga saltar.

#   $person (Text, e.g. Maya Torres) whose assistant answers
ask-caller-matter = ¿Y de qué le gustaría hablar con { $person }?
    .unclear-1 = Perdón, no le entendí. ¿De qué se trata, en pocas palabras?
    .unclear-2 = Unas pocas palabras, como una oferta de trabajo. Si prefiere no decirlo, diga saltar.
    .silent-1 = ¿Sigue ahí? ¿De qué se trata, en pocas palabras?
    .silent-2 = Todavía no lo oigo. Diga en pocas palabras de qué se trata, o diga saltar.

note-thanks = Gracias.
    .variant-2 = Muchas gracias.

#   $way (Word: email | linkedin) what they want
note-no-address = { $way ->
    [email] Lo siento, no tengo un correo que enviarle.
   *[linkedin] Lo siento, no tengo una página de LinkedIn que enviarle.
    }

# The caller wants to be called back, and their number is withheld.
note-no-callback = No puedo ver su número, así que nadie podría llamarle.

# The caller wants a text, and their number takes none.
note-no-texting = No puedo enviar mensajes de texto a su número.

#   $way (Word: email | linkedin) what is sent
tell-address-texted = { $way ->
    [email] Muy bien, le envío el correo por mensaje de texto.
   *[linkedin] Muy bien, le envío la página de LinkedIn por mensaje de texto.
    }

#   $person (Text, e.g. Maya Torres) whose assistant answers
hand-over-message = De acuerdo. Ahora puede dejar su mensaje para { $person }, con todos los detalles que quiera.

#   $person (Text, e.g. Maya Torres) whose assistant answers
hand-over-callback = De acuerdo. Le voy a pedir a { $person } que le devuelva la llamada.

offer-text-contact = ¿Le envío el correo por mensaje de texto?
    .unclear-1 = Perdón, ¿eso fue un sí o un no? ¿Le envío el correo por mensaje de texto?
    .unclear-2 = Para recibir el correo por mensaje de texto, diga sí o marque uno. Si no, marque dos. O diga agente.
    .silent-1 = ¿Sigue ahí? ¿Le envío el correo por mensaje de texto?
    .silent-2 = Todavía no lo oigo. Para recibir el correo, marque uno. Si no, marque dos. Para una persona, cero.

## Mensajes de texto

#   $person (Text, e.g. Maya Torres) whose address it is
#   $address (Text, e.g. maya@torres.example.com) the address
text-email = El correo de { $person } es { $address }.

#   $person (Text, e.g. Maya Torres) whose page it is
#   $address (Text, e.g. maya@torres.example.com) the address of the page
text-linkedin = { $person } en LinkedIn: { $address }

## Para la persona que atiende

# Who calls, and what about.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $matter (Word: interview | contract | meeting | technical | question) what the caller wants
#   $has-name (Word: yes | no) whether they said who they are
#   $name (Text, e.g. Sam Lee from Acme) who they are, in their words
#   $has-about (Word: yes | no) whether they said what it is about
#   $about (Text, e.g. a job offer) what it is about, in their words
summary-profile =
    { part-reason }; { $matter ->
        [interview] quiere una entrevista.
        [contract] quiere hablar de un contrato.
        [meeting] quiere una reunión.
        [technical] tiene una pregunta técnica.
       *[question] preguntó por la persona.
    }{ $has-name ->
        [yes] {" Llama: "}{ $name }.
       *[no] {""}
    }{ $has-about ->
        [yes] {" Asunto: "}{ $about }.
       *[no] {""}
    }
