tell-identity = Verification of personal identification information necessitates additional documentation, including certification by qualified authorities.

### es-US

tell-identity = La verificación de su identidad requiere documentación adicional, incluyendo certificaciones oficialmente reconocidas anteriormente.
