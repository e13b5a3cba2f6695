//! What becomes of each property. Errors and warnings are tested from outside.

use aws_events::lex::ContentType;
use serde_json::{Value, json};

use super::super::condition::{Assigned, Expression, Reference, Step};
use super::super::{
    Bot, BuiltIn, CodeHook, DefaultValue, ElicitationHook, Intent, IntentKind, Locale, NextAction,
    NextStep, Onward, Response, Search, Selection, SlotDefinition,
};
use crate::matching::slot_type::{SlotType, Strategy};

#[path = "../../../tests/it/exported.rs"]
mod exported;

fn properties() -> Value {
    serde_json::from_str(include_str!("../../../tests/it/clinic.json")).unwrap()
}

fn clinic() -> Bot {
    Bot::from_cloudformation(&properties()).unwrap()
}

fn intent(name: &str) -> Intent {
    clinic().locale("en_US").unwrap().intent(name).unwrap().clone()
}

fn slot(name: &str) -> SlotDefinition {
    intent("Book").slot(name).unwrap().clone()
}

fn action(step: Option<&NextStep>) -> Option<NextAction> {
    step?.action
}

/// The first words of a response.
fn words(response: &Response) -> &str {
    response.messages.0.first().map_or("", |group| group[0].content.as_str())
}

fn first(onward: &Onward) -> (&str, Option<NextAction>) {
    (words(&onward.response), action(onward.next_step.as_ref()))
}

#[test]
fn an_export_is_the_same_bot_as_the_template() {
    let shown = |bot: &Bot| format!("{:#?}", bot.locales);
    let export = Bot::from_export(exported::files(&properties())).unwrap();
    assert_eq!(export.name(), "Clinic");
    assert_eq!(shown(&export), shown(&clinic()));
}

#[test]
fn every_locale_has_a_threshold_and_intents_of_its_own() {
    let bot = clinic();
    let shown = |it: &Locale| {
        let names: Vec<&str> = it.intents.iter().map(|it| it.name.as_str()).collect();
        (it.id.clone(), it.threshold, names.join(" "), it.fallback.name.clone())
    };
    let locales: Vec<_> = bot.locales.iter().map(shown).collect();
    let english = "Book Human Quit Assist Hold Again GoOn Anew Halt Search Ask Assistant Model";
    assert_eq!(
        locales,
        [
            ("en_US".to_owned(), 0.4, english.to_owned(), "Fallback".to_owned()),
            ("es_US".to_owned(), 0.5, "Reservar Salir".to_owned(), "Nada".to_owned()),
        ]
    );
}

#[test]
fn parents_tell_the_kinds_of_intents() {
    for (name, kind) in [
        ("Book", IntentKind::Ordinary),
        ("Quit", IntentKind::BuiltIn(BuiltIn::Cancel)),
        ("Assist", IntentKind::BuiltIn(BuiltIn::Help)),
        ("Hold", IntentKind::BuiltIn(BuiltIn::Pause)),
        ("Again", IntentKind::BuiltIn(BuiltIn::Repeat)),
        ("GoOn", IntentKind::BuiltIn(BuiltIn::Resume)),
        ("Anew", IntentKind::BuiltIn(BuiltIn::StartOver)),
        ("Halt", IntentKind::BuiltIn(BuiltIn::Stop)),
        ("Search", IntentKind::Search(Search::Kendra)),
        ("Ask", IntentKind::Search(Search::QnA)),
        ("Assistant", IntentKind::Search(Search::QInConnect)),
        ("Model", IntentKind::Search(Search::BedrockAgent)),
        ("Fallback", IntentKind::Fallback),
    ] {
        assert_eq!(intent(name).kind, kind, "{name}");
    }
    // Its own words, then those that Lex knows.
    let own: Vec<String> = intent("Quit").samples[0].words().map(str::to_owned).collect();
    assert_eq!(own, ["no", "more"]);
    assert!(intent("Quit").samples.len() > 1);
    assert!(intent("Search").samples.is_empty());
}

#[test]
fn contexts_have_their_time_to_live() {
    let book = intent("Book");
    assert_eq!(book.input_contexts, ["known"]);
    let [booked] = book.output_contexts.as_slice() else { panic!("one context") };
    assert_eq!(booked.name, "booked");
    assert_eq!(booked.time_to_live.time_to_live_in_seconds, 90);
    assert_eq!(booked.time_to_live.turns_to_live, 5);
}

