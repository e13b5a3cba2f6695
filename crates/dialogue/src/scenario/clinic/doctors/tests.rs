//! Whom callers name.

use jiff::civil::DateTime;
use wording::Language;

use super::*;
use crate::slot::Slots;

fn doctor(id: &str, name: &str, specialty: &str) -> Doctor {
    Doctor {
        id: id.parse().unwrap(),
        name: name.to_owned(),
        spoken: BTreeMap::new(),
        specialty: specialty.parse().unwrap(),
    }
}

fn roster() -> Roster {
    let doctors = vec![
        doctor("chen", "Dr. Chen", "cardiology"),
        doctor("okafor", "Dr. Okafor", "cardiology"),
        doctor("ruiz", "Dra. Ruíz", "dermatology"),
        doctor("m-patel", "Dr. Maya Patel", "pediatrics"),
        doctor("r-patel", "Dr. Ravi Patel", "family-medicine"),
    ];
    Roster::keeping(doctors, |_| 0)
}

fn meant(said: &str, slot: Option<&str>, language: Language, asked: bool) -> String {
    let slots: Slots = slot.map(|it| (Slot::Doctor, it.to_owned())).into_iter().collect();
    let answer = Answer { slots: &slots, yes_no: None, keys: None, said, language };
    let words = Said::new(said, &language::Setting::new(language.locale(), DateTime::ZERO));
    match roster().meant(&answer, &words, asked) {
        None => "-".to_owned(),
        Some(Meant::One(id)) => id.into(),
        Some(Meant::OneOf(ids)) => ids.into_iter().map(String::from).collect::<Vec<_>>().join("|"),
        Some(Meant::Specialty { specialty, own }) => {
            format!("{}{}", if own { "my " } else { "" }, specialty.as_str())
        }
        Some(other) => format!("{other:?}"),
    }
}

#[test]
fn doctors_are_known_by_name_and_by_what_they_do() {
    for (said, slot, asked, expected) in [
        ("with Dr. Chen on Thursday", None, false, "chen"),
        ("doctor okafor please", None, true, "okafor"),
        ("Okaffor", None, true, "okafor"),
        ("we ruin things", None, false, "-"),
        ("I'd like to see my cardiologist", None, false, "my cardiology"),
        ("a cardiologist", None, false, "cardiology"),
        ("the heart doctor", None, true, "cardiology"),
        ("somebody", Some("cardiology"), false, "cardiology"),
        ("somebody", Some("chen"), false, "chen"),
        ("doctor patel", None, true, "m-patel|r-patel"),
        ("Ravi Patel", None, true, "r-patel"),
        ("not Chen, Okafor", None, true, "okafor"),
        ("an orthopedist", None, false, "NoSpecialty"),
        ("doctor Smith", None, false, "Stranger"),
        ("Smith", Some("Smith"), true, "Stranger"),
        ("I want to see a doctor on Monday", None, false, "-"),
        ("a doctor please", None, true, "-"),
        ("a doctor about my knee", None, true, "-"),
        ("I need a doctor urgently", None, false, "-"),
        ("the doctor said to come back", None, false, "-"),
        ("doctor Monday", None, true, "-"),
        ("doctor tomorrow morning", None, true, "-"),
        ("doctor because my knee hurts", None, true, "-"),
        ("anyone", None, true, "Anyone"),
        ("it doesn't matter", None, true, "Anyone"),
        ("it doesn't matter", None, false, "-"),
        ("another doctor please", None, false, "SomebodyElse"),
        ("", None, true, "-"),
    ] {
        assert_eq!(meant(said, slot, Language::EnUs, asked), expected, "{said:?} {slot:?}");
    }
    for (said, expected) in [
        ("con la doctora Ruiz", "ruiz"),
        ("con mi cardióloga", "my cardiology"),
        ("el médico de la piel", "dermatology"),
        ("un pediatra", "pediatrics"),
        ("el doctor García", "Stranger"),
        ("doctor porque me duele", "-"),
        ("un doctor porque me duele", "-"),
        ("el doctor el lunes", "-"),
        ("quiero ver a un doctor", "-"),
        ("cualquiera", "Anyone"),
        ("otra doctora", "SomebodyElse"),
    ] {
        assert_eq!(meant(said, None, Language::EsUs, true), expected, "{said:?}");
    }
}

#[test]
fn a_name_is_said_as_a_language_says_it() {
    let mut roster = roster();
    roster.doctors[0].spoken.insert(Language::EsUs, "la doctora Chen".to_owned());
    let stored = serde_json::to_string(&roster).unwrap();
    assert_eq!(serde_json::from_str::<Roster>(&stored).unwrap(), roster);
    let say = |id: &str, language| {
        let doctor = roster.name(&id.parse::<DoctorId>().unwrap());
        let (day, time) = (jiff::civil::date(2026, 3, 3), jiff::civil::time(10, 0, 0, 0));
        let message = wording::Message::new("note-appointment")
            .with("doctor", doctor)
            .with("day", Value::Day(day))
            .with("time", Value::Time(time));
        let manner = wording::Manner::new(jiff::civil::date(2026, 3, 2));
        let said = wording::say(language, &message, wording::Part::Main, &manner).unwrap();
        said.text().to_owned()
    };
    assert!(say("chen", Language::EsUs).contains("con la doctora Chen"));
    assert!(say("chen", Language::EnUs).contains("Dr. Chen"));
    assert!(say("okafor", Language::EsUs).contains("Dr. Okafor"));
}

#[test]
fn a_roster_is_kept_small_and_comes_back() {
    let many = |n: usize| (0..n).map(|it| doctor(&format!("d{it}"), "Dr. Li", "x")).collect();
    let kept = Roster::keeping(many(100), |it| u8::from(it.as_str() != "d99"));
    assert_eq!(kept.doctors.len(), MOST_KEPT);
    assert!(!kept.complete);
    assert_eq!(kept.doctors[0].id.as_str(), "d99");
    assert_eq!(kept.names(), None);
    let stored = serde_json::to_string(&roster()).unwrap();
    assert!(stored.len() < 260, "{stored}");
    assert_eq!(serde_json::from_str::<Roster>(&stored).unwrap(), roster());
    // A call that began before names had languages.
    let old = r#"[[["chen","Dr. Chen","cardiology"]],true]"#;
    assert_eq!(serde_json::from_str::<Roster>(old).unwrap().doctors, roster().doctors[..1]);
}
