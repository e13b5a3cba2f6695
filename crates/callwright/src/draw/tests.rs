//! What holds for every drawing, whatever the flow.

use connect_flow::Flow;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::layout::{self, Placed, Point, Rect};
use super::scene::{HEAD, Scene};
use super::{Format, Highlight, HighlightError, Layout, draw, route};

/// A flow of so many actions, whose branches lead where the numbers say: main ways first.
fn flow(actions: &[Vec<usize>], places: Option<&[(i32, i32)]>) -> Flow {
    let name = |it: usize| format!("action {}", it % actions.len().max(1));
    let action = |(at, targets): (usize, &Vec<usize>)| {
        let mut targets = targets.iter().map(|it| name(*it));
        let next = targets.next();
        let errors: Vec<Value> = targets
            .enumerate()
            .map(|(at, it)| json!({ "ErrorType": format!("Error{at}"), "NextAction": it }))
            .collect();
        let transitions = json!({ "NextAction": next.unwrap_or_default(), "Errors": errors });
        json!({ "Identifier": name(at), "Type": "MessageParticipant",
            "Parameters": { "Text": "A <b> & \"c\"" }, "Transitions": transitions })
    };
    let items: Vec<Value> = actions.iter().enumerate().map(action).collect();
    let mut flow = json!({ "Version": "2019-10-30", "StartAction": name(0), "Actions": items });
    if let Some(places) = places {
        let positions: serde_json::Map<String, Value> = places
            .iter()
            .enumerate()
            .map(|(at, (x, y))| (name(at), json!({ "position": { "x": x, "y": y } })))
            .collect();
        flow["Metadata"] = json!({ "entryPointPosition": { "x": 0, "y": 0 }, "ActionMetadata": positions,
            "Annotations": [{ "content": "Look here.", "position": { "x": 40, "y": 40 } }] });
    }
    Flow::read(&flow.to_string()).unwrap()
}

fn placed(flow: &Flow, layout: Layout) -> (Scene, Placed, Vec<Vec<Point>>) {
    let scene = Scene::new(flow, &["f"], None).unwrap();
    let placed = layout::place(&scene, flow, layout);
    let ways = route::route(&scene, &placed);
    (scene, placed, ways)
}

/// Checks everything that must be true of places and ways.
fn check(scene: &Scene, placed: &Placed, ways: &[Vec<Point>]) -> Result<(), TestCaseError> {
    for (at, one) in placed.boxes.iter().enumerate() {
        prop_assert!(one.left >= 0 && one.top >= 0);
        for other in placed.boxes.iter().skip(at + 1) {
            let apart = one.right() <= other.left
                || other.right() <= one.left
                || one.bottom() <= other.top
                || other.bottom() <= one.top;
            prop_assert!(apart, "{one:?} {other:?}");
        }
    }
    prop_assert_eq!(ways.len(), scene.edges.len());
    for (edge, way) in scene.edges.iter().zip(ways) {
        let (from, to) = (placed.boxes[edge.from], placed.boxes[edge.to]);
        let port = &scene.blocks[edge.from].ports[edge.port];
        let begin = Point { x: from.right(), y: from.top + port.y };
        prop_assert_eq!(way.first(), Some(&begin));
        prop_assert_eq!(way.last(), Some(&Point { x: to.left, y: to.top + HEAD / 2 }));
        for pair in way.windows(2) {
            prop_assert!(pair[0].x == pair[1].x || pair[0].y == pair[1].y, "slanted: {way:?}");
        }
        let (second, before_last) = (way[1], way[way.len() - 2]);
        prop_assert!(second.x > begin.x && second.y == begin.y, "leaves to the right: {way:?}");
        let last = way[way.len() - 1];
        prop_assert!(before_last.x < last.x && before_last.y == last.y, "arrives: {way:?}");
    }
    Ok(())
}

/// Whether a way goes through a box.
fn goes_through(way: &[Point], rect: Rect) -> bool {
    way.windows(2).any(|pair| {
        let (left, right) = (pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x));
        let (top, bottom) = (pair[0].y.min(pair[1].y), pair[0].y.max(pair[1].y));
        left < rect.right() && right > rect.left && top < rect.bottom() && bottom > rect.top
    })
}

/// Whether every tag is closed and every `&` begins an entity.
fn is_well_formed(svg: &str) -> bool {
    let mut open = Vec::new();
    let mut rest = svg;
    while let Some((text, after)) = rest.split_once('<') {
        if text.contains('>') || text.split('&').skip(1).any(|it| !it.contains(';')) {
            return false;
        }
        let Some((tag, after)) = after.split_once('>') else { return false };
        if let Some(closing) = tag.strip_prefix('/') {
            if open.pop() != Some(closing) {
                return false;
            }
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or_default());
        }
        rest = after;
    }
    open.is_empty() && rest.trim().is_empty()
}

