//! Writes a drawing as SVG.
//!
//! Colours are chosen for a light ground, which the picture brings along, and never carry a
//! meaning alone: a family has a sign, an error is dashed and says so, a followed way is numbered.

use std::fmt::{self, Write as _};

use super::branch::Way;
use super::describe::Family;
use super::layout::{Point, Rect};
use super::scene::{
    ActionFace, Block, Edge, FONT, Face, HEAD, LINE, NoteFace, PAD, Port, PortEnd, SMALL, Scene,
    count,
};
use super::sign;
use super::text::{self, xml};

/// Space around the drawing.
const MARGIN: i32 = 32;

/// Height of the title, and of the legend.
const TITLE: i32 = 72;
const LEGEND: i32 = 64;

/// Narrowest picture: the legend must fit.
const LEAST_WIDTH: i32 = 760;

/// Largest radius of a corner of an edge.
const RADIUS: i32 = 8;

const STYLE: &str = "\
text{font:12px system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;fill:#1d2733}\
.title{font-size:20px;font-weight:600}.sub{fill:#56637a}\
.small{font-size:11px;fill:#56637a}.words{fill:#fff;font-weight:600}\
.name{font-size:11px;fill:#56637a}.note{font-size:11px;font-style:italic;fill:#6b5613}\
.row{text-anchor:end}.row-fallback{fill:#56637a}.row-error{fill:#8a5a5e}\
.taken-row{font-weight:600;fill:#0b3fae}\
.box{fill:#fff;stroke:#b9c3d0}.rule{stroke:#e3e8ee}\
.sheet{fill:#fff6d6;stroke:#dcc777}\
.edge{fill:none}.main{stroke:#3c4a5e;stroke-width:2}\
.fallback{stroke:#8491a3;stroke-width:1.3}\
.error{stroke:#c0999c;stroke-width:1.2;stroke-dasharray:5 4}\
.edge.taken{stroke:#0b3fae;stroke-width:3.5;stroke-dasharray:none}\
.visited .box{stroke:#0b3fae;stroke-width:3}\
.faded{opacity:.38}.badge{fill:#0b3fae;stroke:#fff;stroke-width:2}\
.number{fill:#fff;font-weight:700;text-anchor:middle}";

/// Writes the picture: boxes where they are placed, edges along their ways.
pub(super) fn write(scene: &Scene, boxes: &[Rect], ways: &[Vec<Point>]) -> String {
    let mut out = Svg { text: String::new(), origin: Point { x: 0, y: 0 } };
    let points = || ways.iter().flatten();
    let left = boxes.iter().map(|it| it.left).chain(points().map(|it| it.x)).min().unwrap_or(0);
    let top = boxes.iter().map(|it| it.top).chain(points().map(|it| it.y)).min().unwrap_or(0);
    let right = boxes.iter().map(|it| it.right()).chain(points().map(|it| it.x)).max().unwrap_or(0);
    let bottom =
        boxes.iter().map(|it| it.bottom()).chain(points().map(|it| it.y)).max().unwrap_or(0);
    out.origin = Point { x: MARGIN - left, y: TITLE + MARGIN - top };
    let title = text::width(&scene.name, 20) + 2 * MARGIN;
    let width = (right - left + 2 * MARGIN).max(LEAST_WIDTH).max(title);
    let height = bottom - top + TITLE + LEGEND + 2 * MARGIN;
    out.head(scene, width, height);
    let mut order: Vec<(&Edge, &Vec<Point>)> = scene.edges.iter().zip(ways).collect();
    order.sort_by_key(|(edge, _)| (edge.taken, edge.way));
    for (edge, way) in order {
        out.edge(scene, edge, way);
    }
    for (block, rect) in scene.blocks.iter().zip(boxes) {
        out.block(scene, block, *rect);
    }
    out.legend(scene, height);
    out.text.push_str("</svg>\n");
    out.text
}

/// A picture that is being written.
struct Svg {
    text: String,
    /// Where (0, 0) of the layout is.
    origin: Point,
}

impl Svg {
    fn line(&mut self, line: fmt::Arguments<'_>) {
        // A string takes whatever is written.
        let _ = self.text.write_fmt(line);
        self.text.push('\n');
    }

