### Lo que dice la línea sobre saldos y movimientos, tras número de cuenta, PIN y código.
###
### Nada de esto revela si existe una cuenta con un número, y nada contiene un PIN.

## De quién es la cuenta

ask-account = Por su seguridad, primero necesito confirmar quién es usted. ¿Cuál es su número de cuenta?
    .variant-2 = Primero necesito confirmar quién es usted. ¿Cuál es su número de cuenta?
    .unclear-1 = Perdón, no le entendí. Diga los dígitos de su cuenta uno por uno, por favor.
    .unclear-2 = Sigo sin entenderle. Marque su número de cuenta en el teclado, u oprima 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Cuál es su número de cuenta?
    .silent-2 = Sigo sin oírle. Marque su número de cuenta en el teclado, u oprima 0 para hablar con una persona.

confirm-account = Tengo la cuenta { PAUSE() }{ $number }. ¿Es correcto?
    .unclear-1 = Perdón, no le entendí. ¿Es { $number }? Diga sí o no.
    .unclear-2 = Sigo sin entenderle. Oprima 1 si el número es correcto, 2 si no, o 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Es correcto { $number }? Diga sí o no.
    .silent-2 = Sigo sin oírle. Oprima 1 si el número es correcto, 2 si no, o 0 para hablar con una persona.

## PIN y código

ask-pin = Gracias. Marque su PIN en el teclado, por favor. No lo diga en voz alta.
    .unclear-1 = Eso no es un PIN. Marque de cuatro a seis dígitos en el teclado, por favor.
    .unclear-2 = Todavía no lo tengo. Marque su PIN en el teclado, u oprima 0 y espere a una persona.
    .silent-1 = ¿Sigue ahí? Marque su PIN en el teclado, por favor.
    .silent-2 = Todavía no lo tengo. Marque su PIN en el teclado, u oprima 0 para hablar con una persona.

ask-pin-again = Marque otra vez su PIN. Si la cuenta no era esa, diga número de cuenta.
    .unclear-1 = Eso no es un PIN. Marque de cuatro a seis dígitos en el teclado, por favor.
    .unclear-2 = Todavía no lo tengo. Marque su PIN en el teclado, u oprima 0 y espere a una persona.
    .silent-1 = ¿Sigue ahí? Marque su PIN en el teclado, por favor.
    .silent-2 = Todavía no lo tengo. Marque su PIN en el teclado, u oprima 0 para hablar con una persona.

ask-pin-keys = Mejor márquelo en el teclado, por favor.
    .unclear-1 = Eso no es un PIN. Marque de cuatro a seis dígitos en el teclado, por favor.
    .unclear-2 = Todavía no lo tengo. Marque su PIN en el teclado, u oprima 0 y espere a una persona.
    .silent-1 = ¿Sigue ahí? Marque su PIN en el teclado, por favor.
    .silent-2 = Todavía no lo tengo. Marque su PIN en el teclado, u oprima 0 para hablar con una persona.

note-pin-aloud = Le interrumpo para que nadie oiga su PIN.
    .variant-2 = Por favor no diga su PIN. Así no lo puedo aceptar.

note-pin-wrong = El número de cuenta y el PIN no coinciden. { $left ->
    [one] Le queda un intento.
   *[other] Le quedan { $left } intentos.
}

tell-locked = Por su seguridad, la cuenta se bloqueó. Se desbloquea en { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}.

tell-locked-hours = Por su seguridad, la cuenta se bloqueó. Se desbloquea en { $hours ->
    [one] una hora, más o menos
   *[other] unas { $hours } horas
}.

ask-one-time-code = Acabo de mandar un código por texto al teléfono que tenemos registrado. ¿Cuáles son los seis dígitos?
    .unclear-1 = Perdón, no le entendí. Diga los seis dígitos del código, o márquelos.
    .unclear-2 = Sigo sin entenderle. Marque el código en el teclado, u oprima 0 para hablar con una persona.
    .silent-1 = Tómese su tiempo. Cuando tenga el código, diga los seis dígitos o márquelos.
    .silent-2 = Sigo sin oírle. Marque el código en el teclado, o diga que no le llegó.

ask-code-again = ¿Cuáles son los seis dígitos?
    .unclear-1 = Perdón, no le entendí. Diga los seis dígitos del código, o márquelos.
    .unclear-2 = Sigo sin entenderle. Marque el código en el teclado, u oprima 0 para hablar con una persona.
    .silent-1 = Tómese su tiempo. Cuando tenga el código, diga los seis dígitos o márquelos.
    .silent-2 = Sigo sin oírle. Marque el código en el teclado, o diga que no le llegó.