fn actions() -> impl Strategy<Value = Vec<Vec<usize>>> {
    prop::collection::vec(prop::collection::vec(0..100_usize, 0..5), 1..16)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn columns_are_tidy(actions in actions()) {
        let (scene, placed, ways) = placed(&flow(&actions, None), Layout::Auto);
        check(&scene, &placed, &ways)?;
        for way in &ways {
            for rect in &placed.boxes {
                prop_assert!(!goes_through(way, *rect), "{way:?} goes through {rect:?}");
            }
        }
    }

    #[test]
    fn the_console_may_have_put_boxes_anywhere(
        actions in actions(),
        places in prop::collection::vec((-900..900, -900..900), 16),
    ) {
        let places = &places[..actions.len()];
        let (scene, placed, ways) = placed(&flow(&actions, Some(places)), Layout::Metadata);
        check(&scene, &placed, &ways)?;
    }

    #[test]
    fn the_same_flow_gives_the_same_well_formed_drawing(actions in actions()) {
        let flow = flow(&actions, None);
        for format in [Format::Svg, Format::Mermaid] {
            let once = draw(&flow, &["f"], format, Layout::Auto, None).unwrap();
            prop_assert_eq!(&once, &draw(&flow, &["f"], format, Layout::Auto, None).unwrap());
            prop_assert!(format == Format::Mermaid || is_well_formed(&once), "{once}");
        }
    }
}

#[test]
fn heads_of_a_chain_are_level() {
    let chain: Vec<Vec<usize>> = (1..9).map(|it| vec![it]).chain([vec![]]).collect();
    let (_, placed, _) = placed(&flow(&chain, None), Layout::Auto);
    let tops: Vec<i32> = placed.boxes.iter().map(|it| it.top).collect();
    assert!(tops.iter().all(|it| *it == tops[0]), "{tops:?}");
    assert!(placed.boxes.windows(2).all(|it| it[0].right() < it[1].left));
}

#[test]
fn a_flow_may_be_longer_than_a_stack_is_deep() {
    let chain: Vec<Vec<usize>> = (1..3_000).map(|it| vec![it]).chain([vec![]]).collect();
    let scene = Scene::new(&flow(&chain, None), &["f"], None).unwrap();
    let placed = layout::place(&scene, &flow(&chain, None), Layout::Computed);
    assert_eq!(placed.boxes.len(), 3_001);
}

#[test]
fn the_same_place_for_all_is_no_layout() {
    let chain = [vec![1], vec![2], vec![]];
    let flow = flow(&chain, Some(&[(5, 5), (5, 5), (5, 5)]));
    let (_, auto, _) = placed(&flow, Layout::Auto);
    let (_, computed, _) = placed(&flow, Layout::Computed);
    assert_eq!(auto.boxes, computed.boxes);
    let (_, asked_for, _) = placed(&flow, Layout::Metadata);
    assert!(asked_for.boxes[1].left == asked_for.boxes[2].left);
}

#[test]
fn an_action_without_a_place_stands_by_what_leads_to_it() {
    let mut json = flow(&[vec![1], vec![2], vec![]], Some(&[(0, 0), (300, 0), (600, 0)])).to_json();
    json["Metadata"]["ActionMetadata"]["action 2"]["position"] = json!({ "x": 1e300, "y": 0 });
    json["Metadata"]["ActionMetadata"]["action 1"]["position"] = json!({ "X": "300", "Y": 10.4 });
    let flow = Flow::read(&json.to_string()).unwrap();
    let (_, placed, _) = placed(&flow, Layout::Metadata);
    let [_, _, before, without, ..] = placed.boxes.as_slice() else { panic!() };
    assert_eq!(without.top, before.top);
    assert!(without.left > before.right());
}

#[test]
fn a_way_through_other_flows_cannot_be_followed() {
    let flow = flow(&[vec![1], vec![]], None);
    let follow = |text: &str| {
        let highlight = Highlight::parse(text).unwrap();
        draw(&flow, &["f", "F of Metadata"], Format::Svg, Layout::Auto, Some(&highlight))
    };
    let error = follow(r#"[{"flow":"g","action":"a"},{"flow":"h","action":"a"}]"#).unwrap_err();
    assert_eq!(error.to_string(), "it goes through `g`, `h`, not through any action of `f`");
    let error = follow(r#"[{"flow":"f","action":"a"}]"#).unwrap_err();
    assert!(matches!(error, HighlightError::NoSuchAction { .. }));
    assert!(
        follow(r#"[{"flow":"g","action":"a"},{"flow":"F of Metadata","action":"action 1"}]"#)
            .is_ok()
    );
    assert!(follow(r#"[{"action":"action 0","branch":"Next"}]"#).is_ok());
}

#[test]
fn ways_keep_apart() {
    // Both branches of two boxes lead to two others: four edges in one corridor.
    let (scene, _, ways) =
        placed(&flow(&[vec![1, 2], vec![3, 4], vec![4, 3], vec![], vec![]], None), Layout::Auto);
    let upright = |at: usize| -> Vec<(i32, i32, i32)> {
        let pairs = ways[at].windows(2).filter(|it| it[0].x == it[1].x);
        pairs.map(|it| (it[0].x, it[0].y.min(it[1].y), it[0].y.max(it[1].y))).collect()
    };
    let mut n_pairs = 0;
    for (a, one) in scene.edges.iter().enumerate() {
        for (b, _) in scene.edges.iter().enumerate().filter(|(_, it)| it.to != one.to) {
            for one in upright(a) {
                for other in upright(b) {
                    let overlap = one.1 < other.2 && other.1 < one.2;
                    assert!(one.0 != other.0 || !overlap, "{a} {b}: {one:?} {other:?}");
                    n_pairs += 1;
                }
            }
        }
    }
    assert!(n_pairs > 0);
}
