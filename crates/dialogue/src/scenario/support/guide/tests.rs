//! Guides that are right, and guides that are not.

use expect_test::{Expect, expect};

use wording::Language;

use super::*;

fn guides() -> impl Iterator<Item = Guide> {
    EMBEDDED.iter().map(|(service, text)| {
        let guide = Guide::from_toml(text).unwrap_or_else(|it| panic!("{service:?}: {it:?}"));
        assert_eq!(guide.service, *service);
        guide
    })
}

#[test]
fn every_guide_is_read_and_every_message_of_it_exists() {
    let mut n_steps = 0;
    for guide in guides() {
        assert!(wording::knows(&guide.ask_symptom), "{}", guide.ask_symptom);
        for step in guide.symptoms.iter().flat_map(|it| &it.steps) {
            assert!(wording::knows(&step.ask), "{}", step.ask);
            n_steps += 1;
        }
    }
    assert!(n_steps > 20, "{n_steps}");
    for service in [Service::Internet, Service::Phone, Service::Television] {
        assert!(guide(service).is_some());
    }
    assert_eq!(guide(Service::Billing), None);
}

#[test]
fn no_way_through_a_guide_is_long() {
    // A caller gives up before a tenth step.
    fn depth(symptom: &Symptom, step: &Step) -> usize {
        let deeper = step.targets().filter_map(|it| match it {
            Target::Step(name) => symptom.step(name).map(|it| depth(symptom, it)),
            Target::Ticket | Target::Person => None,
        });
        deeper.max().unwrap_or(0) + 1
    }
    for guide in guides() {
        for symptom in &guide.symptoms {
            assert!((1..=6).contains(&depth(symptom, &symptom.steps[0])), "{}", symptom.name);
        }
    }
}

#[test]
fn symptoms_are_read_from_words() {
    use Language::{EnUs, EsUs};
    use Service::{Internet, Phone, Television};
    for (service, language, text, unasked, asked) in [
        (Internet, EnUs, "my internet is down", Some("no-connection"), Some("no-connection")),
        (Internet, EnUs, "my internet isn't working", None, Some("no-connection")),
        (Internet, EnUs, "it's just so slow today", Some("slow"), Some("slow")),
        (Internet, EnUs, "it keeps dropping", Some("drops"), Some("drops")),
        (Internet, EnUs, "it isn't slow, it keeps cutting out", Some("drops"), Some("drops")),
        (Internet, EnUs, "purple", None, None),
        (Internet, EsUs, "se me cayó", None, None),
        (Internet, EsUs, "se cayó el internet", Some("no-connection"), Some("no-connection")),
        (Internet, EsUs, "está muy lento", Some("slow"), Some("slow")),
        (Internet, EsUs, "se corta a cada rato", Some("drops"), Some("drops")),
        (Phone, EnUs, "there's no dial tone", Some("no-dial-tone"), Some("no-dial-tone")),
        (Phone, EnUs, "the calls", None, Some("calls-fail")),
        (Phone, EsUs, "se oye mucho ruido", Some("noise"), Some("noise")),
        (Television, EnUs, "no sound", Some("no-sound"), Some("no-sound")),
        (Television, EnUs, "the channels", None, Some("missing-channels")),
        (Television, EsUs, "la imagen se congela", Some("frozen"), Some("frozen")),
    ] {
        let guide = guide(service).unwrap();
        let said = Said::new(text, language);
        let name = |asked| guide.symptom_in(&said, asked).map(|it| it.name.as_str());
        assert_eq!((name(false), name(true)), (unasked, asked), "{text}");
    }
}

fn check(text: &str, expect: &Expect) {
    let said = match Guide::from_toml(text) {
        Ok(_) => "fine".to_owned(),
        Err(faults) => faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    };
    expect.assert_eq(&said);
}

const HEAD: &str = "service = 'internet'\nask-symptom = 'ask'\n";
const SYMPTOM: &str = "[[symptoms]]\nname = 's'\n[symptoms.hears]\nen-US = ['a']\nes-US = ['a']\n";
const STEP: &str = "[[symptoms.steps]]\nask = 'm'\n";

#[test]
fn faults_are_told_all_at_once() {
    check("nonsense", &expect!["not a guide: key with no value, expected `=`"]);
    check(HEAD, &expect!["the guide has no symptoms"]);
    check(&format!("{HEAD}{SYMPTOM}"), &expect!["symptom `s` has no steps"]);
    check(
        "service = 'billing'\nask-symptom = 'ask'\n[[symptoms]]\nname = 's'\nhears = {}",
        &expect![[r#"
            `service` is `billing`, which no step mends
            symptom `s` has no steps
            symptom `s` has no words in a language
            symptom `s` has no words in a language"#]],
    );
    let step = |name: &str, rest: &str| format!("{STEP}name = '{name}'\n{rest}\n");
    let fix = "kind = 'fix'\notherwise = 'ticket'\ncannot = 'ticket'";
    check(&format!("{HEAD}{SYMPTOM}{}", step("a", fix)), &expect!["fine"]);
    check(
        &format!("{HEAD}{SYMPTOM}{}{}", step("a", fix), step("a", fix)),
        &expect!["symptom `s` has `a` twice"],
    );
    check(
        &format!("{HEAD}{SYMPTOM}{}{}", step("a", fix), step("b", fix)),
        &expect!["no answer leads to step `b` of symptom `s`"],
    );
    check(
        &format!(
            "{HEAD}{SYMPTOM}{}{}",
            step("a", "kind = 'check'\nyes = 'b'\nno = 'a'\ncannot = 'nowhere'"),
            step("b", "kind = 'fix'\notherwise = 'a'\ncannot = 'person'"),
        ),
        &expect![[r#"
            `cannot` of step `a` of symptom `s` is `nowhere`; it is a later step, `ticket` or `person`
            `no` of step `a` of symptom `s` is `a`; it is a later step, `ticket` or `person`
            `otherwise` of step `b` of symptom `s` is `a`; it is a later step, `ticket` or `person`"#]],
    );
    check(
        &format!(
            "{HEAD}{SYMPTOM}{}{}",
            step("a", "kind = 'check'\nyes = 'b'\ncannot = 'b'"),
            step("b", "kind = 'fix'\nyes = 'ticket'\ncannot = 'ticket'"),
        ),
        &expect![[r#"
            step `a` of symptom `s` is a `check` and needs `yes` and `no`, and no `otherwise`
            step `b` of symptom `s` is a `fix` and needs `otherwise`, and neither `yes` nor `no`"#]],
    );
}
