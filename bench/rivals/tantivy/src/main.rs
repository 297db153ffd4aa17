//! Tantivy in the benchmark of engines. The command line and the output are those that
//! bench/rivals/common/rival_program.h describes.

mod engine;
mod indexer;
mod query;

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use serde_json::json;

use engine::{Answer, Engine};
use query::{RivalQuery, Task};

fn milliseconds(engine: &Engine, query: &RivalQuery) -> Result<(f64, Answer)> {
    let begin = Instant::now();
    let answer = engine.answer(query)?;
    Ok((begin.elapsed().as_secs_f64() * 1e3, answer))
}

fn answer_all(engine: &Engine, queries: &[RivalQuery]) -> Result<()> {
    for (number, query) in queries.iter().enumerate() {
        let (taken_ms, answer) = milliseconds(engine, query)?;
        let total = match query.task {
            Task::Top => Some(engine.count(query)?),
            _ => answer.total,
        };
        let facets: serde_json::Map<_, _> = answer
            .facets
            .into_iter()
            .map(|facet| (facet.name.to_owned(), json!(facet.values)))
            .collect();
        let top: Vec<String> = answer.top.iter().map(|id| format!("{id:08}")).collect();
        let line = json!({
            "query": number, "class": query.class, "best_ms": taken_ms, "median_ms": taken_ms,
            "total": total, "top": top, "facets": facets
        });
        println!("{line}");
    }
    Ok(())
}

/// SplitMix64, as in bench/corpus/random.h.
fn next_random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let value = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

fn shuffle(order: &mut [usize], state: &mut u64) {
    for left in (2..=order.len()).rev() {
        order.swap(left - 1, (next_random(state) % left as u64) as usize);
    }
}

fn time_all(
    engine: &Engine,
    queries: &[RivalQuery],
    repeats: usize,
    warm_ups: usize,
) -> Result<()> {
    let mut order: Vec<usize> = (0..queries.len()).collect();
    let mut times_ms = vec![Vec::with_capacity(repeats); queries.len()];
    let mut state = 1;
    for round in 0..warm_ups + repeats {
        shuffle(&mut order, &mut state);
        for &number in &order {
            let (taken_ms, _) = milliseconds(engine, &queries[number])?;
            if round >= warm_ups {
                times_ms[number].push(taken_ms);
            }
        }
    }
    for (number, times) in times_ms.iter_mut().enumerate() {
        times.sort_by(f64::total_cmp);
        let line = json!({
            "query": number, "class": queries[number].class,
            "best_ms": times[0], "median_ms": times[repeats / 2]
        });
        println!("{line}");
    }
    Ok(())
}

fn run(words: &[String]) -> Result<bool> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["build", corpus, folder] => indexer::build(Path::new(corpus), Path::new(folder))?,
        ["answer", folder, queries] => {
            answer_all(&Engine::open(Path::new(folder))?, &query::read(Path::new(queries))?)?
        }
        ["time", folder, queries, repeats, warm_ups] => time_all(
            &Engine::open(Path::new(folder))?,
            &query::read(Path::new(queries))?,
            repeats.parse()?,
            warm_ups.parse()?,
        )?,
        _ => return Ok(false),
    }
    Ok(true)
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(true) => return ExitCode::SUCCESS,
        Ok(false) => eprintln!(
            "usage: build CORPUS INDEX_FOLDER | answer INDEX_FOLDER QUERIES | \
             time INDEX_FOLDER QUERIES REPEATS WARM_UPS"
        ),
        Err(error) => eprintln!("{error:#}"),
    }
    ExitCode::FAILURE
}
