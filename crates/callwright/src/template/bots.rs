//! The bots of a template, and the aliases that flows name.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use aws_events::lex::BotIdentity;
use serde_json::Value;

use super::document::Document;
use super::error::TemplateError;
use super::fields::Fields;
use super::identity::{self, ACCOUNT, REGION};
use super::parameters::Giver;
use super::project::{AliasLocale, Bot, Definition, Project};
use super::stack::{Resource, Stack};
use super::stand_in::StandIn;
use crate::check::Text;

/// Type of the resource.
const BOT: &str = "AWS::Lex::Bot";

/// Id and name of the alias that every bot has for trying its draft out.
///
/// Source: Amazon Lex V2 Developer Guide, "Versioning and aliases"; API Reference, `DescribeBotAlias`.
const TEST_ALIAS: (&str, &str) = ("TSTALIASID", "TestBotAlias");

/// The version that has no number.
const DRAFT: &str = "DRAFT";

/// Properties of a bot that are heard in a conversation; of the rest, a value that a laptop does not
/// know is nothing to be told.
const HEARD: [&str; 2] = ["BotLocales", "Name"];

/// A part of them that is not: a laptop has no voices.
const NOT_HEARD: &str = ".VoiceSettings.";

/// A bot of a template.
#[derive(Debug, Clone)]
pub(crate) struct TemplateBot {
    /// Logical id.
    pub(crate) id: String,
    /// What `Ref` gives for it.
    reference: String,
    /// What says what it understands.
    pub(crate) definition: Definition,
    /// Values that a laptop does not know, where they matter.
    pub(crate) stand_ins: Vec<StandIn>,
    /// Where it is written.
    pub(crate) origin: Origin,
}

/// Where a bot is written.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    document: Arc<Document>,
    /// Path of its properties.
    path: String,
}

impl Origin {
    /// The template.
    pub(crate) fn file(&self) -> &Path {
        &self.document.file
    }

    /// The text of the template.
    pub(crate) fn text(&self) -> &Text {
        self.document.text()
    }

    /// The path in the template of a path in the properties, which may be empty.
    pub(crate) fn path(&self, path: &str) -> String {
        match path {
            "" => self.path.clone(),
            path => format!("{}.{path}", self.path),
        }
    }

    /// Where to point for a path in the template, in bytes of its text.
    pub(crate) fn mark(&self, path: &str) -> Option<Range<usize>> {
        self.document.mark(path)
    }
}

/// The bots of a template and of those that it nests.
#[derive(Debug, Clone, Default)]
pub(crate) struct TemplateBots {
    /// In the order of the templates.
    pub(crate) bots: Vec<TemplateBot>,
    /// Nested templates that are not here, such as those that lie in a bucket.
    pub(crate) missing: Vec<String>,
}

/// Reads the bots of a template that belongs to no project.
///
/// Parameters without a value and values that only an account knows are stood in for.
///
/// # Errors
///
/// [`TemplateError`] when the template, or one that it nests, is wrong.
pub(crate) fn bots(file: &Path) -> Result<TemplateBots, TemplateError> {
    let none = BTreeMap::new();
    let stack = Stack::read(super::read::STACK, file, &none, &Giver::Nobody, 0)?;
    let mut bots = TemplateBots::default();
    bots.collect(&stack, Missing::IsTold)?;
    Ok(bots)
}

/// The same of a resource that stands by itself, without a template.
///
/// # Errors
///
/// As [`bots`].
pub(crate) fn lone_bot(file: &Path, text: &str) -> Result<TemplateBots, TemplateError> {
    let document = Document::parse(file, text)?;
    let mut bots = TemplateBots::default();
    let stack = Stack::of_one_resource(super::read::STACK, document);
    bots.collect(&stack, Missing::IsTold)?;
    Ok(bots)
}

/// The bots of a project's templates.
///
/// # Errors
///
/// As [`Project::read`].
pub(crate) fn bots_of_project(root: &Path) -> Result<TemplateBots, TemplateError> {
    let mut bots = TemplateBots::default();
    bots.collect(&super::read::stack(root)?, Missing::IsWrong)?;
    Ok(bots)
}

/// What becomes of a nested template that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missing {
    IsTold,
    IsWrong,
}