    fn head(&mut self, scene: &Scene, width: i32, height: i32) {
        let name = xml(&scene.name);
        let described = format!("{}. {}", summary(scene), scene.description);
        self.line(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"cw-title cw-desc\">"
        ));
        self.line(format_args!("<title id=\"cw-title\">{name}</title>"));
        self.line(format_args!("<desc id=\"cw-desc\">{}</desc>", xml(described.trim())));
        self.line(format_args!("<style>{STYLE}</style>"));
        self.text.push_str("<defs>");
        for (class, colour) in [
            ("main", "#3c4a5e"),
            ("fallback", "#8491a3"),
            ("error", "#c0999c"),
            ("taken", "#0b3fae"),
        ] {
            let _ = write!(
                self.text,
                "<marker id=\"cw-{class}\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" \
                 markerWidth=\"10\" markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" \
                 orient=\"auto\"><path d=\"M0 1 10 5 0 9z\" fill=\"{colour}\"/></marker>"
            );
        }
        self.text.push_str("</defs>\n");
        self.line(format_args!(
            "<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#f5f7fa\"/>"
        ));
        self.line(format_args!("<text class=\"title\" x=\"{MARGIN}\" y=\"44\">{name}</text>"));
        let room = width - 2 * MARGIN;
        let below = match scene.description.as_str() {
            "" => summary(scene),
            description => format!("{} · {description}", summary(scene)),
        };
        self.line(format_args!(
            "<text class=\"sub\" x=\"{MARGIN}\" y=\"66\">{}</text>",
            xml(&text::fit(&below, FONT, room))
        ));
    }

    fn edge(&mut self, scene: &Scene, edge: &Edge, way: &[Point]) {
        let class = if edge.taken { "taken" } else { class(edge.way) };
        let style = match (edge.taken, scene.followed) {
            (true, _) => format!("{} taken", self::class(edge.way)),
            (false, true) => format!("{class} faded"),
            (false, false) => class.to_owned(),
        };
        let path = self.path(way);
        let said = edge_title(scene, edge);
        self.line(format_args!(
            "<path class=\"edge {style}\" marker-end=\"url(#cw-{class})\" d=\"{path}\">\
             <title>{}</title></path>",
            xml(&said)
        ));
    }

    /// A way with round corners.
    fn path(&self, way: &[Point]) -> String {
        let moved = |it: &Point| Point { x: it.x + self.origin.x, y: it.y + self.origin.y };
        let way: Vec<Point> = way.iter().map(moved).collect();
        let mut path = String::new();
        let last = way.len().saturating_sub(1);
        for (at, point) in way.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|it| way.get(it));
            let after = way.get(at + 1);
            let _ = match (before, after) {
                (None, _) => write!(path, "M{} {}", point.x, point.y),
                (Some(_), None) => write!(path, "L{} {}", point.x, point.y),
                (Some(before), Some(after)) => {
                    // The end of a way is not shared with another corner.
                    let share = |it: bool| if it { 1 } else { 2 };
                    let radius = RADIUS
                        .min(distance(*before, *point) / share(at == 1))
                        .min(distance(*point, *after) / share(at + 1 == last));
                    let from = towards(*point, *before, radius);
                    let to = towards(*point, *after, radius);
                    write!(path, "L{} {}Q{} {} {} {}", from.x, from.y, point.x, point.y, to.x, to.y)
                }
            };
        }
        path
    }

    fn block(&mut self, scene: &Scene, block: &Block, rect: Rect) {
        let (x, y) = (rect.left + self.origin.x, rect.top + self.origin.y);
        let state = match (block.visit, scene.followed) {
            (Some(_), _) => " class=\"visited\"",
            (None, true) => " class=\"faded\"",
            (None, false) => "",
        };
        self.line(format_args!("<g transform=\"translate({x} {y})\"{state}>"));
        match &block.face {
            Face::Start => self.start(rect),
            Face::Note(note) => self.note(note, rect),
            Face::Action(face) => self.action(face, rect),
        }
        if !matches!(block.face, Face::Start) {
            for port in &block.ports {
                self.port(port, rect);
            }
        }
        if let Some(number) = block.visit.filter(|it| *it > 0) {
            let radius = if number > 99 { 15 } else { 12 };
            self.line(format_args!(
                "<circle class=\"badge\" r=\"{radius}\"/><text class=\"number\" y=\"4\">{number}</text>"
            ));
        }
        self.text.push_str("</g>\n");
    }

    fn start(&mut self, rect: Rect) {
        let Rect { width, height, .. } = rect;
        let half = height / 2;
        self.line(format_args!(
            "<title>Calls come in here</title><rect width=\"{width}\" height=\"{height}\" \
             rx=\"{half}\" fill=\"#1d2733\"/><path d=\"M14 8v12l9-6z\" fill=\"#fff\"/>\
             <text class=\"words\" x=\"28\" y=\"18\">Start</text>"
        ));
    }

    fn note(&mut self, note: &NoteFace, rect: Rect) {
        let Rect { width, height, .. } = rect;
        self.line(format_args!(
            "<title>{}</title><path class=\"sheet\" d=\"M0 0H{}l12 12V{height}H0z\"/>",
            xml(&note.full),
            width - 12
        ));
        for (at, line) in note.lines.iter().enumerate() {
            let y = PAD + 11 + count(at) * LINE;
            self.line(format_args!(
                "<text class=\"note\" x=\"{PAD}\" y=\"{y}\">{}</text>",
                xml(line)
            ));
        }
    }

    fn action(&mut self, face: &ActionFace, rect: Rect) {
        let Rect { width, height, .. } = rect;
        let colour = sign::colour(face.family);
        self.line(format_args!("<title>{}</title>", xml(&face.full)));
        self.line(format_args!(
            "<rect class=\"box\" width=\"{width}\" height=\"{height}\" rx=\"6\"/>\
             <path d=\"M0 {HEAD}V6q0-6 6-6h{}q6 0 6 6v{}z\" fill=\"{colour}\"/>",
            width - 12,
            HEAD - 6
        ));
        let words = text::fit(&face.words, FONT + 1, width - 44);
        self.line(format_args!(
            "<g transform=\"translate(9 6)\">{}</g>\
             <text class=\"words\" x=\"32\" y=\"18\">{}</text>",
            sign::shape(face.family),
            xml(&words)
        ));
        let mut y = HEAD + LINE + 1;
        let name = face.name.iter().map(|it| ("name", text::fit(it, SMALL, width - 2 * PAD)));
        let lines = face.lines.iter().map(|it| ("", it.clone()));
        let notes = face.notes.iter().map(|it| ("note", it.clone()));
        for (class, line) in name.chain(lines).chain(notes) {
            let class =
                if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
            self.line(format_args!("<text{class} x=\"{PAD}\" y=\"{y}\">{}</text>", xml(&line)));
            y += LINE;
        }
    }

    fn port(&mut self, port: &Port, rect: Rect) {
        let (width, y) = (rect.width, port.y);
        let style =
            if port.taken { "taken-row".to_owned() } else { format!("row-{}", class(port.way)) };
        let top = y - 10;
        self.line(format_args!(
            "<path class=\"rule\" d=\"M1 {top}H{}\"/><text class=\"row {style}\" x=\"{}\" \
             y=\"{}\"><title>{}</title>{}</text>",
            width - 1,
            width - PAD - 8,
            y + 4,
            xml(&port.full),
            xml(&port.label)
        ));
        let colour = if port.taken { "#0b3fae" } else { stroke(port.way) };
        match port.end {
            PortEnd::Connected => self.line(format_args!(
                "<circle cx=\"{width}\" cy=\"{y}\" r=\"4\" fill=\"#fff\" stroke=\"{colour}\" \
                 stroke-width=\"1.5\"/>"
            )),
            PortEnd::Leaves => self.line(format_args!(
                "<g><title>Leaves the flow</title><circle cx=\"{width}\" cy=\"{y}\" r=\"7\" \
                 fill=\"#fff\" stroke=\"{colour}\" stroke-width=\"1.5\"/>\
                 <circle cx=\"{width}\" cy=\"{y}\" r=\"4\" fill=\"{colour}\"/></g>"
            )),
            PortEnd::Nowhere => self.line(format_args!(
                "<g><title>{}</title><circle cx=\"{width}\" cy=\"{y}\" r=\"7\" \
                 fill=\"#fff\" stroke=\"#a8252f\"/><path d=\"M{} {}l6 6m0-6-6 6\" \
                 stroke=\"#a8252f\" stroke-width=\"1.5\"/></g>",
                xml(&port.nowhere()),
                width - 3,
                y - 3
            )),
        }
    }

    /// What signs and lines mean.
    fn legend(&mut self, scene: &Scene, height: i32) {
        let (mut x, y) = (MARGIN, height - LEGEND + 8);
        self.line(format_args!("<g aria-hidden=\"true\">"));
        for family in Family::ALL {
            let word = family.name();
            self.line(format_args!(
                "<g transform=\"translate({x} {})\"><rect width=\"16\" height=\"16\" rx=\"3\" \
                 fill=\"{}\"/>{}</g><text class=\"small\" x=\"{}\" y=\"{y}\">{word}</text>",
                y - 12,
                sign::colour(family),
                sign::shape(family),
                x + 22
            ));
            x += 40 + text::width(word, SMALL);
        }
        (x, _) = (MARGIN, y);
        let y = y + 26;
        let mut kinds =
            vec![("main", "main way"), ("fallback", "no answer, no match"), ("error", "error")];
        if scene.followed {
            kinds.push(("edge taken", "way taken, numbered"));
        }
        for (class, words) in kinds {
            self.line(format_args!(
                "<path class=\"edge {class}\" d=\"M{x} {0}h30\"/>\
                 <text class=\"small\" x=\"{1}\" y=\"{y}\">{words}</text>",
                y - 4,
                x + 37
            ));
            x += 56 + text::width(words, SMALL);
        }
        for (shape, words) in [
            (
                "<circle r=\"7\" fill=\"#fff\" stroke=\"#3c4a5e\" stroke-width=\"1.5\"/><circle r=\"4\" fill=\"#3c4a5e\"/>",
                "leaves the flow",
            ),
            (
                "<circle r=\"7\" fill=\"#fff\" stroke=\"#a8252f\"/><path d=\"M-3-3l6 6m0-6-6 6\" stroke=\"#a8252f\" stroke-width=\"1.5\"/>",
                "not connected",
            ),
        ] {
            self.line(format_args!(
                "<g transform=\"translate({} {})\">{shape}</g>\
                 <text class=\"small\" x=\"{}\" y=\"{y}\">{words}</text>",
                x + 7,
                y - 4,
                x + 20
            ));
            x += 40 + text::width(words, SMALL);
        }
        self.text.push_str("</g>\n");
    }
}

