//! Reads conditions.

use super::{Constant, Expression, Operand, Operator, Reference, Step};

/// Longest condition, in characters; it also bounds how deeply parentheses nest.
///
/// Source: AWS `CloudFormation` Template Reference, "`AWS::Lex::Bot` Condition".
const MAX_LENGTH: usize = 1024;

/// Why a text is no condition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{expected} at character {at}")]
pub(crate) struct ExpressionError {
    /// Number of the character, from 1.
    pub(crate) at: usize,
    /// What should stand there.
    pub(crate) expected: String,
}

const OPERATORS: &[(&str, Operator)] = &[
    // The longer ones first: `<` begins `<=`.
    ("!=", Operator::NotEqual),
    ("<=", Operator::LessOrEqual),
    (">=", Operator::GreaterOrEqual),
    ("=", Operator::Equal),
    ("<", Operator::Less),
    (">", Operator::Greater),
];

/// In capitals, as they are compared.
const FUNCTIONS: &[&str] = &["FN.COUNT", "FN.IS_SET", "FN.LENGTH"];

const REFERENCE: &str = "`{slot}`, `[attribute]`, `((request attribute))`, `$.path`";

impl Expression {
    /// Reads a condition.
    ///
    /// # Errors
    ///
    /// What was expected, and where.
    pub(crate) fn parse(text: &str) -> Result<Self, ExpressionError> {
        if text.chars().nth(MAX_LENGTH).is_some() {
            let expected = format!("an end: a condition has at most {MAX_LENGTH} characters,");
            return Err(ExpressionError { at: MAX_LENGTH.saturating_add(1), expected });
        }
        let mut parser = Parser { text, rest: text };
        let expression = parser.or()?;
        parser.skip_space();
        if parser.rest.is_empty() {
            Ok(expression)
        } else {
            Err(parser.expected("`AND`, `OR` or the end"))
        }
    }
}

impl Reference {
    /// Reads a text that is one reference and nothing else.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parser = Parser { text, rest: text.trim() };
        let reference = parser.reference().ok()??;
        parser.rest.is_empty().then_some(reference)
    }
}

