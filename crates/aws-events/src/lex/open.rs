//! Enumerations that Lex may extend: a value that this version does not know is kept as text.

/// Defines an enumeration by its names on the wire.
///
/// It gets a variant `Other` that keeps a name this version does not know, so that a new value of
/// Lex costs no caller a turn, and `as_str`, `From<&str>`, `Serialize` and `Deserialize` by name.
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $wire:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )+
            /// A value that this version does not know, as Lex wrote it.
            Other(Box<str>),
        }

        impl $name {
            /// The names on the wire, in the order of the variants.
            pub const NAMES: &[&str] = &[$( $wire, )+];

            /// The name on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $wire, )+
                    Self::Other(name) => name,
                }
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                match name {
                    $( $wire => Self::$variant, )+
                    _ => Self::Other(name.into()),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                let name = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Ok(Self::from(&*name))
            }
        }
    };
}

pub(super) use open_enum;
