//! What doctors do, and what callers call it.

use language::said::Said;

/// What doctors do, by the word that the bot's slot type and the records have, and what callers call it
/// in plain form, in both languages.
const SPECIALTIES: &[(&str, &[&str])] = &[
    (
        "cardiology",
        &[
            "cardiologist",
            "cardiology",
            "heart doctor",
            "heart specialist",
            "cardiologo",
            "cardiologa",
            "cardiologia",
            "medico del corazon",
            "doctor del corazon",
            "doctora del corazon",
        ],
    ),
    (
        "dermatology",
        &[
            "dermatologist",
            "dermatology",
            "skin doctor",
            "skin specialist",
            "dermatologo",
            "dermatologa",
            "dermatologia",
            "medico de la piel",
            "doctor de la piel",
            "doctora de la piel",
        ],
    ),
    (
        "family-medicine",
        &[
            "family doctor",
            "family medicine",
            "general practitioner",
            "primary care",
            "gp",
            "regular doctor",
            "medico de cabecera",
            "medico de familia",
            "medico familiar",
            "doctor de cabecera",
            "doctora de cabecera",
            "medicina general",
            "medico general",
        ],
    ),
    (
        "pediatrics",
        &[
            "pediatrician",
            "pediatrics",
            "children doctor",
            "childrens doctor",
            "children's doctor",
            "kids doctor",
            "pediatra",
            "pediatria",
            "medico de ninos",
            "medico de niños",
            "doctor de niños",
            "doctora de niños",
        ],
    ),
    (
        "orthopedics",
        &[
            "orthopedist",
            "orthopedics",
            "orthopedic surgeon",
            "bone doctor",
            "ortopedista",
            "ortopedia",
            "traumatologo",
            "traumatologa",
            "medico de los huesos",
        ],
    ),
    ("gynecology", &["gynecologist", "gynecology", "ginecologo", "ginecologa", "ginecologia"]),
    ("neurology", &["neurologist", "neurology", "neurologo", "neurologa", "neurologia"]),
    (
        "ophthalmology",
        &[
            "ophthalmologist",
            "ophthalmology",
            "eye doctor",
            "eye specialist",
            "oftalmologo",
            "oftalmologa",
            "oculista",
            "oftalmologia",
            "medico de los ojos",
        ],
    ),
    ("dentistry", &["dentist", "dentistry", "dentista", "odontologo", "odontologa"]),
];

/// The specialty that is named and not refused, and whether the caller calls it theirs.
pub(super) fn specialty(said: &Said<'_>, slot: Option<&[String]>) -> Option<(&'static str, bool)> {
    let named = |phrase: &str| said.find(phrase).filter(|it| !said.is_refused(it));
    let spoken = SPECIALTIES.iter().find_map(|(key, phrases)| {
        let place = phrases.iter().find_map(|it| named(it))?;
        let before = place.start.checked_sub(1).and_then(|it| said.tokens().get(it));
        let own = before.is_some_and(|it| matches!(it.text.as_str(), "my" | "mi"));
        Some((*key, own))
    });
    spoken.or_else(|| {
        let slot = slot?.join(" ");
        let is_it = |(key, phrases): &&(&str, &[&str])| {
            slot == key.replace('-', " ") || phrases.contains(&slot.as_str())
        };
        SPECIALTIES.iter().find(is_it).map(|(key, _)| (*key, false))
    })
}