/// How many actions there are, and how many were visited.
fn summary(scene: &Scene) -> String {
    let n_actions = scene.n_actions();
    let plural = if n_actions == 1 { "" } else { "s" };
    if !scene.followed {
        return format!("{n_actions} action{plural}");
    }
    let n_visited = scene.blocks.iter().filter(|it| it.visit.is_some_and(|it| it > 0)).count();
    format!("{n_visited} of {n_actions} action{plural} visited")
}

/// An edge in words.
fn edge_title(scene: &Scene, edge: &Edge) -> String {
    let block = |at: usize| scene.blocks.get(at);
    let name = |at: usize| block(at).map_or("", |it| it.identifier.as_str());
    let label = block(edge.from).and_then(|it| it.ports.get(edge.port)).map_or("", |it| &it.full);
    match name(edge.from) {
        "" => format!("{label} → {}", name(edge.to)),
        from => format!("{from}: {label} → {}", name(edge.to)),
    }
}

/// The style of a way.
fn class(way: Way) -> &'static str {
    match way {
        Way::Main => "main",
        Way::Fallback => "fallback",
        Way::Error => "error",
    }
}

/// The colour of a way.
fn stroke(way: Way) -> &'static str {
    match way {
        Way::Main => "#3c4a5e",
        Way::Fallback => "#8491a3",
        Way::Error => "#c0999c",
    }
}

fn distance(one: Point, other: Point) -> i32 {
    (one.x - other.x).abs() + (one.y - other.y).abs()
}

/// So many pixels from a corner towards another point on a level or upright line.
fn towards(corner: Point, other: Point, distance: i32) -> Point {
    Point {
        x: corner.x + (other.x - corner.x).signum() * distance,
        y: corner.y + (other.y - corner.y).signum() * distance,
    }
}
