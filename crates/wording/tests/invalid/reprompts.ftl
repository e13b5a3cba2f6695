ask-name = What's your name?
    .unclear-1 = Sorry, what's your name?

### es-US

ask-name = ¿Cómo se llama?
    .unclear-1 = Perdón, ¿cómo se llama?
