# Reads a list.
#   $names (All of Text, e.g. "Wolfeschlegelsteinhausenbergerdorff" & "Hubert Blaine" <one> & "two" & 'three' & 'four' & so on and so on; "Wolfeschlegelsteinhausenbergerdorff" & "Hubert Blaine" <one> & "two" & 'three' & 'four' & so on and so on; "Wolfeschlegelsteinhausenbergerdorff" & "Hubert Blaine" <one> & "two" & 'three' & 'four' & so on and so on; "Wolfeschlegelsteinhausenbergerdorff" & "Hubert Blaine" <one> & "two" & 'three' & 'four' & so on and so on; "Wolfeschlegelsteinhausenbergerdorff" & "Hubert Blaine" <one> & "two" & 'three' & 'four' & so on and so on; "Wolfeschlegelsteinhausenbergerdorff" & "Hubert Blaine" <one> & "two" & 'three' & 'four' & so on and so on; "Wolfeschlegelsteinhausenbergerdorff" & "Hubert Blaine" <one> & "two" & 'three' & 'four' & so on and so on; "Wolfeschlegelsteinhausenbergerdorff" & "Hubert Blaine" <one> & "two" & 'three' & 'four' & so on and so on) who
tell-names = There are { $names }.

### es-US

tell-names = Están { $names }.
