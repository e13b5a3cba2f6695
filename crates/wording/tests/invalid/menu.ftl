choose-topic = Press 1 for sales, press 2 for bills, press 3 for help, press 4 for hours, press 5 for news, press 6 for jobs.
    .unclear-1 = Press 1 for sales, 2 for bills, 3 for help, 4 for hours, 5 for news, 6 for jobs, or 7 for a person.
    .unclear-2 = Press 1 for sales, or press 0 for a person.
    .silent-1 = Press 1 for sales, or press 0 for a person.
    .silent-2 = Press 1 for sales, or press 0 for a person.

### es-US

choose-topic = Para ventas, oprima 1; para pagos, 2; para ayuda, 3; para horarios, 4; para noticias, 5; para trabajo, 6.
    .unclear-1 = Diga ventas, pagos, ayuda, horarios, noticias o trabajo.
    .unclear-2 = Oprima 1 para ventas, u oprima 0 para una persona.
    .silent-1 = Oprima 1 para ventas, u oprima 0 para una persona.
    .silent-2 = Oprima 1 para ventas, u oprima 0 para una persona.