#[test]
fn the_opening_has_words_branches_and_a_code_hook() {
    let opening = intent("Book").opening;
    let onward = &opening.onward;
    assert_eq!(first(onward), ("Let's see.", Some(NextAction::EvaluateConditional)));
    assert!(!onward.response.allow_interrupt);
    assert_eq!(onward.response.messages.at(1)[0].content, "Sure.");
    let conditional = onward.conditional.as_ref().unwrap();
    let branch = &conditional.branches[0];
    assert_eq!(branch.name, "returning");
    assert_eq!(branch.condition, Expression::parse("[visits] >= 1").unwrap());
    assert_eq!(words(&branch.destination.response), "Welcome back.");
    assert!(branch.destination.response.allow_interrupt);
    let next = action(branch.destination.next_step.as_ref());
    assert_eq!(next, Some(NextAction::InvokeDialogCodeHook));
    let default = conditional.default.next_step.as_ref().unwrap();
    assert_eq!(default.slot_to_elicit.as_deref(), Some("Doctor"));
    let hook = opening.hook.unwrap();
    assert!(hook.invoked);
    assert_eq!(hook.label.as_deref(), Some("open"));
    assert_eq!(first(&hook.success), ("Found you.", Some(NextAction::ElicitSlot)));
    let attributes = &hook.success.next_step.as_ref().unwrap().attributes;
    assert_eq!(attributes["source"], Assigned::Text("hook".to_owned()));
    let transcript = Reference::Path(vec![Step::Field("inputTranscript".to_owned())]);
    assert_eq!(attributes["heard"], Assigned::Value(transcript));
    assert_eq!(first(&hook.failure), ("", Some(NextAction::EndConversation)));
    let timeout = hook.timeout.conditional.as_ref().unwrap();
    let next = action(timeout.branches[0].destination.next_step.as_ref());
    assert_eq!(next, Some(NextAction::ElicitIntent));
    assert_eq!(action(timeout.default.next_step.as_ref()), Some(NextAction::CloseIntent));
}

#[test]
fn slots_come_by_priority() {
    let names: Vec<String> = intent("Book").slots.into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Doctor", "Place", "Time"]);
}

#[test]
fn a_slot_is_asked_for_as_its_setting_says() {
    let doctor = slot("Doctor");
    assert!(doctor.required && doctor.multiple);
    assert!(matches!(
        &doctor.slot_type,
        SlotType::Listed { values, strategy: Strategy::TopResolution } if values.len() == 2
    ));
    let asked = &doctor.elicitation;
    let prompt = asked.prompt.as_ref().unwrap();
    assert_eq!((prompt.max_retries, prompt.allow_interrupt), (3, false));
    assert_eq!(prompt.selection, Selection::Ordered);
    assert_eq!(asked.samples[0].words().collect::<Vec<_>>(), ["with"]);
    assert_eq!(
        asked.defaults,
        [
            DefaultValue::Context { context: "booked".to_owned(), attribute: "Doctor".to_owned() },
            DefaultValue::SessionAttribute("doctor".to_owned()),
            DefaultValue::Text("Dr. No".to_owned()),
        ]
    );
    let place = slot("Place");
    assert!(!place.required && !place.multiple && place.elicitation.prompt.is_none());
}

#[test]
fn attempts_have_settings_of_their_own() {
    let prompt = slot("Doctor").elicitation.prompt.unwrap();
    assert_eq!(prompt.attempts.keys().collect::<Vec<_>>(), [&0, &1]);
    let initial = &prompt.attempts[&0];
    assert_eq!(initial.allow_interrupt, Some(true));
    assert!(initial.allow_speech && initial.allow_keys);
    let listening = &initial.listening;
    assert_eq!(listening.start_timeout_ms, Some(4000));
    assert_eq!(listening.audio_max_length_ms, Some(14_000));
    assert_eq!(listening.audio_end_timeout_ms, Some(600));
    assert_eq!(listening.dtmf_max_length, Some(8));
    assert_eq!(listening.dtmf_end_timeout_ms, Some(3000));
    assert_eq!(listening.dtmf_deletion_character, Some('*'));
    assert_eq!(listening.dtmf_end_character, Some('#'));
    let retry = &prompt.attempts[&1];
    assert!(!retry.allow_speech && retry.allow_keys);
    assert_eq!(retry.listening.start_timeout_ms, None);
    assert_eq!(retry.allow_interrupt, None);
}

#[test]
fn a_caller_may_be_waited_for() {
    let waiting = slot("Doctor").elicitation.waiting.unwrap();
    assert_eq!(waiting.waiting.messages.at(0)[0].content, "Take your time.");
    assert_eq!(waiting.continuing.messages.at(0)[0].content, "Good.");
    let still = waiting.still_waiting.unwrap();
    assert_eq!((still.frequency_s, still.timeout_s), (20, 120));
    assert_eq!(still.response.messages.at(0)[0].content, "Still here.");
    assert_eq!(slot("Time").elicitation.waiting, None, "inactive");
}