struct Parser<'a> {
    text: &'a str,
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn expected(&self, expected: impl Into<String>) -> ExpressionError {
        let read = self.text.len().saturating_sub(self.rest.len());
        let before = self.text.get(..read).unwrap_or_default();
        ExpressionError { at: before.chars().count().saturating_add(1), expected: expected.into() }
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// Takes a sign if it comes next.
    fn take(&mut self, sign: &str) -> bool {
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Takes a keyword if it comes next as a word of its own.
    fn take_word(&mut self, word: &str) -> bool {
        let Some((head, tail)) = self.rest.split_at_checked(word.len()) else {
            return false;
        };
        if !head.eq_ignore_ascii_case(word) || tail.starts_with(is_word) {
            return false;
        }
        self.rest = tail;
        true
    }

    /// Takes the characters that pass; may be empty.
    fn take_while(&mut self, pass: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|it| !pass(it)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn or(&mut self) -> Result<Expression, ExpressionError> {
        let mut left = self.and()?;
        loop {
            self.skip_space();
            if !self.take("||") && !self.take_word("OR") {
                return Ok(left);
            }
            left = Expression::Or(Box::new(left), Box::new(self.and()?));
        }
    }

    fn and(&mut self) -> Result<Expression, ExpressionError> {
        let mut left = self.not()?;
        loop {
            self.skip_space();
            if !self.take("&&") && !self.take_word("AND") {
                return Ok(left);
            }
            left = Expression::And(Box::new(left), Box::new(self.not()?));
        }
    }

    fn not(&mut self) -> Result<Expression, ExpressionError> {
        self.skip_space();
        if self.take("!") || self.take_word("NOT") {
            return Ok(Expression::Not(Box::new(self.not()?)));
        }
        self.condition()
    }

    fn condition(&mut self) -> Result<Expression, ExpressionError> {
        if let Some(reference) = self.reference()? {
            return self.comparison(Operand::Value(reference));
        }
        if self.take("(") {
            let inner = self.or()?;
            self.close()?;
            return Ok(inner);
        }
        if self.rest.get(..3).is_some_and(|it| it.eq_ignore_ascii_case("fn.")) {
            return self.function();
        }
        Err(self.expected(format!("{REFERENCE}, a function or `(`")))
    }

    /// A function, which is a condition of its own or the left side of a comparison.
    fn function(&mut self) -> Result<Expression, ExpressionError> {
        let begin = self.rest;
        let name = self.take_while(|it| is_word(it) || it == '.').to_ascii_uppercase();
        if !FUNCTIONS.contains(&name.as_str()) {
            self.rest = begin;
            return Err(self.expected("`fn.COUNT`, `fn.IS_SET` or `fn.LENGTH`"));
        }
        self.skip_space();
        if !self.take("(") {
            return Err(self.expected("`(`"));
        }
        self.skip_space();
        let argument = self.reference()?.ok_or_else(|| self.expected(REFERENCE))?;
        self.close()?;
        match name.as_str() {
            "FN.COUNT" => self.comparison(Operand::Count(argument)),
            "FN.LENGTH" => self.comparison(Operand::Length(argument)),
            _ => Ok(Expression::IsSet(argument)),
        }
    }

    fn close(&mut self) -> Result<(), ExpressionError> {
        self.skip_space();
        if self.take(")") { Ok(()) } else { Err(self.expected("`)`")) }
    }

    /// What follows the left side of a comparison.
    fn comparison(&mut self, left: Operand) -> Result<Expression, ExpressionError> {
        self.skip_space();
        if let Some((sign, operator)) = OPERATORS.iter().find(|(it, _)| self.rest.starts_with(it)) {
            self.take(sign);
            return Ok(Expression::Compare { left, operator: *operator, right: self.constant()? });
        }
        match left {
            Operand::Value(reference) if self.take_word("CONTAINS") => {
                Ok(Expression::Contains { reference, value: self.constant()? })
            }
            Operand::Value(_) => {
                Err(self.expected("`=`, `!=`, `<`, `<=`, `>`, `>=` or `CONTAINS`"))
            }
            Operand::Count(_) | Operand::Length(_) => {
                Err(self.expected("`=`, `!=`, `<`, `<=`, `>` or `>=`"))
            }
        }
    }

    fn constant(&mut self) -> Result<Constant, ExpressionError> {
        self.skip_space();
        if self.rest.starts_with('"') {
            return self.quoted().map(Constant::Text);
        }
        if let Some(reference) = self.reference()? {
            return Ok(Constant::Value(reference));
        }
        let begin = self.rest;
        let negative = self.take("-");
        let word = self.take_while(|it| is_word(it) || matches!(it, '.' | ':' | '-' | '+'));
        if word.is_empty() {
            self.rest = begin;
            return Err(self.expected("a number or a text in double quotes"));
        }
        let numeric = word.starts_with(|it: char| it.is_ascii_digit())
            && word.chars().all(|it| it.is_ascii_digit() || it == '.')
            && word.parse::<f64>().is_ok();
        let sign = if negative { "-" } else { "" };
        match (numeric, negative) {
            (true, _) => Ok(Constant::Number(format!("{sign}{word}"))),
            (false, false) => Ok(Constant::Word(word.to_owned())),
            (false, true) => {
                self.rest = begin;
                Err(self.expected("a number or a text in double quotes"))
            }
        }
    }

    fn quoted(&mut self) -> Result<String, ExpressionError> {
        let begin = self.rest;
        let mut text = String::new();
        let mut chars = self.rest.chars();
        chars.next();
        while let Some(char) = chars.next() {
            match char {
                '"' => {
                    self.rest = chars.as_str();
                    return Ok(text);
                }
                '\\' if chars.as_str().starts_with(['"', '\\']) => text.extend(chars.next()),
                _ => text.push(char),
            }
        }
        self.rest = begin;
        Err(self.expected("a text that ends with a double quote"))
    }

    /// A reference if one comes next.
    fn reference(&mut self) -> Result<Option<Reference>, ExpressionError> {
        let begin = self.rest;
        let enclosed = |open: &str, close: &str| {
            let (name, rest) = begin.strip_prefix(open)?.split_once(close)?;
            let plain = !name.contains(['(', ')', '{', '}', '[', ']', '"', '$', '=', '<', '>']);
            let name = name.trim();
            (plain && !name.is_empty()).then(|| (name.to_owned(), rest))
        };
        if begin.starts_with('{') {
            let (name, rest) =
                enclosed("{", "}").ok_or_else(|| self.expected("a slot such as `{name}`"))?;
            self.rest = rest;
            return Ok(Some(Reference::Slot(name)));
        }
        if begin.starts_with('[') {
            let (name, rest) =
                enclosed("[", "]").ok_or_else(|| self.expected("an attribute such as `[name]`"))?;
            self.rest = rest;
            return Ok(Some(Reference::SessionAttribute(name)));
        }
        // Two parentheses may also just be two parentheses.
        if let Some((name, rest)) = enclosed("((", "))") {
            self.rest = rest;
            return Ok(Some(Reference::RequestAttribute(name)));
        }
        if self.take("$") { self.path().map(Some) } else { Ok(None) }
    }

    /// The steps of a path after its `$`.
    fn path(&mut self) -> Result<Reference, ExpressionError> {
        let mut steps = Vec::new();
        loop {
            let begin = self.rest;
            if self.take(".") {
                let name = self.take_while(|it| is_word(it) || it == '-');
                if name.is_empty() {
                    return Err(self.expected("the name of a field"));
                }
                steps.push(Step::Field(name.to_owned()));
            } else if !steps.is_empty() && self.take("[") {
                let index = self.take_while(|it| it.is_ascii_digit()).parse();
                match index {
                    Ok(index) if self.take("]") => steps.push(Step::Item(index)),
                    _ => {
                        self.rest = begin;
                        return Err(self.expected("an index such as `[0]`"));
                    }
                }
            } else if steps.is_empty() {
                return Err(self.expected("a path such as `$.inputMode`"));
            } else {
                return Ok(Reference::Path(steps));
            }
        }
    }
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}
