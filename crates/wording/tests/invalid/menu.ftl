choose-topic = Press 1 for sales, press 2 for bills, press 3 for help, press 4 for hours, press 5 for news, press 6 for jobs.
    .unclear-1 = Sorry, press 1 for sales, or press 0 for a person.
    .unclear-2 = Press 1 for sales, or press 0 for a person.
    .silent-1 = Press 1 for sales, or press 0 for a person.
    .silent-2 = Press 1 for sales, or press 0 for a person.

### es-US

choose-topic = Oprima 1 para ventas, oprima 2 para pagos, marque 3 para ayuda.
    .unclear-1 = Perdón, oprima 1 para ventas, u oprima 0 para una persona.
    .unclear-2 = Oprima 1 para ventas, u oprima 0 para una persona.
    .silent-1 = Oprima 1 para ventas, u oprima 0 para una persona.
    .silent-2 = Oprima 1 para ventas, u oprima 0 para una persona.
