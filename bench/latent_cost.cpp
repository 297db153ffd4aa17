// What latent vectors cost: processor time of each step, memory, bytes, and the time to order 1,000
// candidates anew.
//
//   latent_cost 1000000          a synthetic catalogue of so many documents of 232 words
//   latent_cost projects.txt     a document a line, analysed as the product does
//
// The synthetic documents are word numbers: half by Zipf's law from 200,000 words, half from the
// 2,000 words of one of 300 topics, the same ones every time. They are made anew for each step, out
// of the time that is printed, so that the memory is that of the steps.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "must.h"
#include "search/similar/latent_mix.h"
#include "search/similar/latent_training.h"
#include "search/similar/latent_vectors.h"
#include "text/analyzer.h"

namespace {

using namespace tributary;
using namespace tributary::search;

using Terms = std::vector<TermWeight>;
using Batch = std::vector<Terms>;
constexpr std::size_t kBatchDocuments = 1'000;

/// Seconds of processor time of all threads.
double processor_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

long peak_mebibytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

Terms weighted(const std::map<std::uint32_t, int>& frequencies) {
  Terms terms;
  for (const auto& [term, frequency] : frequencies) {
    terms.push_back({term, std::log1p(static_cast<float>(frequency))});
  }
  return terms;
}

/// Hands the documents over in batches; returns the processor time that `take` needed.
using Corpus = std::function<double(const std::function<void(const Batch&)>& take)>;

double timed(const Batch& batch, const std::function<void(const Batch&)>& take) {
  const auto begin = processor_seconds();
  take(batch);
  return processor_seconds() - begin;
}

double make_documents(std::size_t documents, const std::function<void(const Batch&)>& take) {
  constexpr double kWords = 200'000, kTopicWords = 2'000;
  constexpr std::uint32_t kTopics = 300, kLength = 232;
  std::mt19937 random(3);
  const auto skewed = [&](double count) {
    return static_cast<std::uint32_t>(
        std::pow(count, std::uniform_real_distribution<double>(0, 1)(random)) - 1);
  };
  double seconds = 0;
  Batch batch;
  for (std::size_t left = documents; left > 0; --left) {
    const auto topic = static_cast<std::uint32_t>(random()) % kTopics;
    std::map<std::uint32_t, int> frequencies;
    for (std::uint32_t i = 0; i < kLength; ++i) {
      const auto rank = skewed(i % 2 == 0 ? kWords : kTopicWords);
      // A topic's words are spread over the whole vocabulary by a multiplication with a prime.
      const auto word = i % 2 == 0 ? rank : (topic * 2'000 + rank) * 7'919U % 200'000U;
      ++frequencies[word];
    }
    batch.push_back(weighted(frequencies));
    if (batch.size() == kBatchDocuments || left == 1) {
      seconds += timed(batch, take);
      batch.clear();
    }
  }
  return seconds;
}

double read_documents(const std::string& path, const std::function<void(const Batch&)>& take) {
  text::Analyzer analyzer({});
  std::vector<text::Token> tokens;
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::ifstream file(path);
  double seconds = 0;
  Batch batch;
  for (std::string line; std::getline(file, line);) {
    analyzer.analyze(line, text::Language::en, tokens);
    std::map<std::uint32_t, int> frequencies;
    for (const auto& token : tokens) {
      const auto number = static_cast<std::uint32_t>(numbers.size());
      ++frequencies[numbers.try_emplace(std::string(token.term), number).first->second];
    }
    batch.push_back(weighted(frequencies));
    if (batch.size() == kBatchDocuments) {
      seconds += timed(batch, take);
      batch.clear();
    }
  }
  return seconds + timed(batch, take);
}

/// The median processor time of ordering 1,000 random documents anew, in microseconds.
double mix_microseconds(const LatentVectors& vectors) {
  std::mt19937 random(5);
  std::vector<double> times;
  for (int round = 0; round < 301; ++round) {
    std::vector<ScoredDocument> candidates;
    for (std::size_t i = 0; i < kLatentCandidates; ++i) {
      candidates.push_back({static_cast<std::uint32_t>(random()) % vectors.documents(),
                            static_cast<float>(kLatentCandidates - i)});
    }
    const auto text = vectors.of_document(candidates[0].document);
    const auto begin = processor_seconds();
    mix_with_latent(candidates, vectors, text);
    times.push_back(1e6 * (processor_seconds() - begin));
  }
  std::ranges::nth_element(times, times.begin() + 150);
  return times[150];
}

void measure(const Corpus& corpus, unsigned threads) {
  TermDocumentMatrixBuilder builder({});
  double seconds = corpus([&](const Batch& batch) {
    for (const auto& terms : batch) builder.add(terms);
  });
  auto begin = processor_seconds();
  const auto matrix = std::move(builder).finish();
  seconds += processor_seconds() - begin;
  fmt::print("matrix    {:8.2f} s   {} rows, {} terms, {} entries; peak {} MiB\n", seconds,
             matrix.rows(), matrix.terms.size(), matrix.entries.size(), peak_mebibytes());

  begin = processor_seconds();
  const auto space = train_latent_space(matrix, {.threads = threads});
  fmt::print("training  {:8.2f} s   on {} threads; peak {} MiB\n", processor_seconds() - begin,
             threads, peak_mebibytes());

  const auto folder = must(TemporaryFolder::create());
  auto writer = must(LatentVectorsWriter::create(folder.path() / "latent", space));
  seconds = corpus([&](const Batch& batch) {
    for (const auto& terms : batch) must(writer.add(terms));
  });
  begin = processor_seconds();
  const auto summary = must(writer.finish());
  seconds += processor_seconds() - begin;
  fmt::print("folding   {:8.2f} s   one thread; peak {} MiB\n", seconds, peak_mebibytes());

  begin = processor_seconds();
  const auto file = must(SectionFile::open(folder.path(), summary, FileKind::latent_vectors));
  const auto vectors = must(LatentVectors::open(file));
  fmt::print("opening   {:8.2f} s   {} documents, {:.0f} bytes each, {:.0f} MiB in all\n",
             processor_seconds() - begin, vectors.documents(),
             static_cast<double>(summary.size_bytes) / vectors.documents(),
             static_cast<double>(summary.size_bytes) / (1U << 20U));
  fmt::print("1,000 candidates anew: {:.0f} us\n", mix_microseconds(vectors));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    fmt::print(stderr, "usage: latent_cost DOCUMENTS|FILE\n");
    return 2;
  }
  const std::string what = arguments[1];
  std::size_t documents = 0;
  const auto [end, code] = std::from_chars(what.data(), what.data() + what.size(), documents);
  const bool synthetic = code == std::errc{} && end == what.data() + what.size();
  measure(
      [&](const std::function<void(const Batch&)>& take) {
        return synthetic ? make_documents(documents, take) : read_documents(what, take);
      },
      std::max(1U, std::thread::hardware_concurrency()));
}