#[test]
fn a_captured_slot_leads_on() {
    let asked = slot("Doctor").elicitation;
    assert_eq!(first(&asked.captured), ("{Doctor}, good.", Some(NextAction::EvaluateConditional)));
    assert!(asked.captured.conditional.is_some());
    assert_eq!(first(&asked.failed), ("Sorry.", Some(NextAction::StartIntent)));
    let target = asked.failed.next_step.unwrap().intent.unwrap();
    assert_eq!(target.name.as_deref(), Some("Human"));
    let hook = asked.hook.unwrap();
    assert_eq!(hook.label.as_deref(), Some("doctor"));
    let part = hook.success.next_step.unwrap().slot_to_elicit;
    assert_eq!(part.as_deref(), Some("Place.City"), "a part of a composite slot");
    let label = Some("ask-doctor".to_owned());
    assert_eq!(asked.elicitation_hook, Some(ElicitationHook { label }));
}

#[test]
fn a_next_step_sets_values() {
    let step = slot("Time").elicitation.captured.next_step.unwrap();
    assert_eq!(step.action, Some(NextAction::FulfillIntent));
    let set = step.intent.unwrap();
    assert_eq!(set.name, None, "the intent at hand");
    assert_eq!(set.slots["Doctor"], [Assigned::Text("Dr. No".to_owned())]);
    assert_eq!(set.slots["Place"], [], "emptied");
    let declined = intent("Book").confirmation.unwrap().declined.conditional.unwrap();
    let step = declined.branches[0].destination.next_step.clone().unwrap();
    let doctor = Assigned::Value(Reference::Slot("Doctor".to_owned()));
    let set = &step.intent.unwrap().slots["Doctor"];
    assert_eq!(*set, [doctor, Assigned::Text("Dr. No".to_owned())], "a list");
    assert!(declined.default.next_step.unwrap().suppress_next_message);
}

#[test]
fn the_setting_of_a_step_wins_over_the_intents_code_hook() {
    assert!(intent("Book").dialog_hook);
    assert!(slot("Time").elicitation.hook.is_none(), "inactive");
    let default = slot("Place").elicitation.hook.unwrap();
    assert!(default.invoked && default.label.is_none(), "the intent's");
    let confirmation = intent("Book").confirmation.unwrap().hook.unwrap();
    assert!(!confirmation.invoked, "the way onward without the function");
    assert!(!intent("Human").dialog_hook);
    assert!(intent("Human").opening.hook.is_none());
}

#[test]
fn a_composite_slot_has_parts() {
    let place = slot("Place");
    let names: Vec<&str> = place.sub_slots.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["City", "Street", "Code"]);
    let asked = |at: usize| &place.sub_slots[at].elicitation;
    assert_eq!(asked(0).prompt.as_ref().unwrap().max_retries, 1);
    assert_eq!(asked(1).samples.len(), 1);
    assert_eq!(asked(2).defaults, [DefaultValue::Text("AB12".to_owned())]);
    assert_eq!(place.needed.missing(&["Street"].into()), ["City"]);
    assert!(place.needed.missing(&["Code"].into()).is_empty());
    let SlotType::Composite(types) = &place.slot_type else { panic!("composite") };
    assert!(matches!(types[2], (_, SlotType::AlphaNumeric { filter: Some(_) })));
    assert!(slot("Doctor").needed.missing(&[].into()).is_empty());
}

#[test]
fn a_confirmation_has_three_ways_onward() {
    let confirmation = intent("Book").confirmation.unwrap();
    assert_eq!(confirmation.prompt.messages.at(0)[0].content, "Right?");
    assert_eq!(first(&confirmation.confirmed), ("Great.", Some(NextAction::FulfillIntent)));
    let declined = first(&confirmation.declined);
    assert_eq!(declined, ("Then not.", Some(NextAction::EvaluateConditional)));
    assert_eq!(first(&confirmation.failed), ("", Some(NextAction::StartIntent)));
    assert_eq!(confirmation.elicitation_hook, None, "not enabled");
}