impl TemplateBots {
    /// Adds the bots of a stack and of those that it nests.
    fn collect(&mut self, stack: &Stack, missing: Missing) -> Result<(), TemplateError> {
        for it in stack.resources()?.iter().filter(|it| it.kind == BOT) {
            self.bots.push(bot(stack, it)?);
        }
        for resource in stack.nesting_resources()? {
            match stack.nested_stack(&resource) {
                Ok(nested) => self.collect(nested, missing)?,
                Err(TemplateError::Nested { place, .. } | TemplateError::Shape { place, .. })
                    if missing == Missing::IsTold =>
                {
                    self.missing.push(format!("{place}: the nested template is not here"));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

fn bot(stack: &Stack, it: &Resource<'_>) -> Result<TemplateBot, TemplateError> {
    let (properties, mut stand_ins) = stack.resolve_as_far_as_possible(it.properties, &it.path)?;
    stand_ins.retain(|stand_in| {
        let inner = stand_in.place.path.strip_prefix(&it.path).unwrap_or_default();
        let is_heard = |name: &&str| inner.trim_start_matches('.').starts_with(*name);
        HEARD.iter().any(is_heard) && !inner.contains(NOT_HEARD)
    });
    let definition = match bot_file(stack, it)? {
        Some(path) => Definition::Export { path, properties },
        None => Definition::Template(properties),
    };
    Ok(TemplateBot {
        id: it.id.to_owned(),
        reference: identity::reference(stack, it)?,
        definition,
        stand_ins,
        origin: Origin { document: stack.document_shared(), path: it.path.clone() },
    })
}

/// The file that stands for what `BotFileS3Location` names: `Metadata.Callwright.BotFile` of the
/// resource, a path from the folder of the template.
fn bot_file(stack: &Stack, it: &Resource<'_>) -> Result<Option<PathBuf>, TemplateError> {
    let metadata = it.whole.get("Metadata").and_then(|it| it.get("Callwright"));
    let path = format!("Resources.{}.Metadata.Callwright", it.id);
    let file = Fields::of(stack, metadata.unwrap_or(&Value::Null), path)?.get("BotFile");
    let Some(relative) = file.optional_text()? else { return Ok(None) };
    let path = stack.document().file.with_file_name("").join(relative);
    if path.exists() { Ok(Some(path)) } else { Err(file.expected("the path of a Lex export")) }
}

impl Project {
    /// Adds the bots of all stacks by their aliases.
    pub(super) fn add_bots(&mut self, stack: &Stack) -> Result<(), TemplateError> {
        let mut bots = TemplateBots::default();
        bots.collect(stack, Missing::IsWrong)?;
        self.add_test_aliases(stack)?;
        self.add_aliases(stack, &bots.bots)
    }

    fn add_aliases(&mut self, stack: &Stack, bots: &[TemplateBot]) -> Result<(), TemplateError> {
        for it in stack.resources()?.iter().filter(|it| it.kind == "AWS::Lex::BotAlias") {
            self.add_alias(stack, it, bots)?;
        }
        stack.nested_stacks()?.into_iter().try_for_each(|it| self.add_aliases(it, bots))
    }

    fn add_alias(
        &mut self,
        stack: &Stack,
        alias: &Resource<'_>,
        bots: &[TemplateBot],
    ) -> Result<(), TemplateError> {
        let field = |name| Fields::property(stack, alias, name);
        let id = field("BotId")?;
        let reference = id.text()?;
        let Some(bot) = bots.iter().find(|it| it.reference == reference) else {
            return Err(id.expected("the id of a bot of these templates"));
        };
        let version = field("BotVersion")?.optional_text()?;
        let sentiment = field("SentimentAnalysisSettings")?.get("DetectSentiment").is_true();
        let identity = BotIdentity {
            alias_id: identity::attribute(stack, alias, "BotAliasId")?.unwrap_or_default(),
            alias_name: field("BotAliasName")?.text()?,
            version: version.unwrap_or_else(|| DRAFT.to_owned()),
            ..bot.identity()
        };
        let arn = identity::attribute(stack, alias, "Arn")?.unwrap_or_default();
        let locales = locales(&field("BotAliasLocaleSettings")?)?;
        self.bots.insert(arn, bot.behind(identity, locales, sentiment));
        Ok(())
    }

    /// Every bot can be talked to by its test alias, whether its settings are written or not.
    fn add_test_aliases(&mut self, stack: &Stack) -> Result<(), TemplateError> {
        for it in stack.resources()?.iter().filter(|it| it.kind == BOT) {
            let bot = bot(stack, it)?;
            let settings = it.properties.get("TestBotAliasSettings").unwrap_or(&Value::Null);
            let path = format!("{}.TestBotAliasSettings", it.path);
            // An account's own values are not needed to talk to a bot.
            let (settings, _) = stack.resolve_as_far_as_possible(settings, &path)?;
            let settings = Fields::of(stack, &settings, path)?;
            let sentiment = settings.get("SentimentAnalysisSettings").get("DetectSentiment");
            let (alias_id, alias_name) = TEST_ALIAS;
            let arn =
                format!("arn:aws:lex:{REGION}:{ACCOUNT}:bot-alias/{}/{alias_id}", bot.reference);
            let identity = BotIdentity {
                alias_id: alias_id.to_owned(),
                alias_name: alias_name.to_owned(),
                version: DRAFT.to_owned(),
                ..bot.identity()
            };
            let locales = locales(&settings.get("BotAliasLocaleSettings"))?;
            self.bots.insert(arn, bot.behind(identity, locales, sentiment.is_true()));
        }
        stack.nested_stacks()?.into_iter().try_for_each(|it| self.add_test_aliases(it))
    }
}

impl TemplateBot {
    /// Name of the bot; empty when it has none.
    pub(crate) fn name(&self) -> &str {
        self.definition.properties().get("Name").and_then(Value::as_str).unwrap_or_default()
    }

    fn identity(&self) -> BotIdentity {
        BotIdentity {
            id: self.reference.clone(),
            name: self.name().to_owned(),
            ..BotIdentity::default()
        }
    }

    fn behind(
        &self,
        identity: BotIdentity,
        locales: BTreeMap<String, AliasLocale>,
        detects_sentiment: bool,
    ) -> Bot {
        let warnings = self.stand_ins.iter().map(ToString::to_string).collect();
        let definition = self.definition.clone();
        Bot { identity, definition, locales, detects_sentiment, warnings }
    }
}

/// The locales that an alias has settings for.
fn locales(settings: &Fields<'_>) -> Result<BTreeMap<String, AliasLocale>, TemplateError> {
    let mut locales = BTreeMap::new();
    for entry in settings.items()? {
        let setting = entry.get("BotAliasLocaleSetting");
        let hook = setting.get("CodeHookSpecification").get("LambdaCodeHook").get("LambdaArn");
        let is_off = setting.get("Enabled").optional_text()?.is_some_and(|it| it == "false");
        let locale = AliasLocale { enabled: !is_off, code_hook: hook.optional_text()? };
        locales.insert(entry.get("LocaleId").text()?, locale);
    }
    Ok(locales)
}
