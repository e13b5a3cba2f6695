tell-wrong = That's an invalid number. Let me escalate your session.

### es-US

tell-wrong = Hubo un error en la base de datos.