#[test]
fn fulfilment_has_updates_and_three_ways_onward() {
    let fulfilment = intent("Book").fulfilment;
    assert!(fulfilment.hook);
    let updates = fulfilment.updates.unwrap();
    assert_eq!(updates.timeout_s, Some(60));
    let start = updates.start.unwrap();
    assert_eq!((start.after_s, words(&start.response)), (3, "One moment."));
    assert!(!start.response.allow_interrupt);
    let update = updates.update.unwrap();
    assert_eq!((update.after_s, words(&update.response)), (10, "Still at it."));
    assert_eq!(first(&fulfilment.success), ("Booked.", Some(NextAction::EndConversation)));
    assert_eq!(first(&fulfilment.failure), ("That failed.", Some(NextAction::StartIntent)));
    assert_eq!(first(&fulfilment.timeout), ("That takes long.", None));
    assert!(fulfilment.timeout.conditional.unwrap().default.next_step.is_none());
    let inactive = intent("Human").fulfilment;
    assert!(!inactive.hook && inactive.success.next_step.is_none());
}

#[test]
fn a_closing_is_said_when_it_is_active() {
    let closing = intent("Book").closing.unwrap();
    let message = &closing.response.messages.0[0][0];
    assert_eq!(message.content_type, ContentType::Ssml);
    assert_eq!(message.content, "<speak>Bye</speak>");
    let condition = &closing.conditional.as_ref().unwrap().branches[0].condition;
    assert_eq!(condition.to_string(), "NOT (fn.IS_SET([done]))");
    assert!(intent("Human").closing.is_none());
}

#[test]
fn messages_are_of_every_kind() {
    let groups = intent("Human").opening.onward.response.messages.0;
    assert_eq!(groups[0][0].content_type, ContentType::CustomPayload);
    let card = groups[1][0].image_response_card.as_ref().unwrap();
    assert_eq!((card.title.as_str(), card.subtitle.as_deref()), ("Doctors", Some("ours")));
    assert_eq!(card.image_url.as_deref(), Some("https://example.com/a.png"));
    assert_eq!(card.buttons[0].value, "Dr. No");
}

/// An intent with little but what a test gives it.
fn with(settings: &Value) -> Intent {
    let mut intent = json!({ "Name": "A", "SampleUtterances": [{ "Utterance": "do a" }] });
    intent.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    let bot = json!({
        "Name": "b",
        "BotLocales": [{
            "LocaleId": "en_US",
            "NluConfidenceThreshold": 0.4,
            "Intents": [intent, { "Name": "F", "ParentIntentSignature": "AMAZON.FallbackIntent" }],
        }],
    });
    Bot::from_cloudformation(&bot).unwrap().locale("en_US").unwrap().intents[0].clone()
}

#[test]
fn what_a_definition_leaves_out_has_a_default() {
    let said = json!([{ "Message": { "PlainTextMessage": { "Value": "?" } } }]);
    let prompt = json!({ "MessageGroupsList": said, "MaxRetries": 0 });
    let intent = with(&json!({
        "IntentConfirmationSetting": { "PromptSpecification": prompt },
        "IntentClosingSetting": { "ClosingResponse": { "MessageGroupsList": said } },
        "FulfillmentCodeHook": { "Enabled": true },
        "DialogCodeHook": { "Enabled": true },
        "InitialResponseSetting": { "CodeHook": {} },
    }));
    let prompt = intent.confirmation.unwrap().prompt;
    assert!(prompt.allow_interrupt && prompt.attempts.is_empty());
    assert_eq!(prompt.selection, Selection::Random);
    assert!(intent.closing.unwrap().response.allow_interrupt);
    assert!(intent.fulfilment.hook && intent.fulfilment.updates.is_none());
    assert!(matches!(intent.opening.hook, Some(CodeHook { invoked: true, label: None, .. })));
    let bare = with(&json!({ "DialogCodeHook": { "Enabled": false } }));
    assert!(bare.opening.hook.is_none() && bare.confirmation.is_none() && bare.closing.is_none());
    assert!(!bare.fulfilment.hook && !bare.dialog_hook);
}

#[test]
fn inactive_branches_are_not_taken() {
    let conditional = |active: bool| {
        json!({
            "InitialResponseSetting": { "Conditional": {
                "IsActive": active,
                "ConditionalBranches": [{
                    "Name": "b",
                    "Condition": { "ExpressionString": "[a] = 1" },
                    "NextStep": { "SessionAttributes": [{ "Key": "k", "Value": "v" }] },
                }],
                "DefaultBranch": {},
            }},
        })
    };
    let active = with(&conditional(true)).opening.onward.conditional.unwrap();
    let step = active.branches[0].destination.next_step.clone().unwrap();
    assert_eq!(step.action, None, "values alone");
    assert_eq!(step.attributes["k"], Assigned::Text("v".to_owned()));
    assert!(with(&conditional(false)).opening.onward.conditional.is_none());
}
