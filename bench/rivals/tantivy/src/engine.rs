//! An index opened, and the queries of the benchmark as Tantivy's.

use std::ops::Bound;
use std::path::Path;

use anyhow::{bail, Result};
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::agg_result::{AggregationResult, AggregationResults, BucketResult};
use tantivy::aggregation::AggregationCollector;
use tantivy::collector::{Count, TopDocs};
use tantivy::columnar::Column;
use tantivy::query::{
    BooleanQuery, ConstScoreQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, RangeQuery, TermQuery,
};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Index, ReloadPolicy, Score, Searcher, Term};

use crate::indexer::{fields, Fields};
use crate::query::{Operator, RivalQuery, Task};

const TOP: usize = 10;
/// The shortest prefix that is read with an edit.
const FEWEST_LETTERS_FOR_TYPO: usize = 4;
const FACETS: [&str; 4] = ["country", "programme", "topic", "year"];
const FACET_REQUEST: &str = r#"{
    "country": {"terms": {"field": "country", "size": 10}},
    "programme": {"terms": {"field": "programme", "size": 10}},
    "topic": {"terms": {"field": "topic", "size": 10}},
    "year": {"terms": {"field": "year", "size": 10}}
}"#;

pub struct Facet {
    pub name: &'static str,
    pub values: Vec<(String, u64)>,
}

#[derive(Default)]
pub struct Answer {
    pub total: Option<u64>,
    pub top: Vec<u64>,
    pub facets: Vec<Facet>,
}

pub struct Engine {
    fields: Fields,
    searcher: Searcher,
    numbers: Vec<Column<u64>>,
    facet_request: Aggregations,
}

impl Engine {
    pub fn open(folder: &Path) -> Result<Engine> {
        let index = Index::open_in_dir(folder)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let searcher = reader.searcher();
        let numbers = searcher
            .segment_readers()
            .iter()
            .map(|segment| segment.fast_fields().u64("number"))
            .collect::<tantivy::Result<_>>()?;
        let facet_request = serde_json::from_str(FACET_REQUEST)?;
        Ok(Engine { fields: fields(), searcher, numbers, facet_request })
    }

    /// The task of `query`: what is timed.
    pub fn answer(&self, query: &RivalQuery) -> Result<Answer> {
        let top = TopDocs::with_limit(TOP).order_by_score();
        match query.task {
            Task::Count => Ok(Answer { total: Some(self.count(query)?), ..Answer::default() }),
            Task::Top => {
                let found = self.searcher.search(&*self.tree(query)?, &top)?;
                Ok(Answer { top: self.ids(found), ..Answer::default() })
            }
            Task::Facets => {
                let facets =
                    AggregationCollector::from_aggs(self.facet_request.clone(), Default::default());
                let (found, total, counts) =
                    self.searcher.search(&*self.tree(query)?, &(top, Count, facets))?;
                Ok(Answer {
                    total: Some(total as u64),
                    top: self.ids(found),
                    facets: facets_of(counts)?,
                })
            }
        }
    }

    pub fn count(&self, query: &RivalQuery) -> Result<u64> {
        Ok(self.tree(query)?.count(&self.searcher)? as u64)
    }

    fn ids(&self, found: Vec<(Score, DocAddress)>) -> Vec<u64> {
        let number = |at: DocAddress| self.numbers[at.segment_ord as usize].first(at.doc_id);
        found.into_iter().map(|(_, at)| number(at).unwrap_or_default()).collect()
    }

    fn tree(&self, query: &RivalQuery) -> Result<Box<dyn Query>> {
        let words = self.words(query)?;
        let mut filters: Vec<Box<dyn Query>> = Vec::new();
        if let Some(country) = &query.country {
            let term = Term::from_field_text(self.fields.country, country);
            filters.push(Box::new(TermQuery::new(term, IndexRecordOption::Basic)));
        }
        if let Some((first, last)) = query.years {
            filters.push(Box::new(RangeQuery::new(
                Bound::Included(Term::from_field_u64(self.fields.year, first)),
                Bound::Included(Term::from_field_u64(self.fields.year, last)),
            )));
        }
        if filters.is_empty() {
            return Ok(words);
        }
        let mut clauses = vec![(Occur::Must, words)];
        for filter in filters {
            clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(filter, 0.0))));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    fn words(&self, query: &RivalQuery) -> Result<Box<dyn Query>> {
        let words = &query.words;
        let last = self.term(&words[words.len() - 1]);
        let edits = u8::from(words[words.len() - 1].len() >= FEWEST_LETTERS_FOR_TYPO);
        Ok(match query.operator {
            Operator::Or => self.combined(words, Occur::Should, None),
            Operator::And => self.combined(words, Occur::Must, None),
            Operator::Phrase => {
                Box::new(PhraseQuery::new(words.iter().map(|word| self.term(word)).collect()))
            }
            // Scored, as in the other engines; Tantivy's own gives every hit the same score.
            Operator::Prefix => {
                Box::new(BooleanQuery::new_multiterms_query(self.completions(&words[0])?))
            }
            Operator::Typo => Box::new(FuzzyTermQuery::new(last, 1, true)),
            Operator::Typing => self.typed(words, FuzzyTermQuery::new_prefix(last, 0, true)),
            Operator::TypingTypo => {
                self.typed(words, FuzzyTermQuery::new_prefix(last, edits, true))
            }
        })
    }

    fn term(&self, word: &str) -> Term {
        Term::from_field_text(self.fields.words, word)
    }

    fn typed(&self, words: &[String], last: FuzzyTermQuery) -> Box<dyn Query> {
        match words {
            [_] => Box::new(last),
            _ => self.combined(&words[..words.len() - 1], Occur::Must, Some(Box::new(last))),
        }
    }

    fn combined(
        &self,
        words: &[String],
        occur: Occur,
        more: Option<Box<dyn Query>>,
    ) -> Box<dyn Query> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for word in words {
            let term = TermQuery::new(self.term(word), IndexRecordOption::WithFreqs);
            clauses.push((occur, Box::new(term)));
        }
        clauses.extend(more.map(|query| (occur, query)));
        Box::new(BooleanQuery::new(clauses))
    }

    fn completions(&self, prefix: &str) -> Result<Vec<Term>> {
        let mut terms = Vec::new();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.words)?;
            let mut stream = index.terms().range().ge(prefix).into_stream()?;
            while stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
                terms.push(self.term(std::str::from_utf8(stream.key())?));
            }
        }
        Ok(terms)
    }
}

fn facets_of(mut counts: AggregationResults) -> Result<Vec<Facet>> {
    let mut facets = Vec::new();
    for name in FACETS {
        let Some(AggregationResult::BucketResult(BucketResult::Terms { buckets, .. })) =
            counts.0.remove(name)
        else {
            bail!("the facet {name} was not counted");
        };
        let mut values: Vec<_> =
            buckets.into_iter().map(|bucket| (bucket.key.to_string(), bucket.doc_count)).collect();
        values.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
        facets.push(Facet { name, values });
    }
    Ok(facets)
}
