### Lo que dicen los flujos, de la primera palabra de una llamada a la última.
###
### The comments of en-US declare the messages and their values.

## The first words

tell-greeting = Gracias por llamar a { $business }.

tell-disclosure = Usted habla con un asistente automático.

tell-welcome-back = Qué gusto oírle de nuevo, { $name }.

tell-welcome-back-unnamed = Qué gusto oírle de nuevo.

tell-recording = Esta llamada se puede grabar para atenderle mejor. Si no lo desea, oprima ahora la tecla de asterisco.

ask-recording = ¿Podemos grabar esta llamada para atenderle mejor? Si está de acuerdo, oprima 1. Si prefiere que no, oprima 2.
    .unclear-1 = Perdón, no le entendí. Para que grabemos esta llamada, oprima 1. Si prefiere que no, oprima 2.
    .unclear-2 = Si no oprime 1, no se graba la llamada. Si necesita a una persona, dígalo.
    .silent-1 = ¿Sigue ahí? Para que grabemos esta llamada, oprima 1. Si prefiere que no, oprima 2.
    .silent-2 = Si no oprime 1, no se graba la llamada. Si necesita a una persona, dígalo.

note-recording-refused = De acuerdo, no grabaremos esta llamada.

## On the way to a person

tell-connecting =
    { $reason ->
        [asked] Le comunico ahora con alguien.
        [emergency] Le comunico ahora mismo con alguien. Por favor no cuelgue.
       *[other] Le comunico con alguien que le puede ayudar.
    }

tell-connecting-to =
    { $reason ->
        [asked] Le comunico ahora con { $place }.
        [emergency] Le comunico ahora mismo con { $place }. Por favor no cuelgue.
       *[other] Le comunico con { $place }.
    }

tell-voicemail-only =
    { $cause ->
        [closed] En este momento estamos cerrados, pero nos puede dejar un mensaje.
        [full] Todas nuestras líneas están ocupadas, pero nos puede dejar un mensaje.
       *[unstaffed] En este momento no hay nadie disponible, pero nos puede dejar un mensaje.
    }

tell-closed-until =
    { $day ->
        [today] Ahora estamos cerrados. Abrimos hoy a { $time }, y nos puede dejar un mensaje.
        [tomorrow] Ahora estamos cerrados. Abrimos de nuevo mañana a { $time }, y nos puede dejar un mensaje.
       *[later] Ahora estamos cerrados. Abrimos de nuevo el { $opens }, y nos puede dejar un mensaje.
    }

tell-putting-through = Le paso con alguien que le puede ayudar. Por favor no cuelgue.

tell-no-person = Ahora no hay nadie que le atienda, así que mejor déjenos un mensaje.

tell-queue-long = Ahora hay mucha gente en espera, así que mejor déjenos un mensaje.

## Waiting

tell-still-waiting = Gracias por esperar. Alguien de nuestro equipo le atenderá pronto.
    .variant-2 = Gracias por su paciencia. Sigue en la fila, y pronto le atenderán.

offer-callback = Si prefiere que le devolvamos la llamada, oprima 1. O quédese en la línea.
    .unclear-1 = Perdón, no le entendí. Para que le devolvamos la llamada, oprima 1. O quédese en la línea.
    .unclear-2 = Para que le llamemos, oprima 1. Para esperar a una persona, quédese en la línea.
    .silent-1 = Para que le devolvamos la llamada, oprima 1. O quédese en la línea.
    .silent-2 = Para que le llamemos, oprima 1. Para esperar a una persona, quédese en la línea.

tell-callback = Le devolveremos la llamada en cuanto alguien esté libre.

tell-no-callback = Lo siento, no le podemos devolver la llamada. Por favor quédese en la línea.

## Messages

tell-voicemail = Por favor deje un mensaje después del tono. Oprima el signo de número cuando termine.

tell-voicemail-recorded = El mensaje se tiene que grabar, así que puede colgar si prefiere no dejarlo.

tell-voicemail-now = Hable ahora, por favor.

tell-voicemail-thanks = Gracias por su mensaje.

tell-no-voicemail = Lo siento, en este momento no podemos tomar un mensaje. Por favor llame más tarde.

## When something does not work

tell-trouble = Lo siento, algo no funciona de nuestro lado. Un momento, por favor.

tell-try-later = Lo siento, ahora no podemos tomar su llamada. Por favor llame de nuevo en unos minutos.

tell-cannot-connect = Lo siento, ahora no le podemos comunicar. Por favor llame de nuevo en unos minutos.

## The last words

tell-goodbye = Gracias por llamar. Adiós.
    .variant-2 = Gracias por llamar. Que tenga un buen día. Adiós.

tell-goodbye-short = Adiós.
