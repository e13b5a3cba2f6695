ask-name = What's your name?
    .unclear-1 = Sorry, what's your name?
    .unclear-2 = Please tell me your name.
    .silent-1 = Are you still there? What's your name?
    .silent-2 = I still can't hear you. What's your name?

### es-US

ask-name = ¿Cómo se llama?
    .unclear-1 = Perdón, ¿cómo se llama?
    .unclear-2 = Por favor diga su nombre.
    .silent-1 = ¿Sigue ahí? ¿Cómo se llama?
    .silent-2 = Todavía no le oigo. ¿Cómo se llama?
