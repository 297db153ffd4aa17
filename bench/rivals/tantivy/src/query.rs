//! The lines that generate_queries writes; its first comment has the format.

use std::path::Path;

use anyhow::{bail, Context, Result};

#[derive(Clone, Copy, PartialEq)]
pub enum Task {
    Top,
    Count,
    Facets,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Operator {
    Or,
    And,
    Phrase,
    Prefix,
    Typo,
    Typing,
    TypingTypo,
}

pub struct RivalQuery {
    pub class: String,
    pub task: Task,
    pub operator: Operator,
    pub words: Vec<String>,
    pub country: Option<String>,
    pub years: Option<(u64, u64)>,
}

pub fn read(path: &Path) -> Result<Vec<RivalQuery>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    text.lines().map(parse).collect()
}

fn parse(line: &str) -> Result<RivalQuery> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [class, task, operator, words, country, years] = fields[..] else {
        bail!("no line of a query file: {line}");
    };
    Ok(RivalQuery {
        class: class.to_owned(),
        task: match task {
            "top" => Task::Top,
            "count" => Task::Count,
            "facets" => Task::Facets,
            _ => bail!("no task: {task}"),
        },
        operator: match operator {
            "or" => Operator::Or,
            "and" => Operator::And,
            "phrase" => Operator::Phrase,
            "prefix" => Operator::Prefix,
            "typo" => Operator::Typo,
            "typing" => Operator::Typing,
            "typing_typo" => Operator::TypingTypo,
            _ => bail!("no operator: {operator}"),
        },
        words: words.split(' ').map(str::to_owned).collect(),
        country: (!country.is_empty()).then(|| country.to_owned()),
        years: match years.split_once(' ') {
            Some((first, last)) => Some((first.parse()?, last.parse()?)),
            None => None,
        },
    })
}
