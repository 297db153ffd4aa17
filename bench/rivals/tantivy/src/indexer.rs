//! Builds one merged segment, its labels as fast fields.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{bail, Result};
use tantivy::indexer::NoMergePolicy;
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions, STRING,
};
use tantivy::{Index, IndexWriter, TantivyDocument};

const MEMORY_BUDGET_BYTES: usize = 1 << 30;

/// The fields by name; the same at build and search.
#[derive(Clone, Copy)]
pub struct Fields {
    pub words: Field,
    pub number: Field,
    pub country: Field,
    pub programme: Field,
    pub topic: Field,
    pub year: Field,
    pub budget: Field,
}

fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("whitespace")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions),
    );
    let label = TextOptions::default().set_fast("raw");
    let number = NumericOptions::default().set_fast();
    let fields = Fields {
        words: builder.add_text_field("words", words),
        number: builder.add_u64_field("number", number.clone()),
        country: builder.add_text_field("country", STRING.set_fast("raw")),
        programme: builder.add_text_field("programme", label.clone()),
        topic: builder.add_text_field("topic", label),
        year: builder.add_u64_field("year", number.clone()),
        budget: builder.add_u64_field("budget", number),
    };
    (builder.build(), fields)
}

pub fn fields() -> Fields {
    schema().1
}

pub fn build(corpus: &Path, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let (schema, fields) = schema();
    let index = Index::create_in_dir(folder, schema)?;
    let mut writer: IndexWriter = index.writer_with_num_threads(1, MEMORY_BUDGET_BYTES)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    for line in BufReader::new(File::open(corpus)?).lines() {
        writer.add_document(document(fields, &line?)?)?;
    }
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    writer.garbage_collect_files().wait()?;
    writer.wait_merging_threads()?;
    Ok(())
}

fn document(fields: Fields, line: &str) -> Result<TantivyDocument> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [id, title, text, countries, programme, topics, year, budget] = cells[..] else {
        bail!("no line of a corpus: {line}");
    };
    let mut document = TantivyDocument::new();
    document.add_u64(fields.number, id.parse()?);
    // Two values: Tantivy leaves a gap of one position between them, so that no phrase crosses it.
    document.add_text(fields.words, title);
    document.add_text(fields.words, text);
    for country in countries.split(' ') {
        document.add_text(fields.country, country);
    }
    if !programme.is_empty() {
        document.add_text(fields.programme, programme);
    }
    for topic in topics.split(' ').filter(|topic| !topic.is_empty()) {
        document.add_text(fields.topic, topic);
    }
    document.add_u64(fields.year, year.parse()?);
    document.add_u64(fields.budget, budget.parse()?);
    Ok(document)
}
