//! What is kept of what was told.

use super::*;

#[test]
fn long_texts_are_told_in_parts() {
    let long = "One sentence that is here to fill some room. ".repeat(8);
    let told = parts(&long);
    assert_eq!(told.len(), 2);
    for part in told {
        assert!(part.chars().count() <= MAX_SAID && part.ends_with('.'), "{part}");
    }
    assert_eq!(parts("Short. And sweet!"), ["Short. And sweet!"]);
    assert_eq!(parts("About 3.5 of them."), ["About 3.5 of them."]);
    assert_eq!(parts(" "), [""; 0]);
    assert_eq!(parts(&"x".repeat(12_000)), ["x".repeat(MAX_SAID)]);
}

#[test]
fn the_year_is_the_first_of_when() {
    let passage = |when: &str| Passage {
        article: "a".to_owned(),
        topic: Topic::Experience,
        text: String::new(),
        more: vec![],
        details: BTreeMap::from([("when".to_owned(), when.to_owned())]),
        score: 1.0,
    };
    for (when, year) in [
        ("From 2016 to 2021.", Some(2016)),
        ("De 2011 a 2016.", Some(2011)),
        ("In spring.", None),
        ("For 12 years.", None),
    ] {
        assert_eq!(year_of(&passage(when)), year, "{when}");
    }
}

#[test]
fn what_is_kept_is_small() {
    let passage = Passage {
        article: "a".to_owned(),
        topic: Topic::Skills,
        text: "Text.".to_owned(),
        more: vec!["More of it. ".repeat(40); 9],
        details: ["where", "when", "who", "how-long", "why"]
            .into_iter()
            .map(|it| (it.to_owned(), "Somewhere nice. ".repeat(20)))
            .collect(),
        score: 1.0,
    };
    let mut memory = None;
    for n in 0..100 {
        let passage = Passage { article: format!("article-{n}"), ..passage.clone() };
        let question = Question {
            wanted: Wanted::Answer,
            topic: Topic::Skills,
            particulars: &[],
            detail: None,
            language: Language::EnUs,
        };
        Discussed::take_up(&mut memory, &passage, &question);
    }
    let stored = serde_json::to_string(&memory).unwrap();
    assert!(stored.len() < 1_500, "{}", stored.len());
    assert_eq!(memory.unwrap().told.len(), MAX_TOLD);
}

fn passage(text: &str, more: &[&str], place: &str) -> Passage {
    Passage {
        article: "a".to_owned(),
        topic: Topic::Experience,
        text: text.to_owned(),
        more: more.iter().map(|it| (*it).to_owned()).collect(),
        details: BTreeMap::from([("where".to_owned(), place.to_owned())]),
        score: 1.0,
    }
}

fn taken_up(passage: &Passage) -> Discussed {
    let mut memory = None;
    let question = Question {
        wanted: Wanted::Answer,
        topic: Topic::Experience,
        particulars: &[],
        detail: None,
        language: Language::EnUs,
    };
    Discussed::take_up(&mut memory, passage, &question);
    memory.unwrap()
}

#[test]
fn what_was_told_is_not_told_again_in_another_language() {
    // What is said at once is longer than a sentence; each of these is said by itself.
    let long = |text: &str| format!("{text} {}.", "x".repeat(MAX_SAID - text.len() - 2));
    let texts = ["One", "Two", "Three"].map(long);
    let english = passage(&texts[0], &[&texts[1], &texts[2]], "In Boston.");
    let texts = ["Uno", "Dos", "Tres"].map(long);
    let spanish = passage(&texts[0], &[&texts[1], &texts[2]], "En Boston.");
    let mut discussed = taken_up(&english);
    assert!(discussed.take_more().unwrap().starts_with("Two"));
    assert!(discussed.is_in(Language::EnUs) && !discussed.is_in(Language::EsUs));
    discussed.go_over(Language::EsUs, std::slice::from_ref(&spanish));
    assert!(discussed.is_in(Language::EsUs));
    assert_eq!(discussed.details.get("where").map(String::as_str), Some("En Boston."));
    assert!(discussed.take_more().unwrap().starts_with("Tres"));
    assert_eq!(discussed.take_more(), None);
    // An article that is shorter in the other language has nothing left, and one that is not there either.
    let short = passage("Uno.", &[], "En Boston.");
    let mut discussed = taken_up(&english);
    discussed.take_more();
    discussed.go_over(Language::EsUs, &[short]);
    assert_eq!(discussed.take_more(), None);
    let other = Passage { article: "b".to_owned(), ..spanish };
    let mut discussed = taken_up(&english);
    discussed.go_over(Language::EsUs, &[other]);
    assert_eq!((discussed.take_more(), discussed.details.len()), (None, 0));
}

#[test]
fn what_an_older_version_kept_is_told_as_it_is() {
    let mut json = serde_json::to_value(taken_up(&passage("One.", &[], "In Boston."))).unwrap();
    let fields = json.as_object_mut().unwrap();
    assert!(fields.remove("language").is_some() && fields.remove("n_told").is_some());
    let discussed: Discussed = serde_json::from_value(json).unwrap();
    assert!(discussed.is_in(Language::EnUs) && discussed.is_in(Language::EsUs));
    assert_eq!(discussed.details.get("where").map(String::as_str), Some("In Boston."));
}