note-code-wrong = Ese no es el código que le mandé. Probemos otra vez.
    .variant-2 = Tampoco es ese. Busque mi último mensaje de texto.

note-code-expired = Ese código ya venció, así que le mando uno nuevo.

note-code-again = De acuerdo, le mando uno nuevo.

## Saldo

choose-account-kind = ¿De qué cuenta, la corriente o la de ahorros?
    .unclear-1 = Perdón, no le entendí. ¿Quiere la corriente, la de ahorros, o las dos?
    .unclear-2 = Sigo sin entenderle. Oprima 1 para la corriente, 2 para la de ahorros, o 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Quiere la cuenta corriente o la de ahorros?
    .silent-2 = Sigo sin oírle. Oprima 1 para la corriente, 2 para la de ahorros, o 0 para hablar con una persona.

note-no-kind = { $kind ->
    [savings] No tiene cuenta de ahorros con nosotros.
   *[checking] No tiene cuenta corriente con nosotros.
}

tell-balance = { $kind ->
    [savings] Tiene { PAUSE() }{ $amount } en la cuenta de ahorros.
   *[checking] Tiene { PAUSE() }{ $amount } en la cuenta corriente.
}

tell-overdrawn = { $kind ->
    [savings] Su cuenta de ahorros tiene un saldo negativo de { PAUSE() }{ $amount }.
   *[checking] Su cuenta corriente tiene un saldo negativo de { PAUSE() }{ $amount }.
}

offer-transactions = ¿Quiere oír los últimos movimientos?
    .unclear-1 = Perdón, no le entendí. ¿Quiere oír los últimos movimientos? Diga sí o no.
    .unclear-2 = Sigo sin entenderle. Oprima 1 para oírlos, 2 para no, o 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Quiere oír los últimos movimientos?
    .silent-2 = Sigo sin oírle. Oprima 1 para oírlos, 2 para no, o 0 para hablar con una persona.

## Movimientos

tell-latest = { $kind ->
    [savings] Esto es lo último en la cuenta de ahorros.
   *[checking] Esto es lo último en la cuenta corriente.
}

tell-transaction = { $direction ->
    [in] { $amount } de { $with } { $day }.
   *[out] { $amount } a { $with } { $day }.
}

tell-no-transactions = { $kind ->
    [savings] No hay nada nuevo en la cuenta de ahorros.
   *[checking] No hay nada nuevo en la cuenta corriente.
}

offer-balance = ¿Quiere oír también el saldo?
    .unclear-1 = Perdón, no le entendí. ¿Quiere oír el saldo? Diga sí o no.
    .unclear-2 = Sigo sin entenderle. Oprima 1 para oír el saldo, 2 para no, o 0 para hablar con una persona.
    .silent-1 = ¿Sigue ahí? ¿Quiere oír el saldo?
    .silent-2 = Sigo sin oírle. Oprima 1 para oír el saldo, 2 para no, o 0 para hablar con una persona.

## Sigue una persona

hand-over-pin = No puedo aceptar un PIN dicho en voz alta.

hand-over-code = Lo siento, no pude confirmar quién es usted.

hand-over-no-phone = Lo siento, no puedo mandarle un código. Nuestro equipo puede confirmar quién es usted.

## Se manda por mensaje de texto

text-one-time-code = { $business }: su código es { $code }. Vence en cinco minutos. Nunca le llamaremos para pedírselo.

## Se le dice a la persona que atiende

summary-bank = { $goal ->
    [transactions] Quiere oír los movimientos.
   *[balance] Quiere oír el saldo.
} { $verified ->
    [yes] La persona está verificada.
    [told] La persona fue verificada y ya lo oyó.
    [locked] La cuenta está bloqueada por varios PIN equivocados.
    [code] El PIN era correcto, falta comprobar el código.
   *[no] La persona no está verificada.
}

summary-bank-account = { $goal ->
    [transactions] Quiere oír los movimientos.
   *[balance] Quiere oír el saldo.
} { $verified ->
    [yes] Persona verificada para la cuenta que termina en { TOGETHER($ending) }.
    [told] Persona verificada para la cuenta que termina en { TOGETHER($ending) }, ya lo oyó.
    [locked] La cuenta que termina en { TOGETHER($ending) } está bloqueada por varios PIN equivocados.
    [code] Cuenta que termina en { TOGETHER($ending) }: el PIN era correcto, falta comprobar el código.
   *[no] Persona no verificada para la cuenta que termina en { TOGETHER($ending) }.
}
