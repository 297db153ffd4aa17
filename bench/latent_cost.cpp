// What latent vectors and similar documents cost in an index: processor time, memory, bytes.
//
//   latent_cost 1000000                   an index of so many synthetic documents of 232 words
//   latent_cost tributary-data/index      an index that is there
//
// The synthetic documents are word numbers: half by Zipf's law from 200,000 words, half from the
// 2,000 words of one of 300 topics, the same ones every time. Similar documents are asked for with
// the distinctive words of random documents as their text.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "must.h"
#include "search/index.h"
#include "search/index/manifest.h"
#include "search/index/segment.h"
#include "search/similar/document_terms.h"
#include "search/similar/latent_file.h"

namespace {

using namespace tributary;
using namespace tributary::search;

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

/// Without latent vectors, so that the time of these is measured alone.
void write_index(const Path& folder, std::uint32_t documents) {
  constexpr double kWords = 200'000, kTopicWords = 2'000;
  constexpr std::uint32_t kTopics = 300, kLength = 232;
  Schema schema;
  schema.text_fields = {{.name = "text"}};
  schema.latent.dimensions = 0;
  std::mt19937 random(3);
  const auto skewed = [&](double count) {
    return static_cast<std::uint32_t>(
        std::pow(count, std::uniform_real_distribution<double>(0, 1)(random)) - 1);
  };
  auto writer = must(IndexWriter::create(folder, schema));
  for (std::uint32_t number = 0; number < documents; ++number) {
    Document document{.id = fmt::format("{:08}", number)};
    const auto topic = static_cast<std::uint32_t>(random()) % kTopics;
    std::string text;
    for (std::uint32_t i = 0; i < kLength; ++i) {
      const auto rank = skewed(i % 2 == 0 ? kWords : kTopicWords);
      // A topic's words are spread over the whole vocabulary by a multiplication with a prime.
      const auto word = i % 2 == 0 ? rank : (topic * 2'000 + rank) * 7'919U % 200'000U;
      text += fmt::format("w{} ", word);
    }
    document.texts.push_back({.field = 0, .text = std::move(text)});
    must(writer.add(document));
  }
  must(writer.commit());
}

void measure_writing(const Segment& generation, const Path& folder) {
  Schema schema = generation.schema();
  schema.latent = {};
  for (const bool keeps : {false, true}) {
    const auto begin = processor_seconds();
    const auto summary = must(write_latent_vectors({.dictionary = generation.dictionary(),
                                                    .schema = schema,
                                                    .documents = generation.documents(),
                                                    .before = keeps ? &generation : nullptr},
                                                   folder / "latent"));
    const bool trained = !keeps || generation.latent_vectors() == nullptr;
    fmt::print("{:<24} {:7.2f} s   {:.1f} MiB; peak of the process {} MiB\n",
               trained ? "trained and written" : "places kept and written",
               processor_seconds() - begin, static_cast<double>(summary.size_bytes) / (1U << 20U),
               peak_mebibytes());
    if (generation.latent_vectors() == nullptr) return;
  }
}

/// The distinctive words of some documents, as texts.
std::vector<SimilarQuery> queries_of(const Segment& generation, std::size_t count) {
  std::vector<SimilarQuery> queries;
  const auto step = std::max<std::size_t>(1, generation.documents() / count);
  std::uint32_t number = 0;
  DocumentTerms terms(generation.dictionary(), generation.schema(), generation.documents());
  must(terms.for_each_document([&](std::span<const TermWeight> of_document) -> Result<> {
    if (number++ % step != 0) return {};
    std::string text;
    for (const auto& term : of_document) {
      text += generation.dictionary().term(term.term) + " ";
    }
    queries.push_back({.texts = {{.field = 0, .text = std::move(text), .language = {}}},
                       .id = std::string(generation.id(number - 1))});
    return {};
  }));
  return queries;
}

void measure_asking(const Segment& generation, const Path& folder) {
  const auto index = must(Index::open(folder));
  const auto snapshot = index.snapshot();
  const auto queries = queries_of(generation, 500);
  std::vector<double> times;
  for (int round = 0; round < 3; ++round) {
    for (const auto& query : queries) {
      const auto begin = processor_seconds();
      must(snapshot->similar(query));
      times.push_back(1e6 * (processor_seconds() - begin));
    }
  }
  std::ranges::sort(times);
  fmt::print("similar documents        {:7.0f} us median, {:.0f} us p95 of {} queries\n",
             times[times.size() / 2], times[times.size() * 95 / 100], times.size());
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    fmt::print(stderr, "usage: latent_cost DOCUMENTS|INDEX_FOLDER\n");
    return 2;
  }
  const std::string what = arguments[1];
  std::uint32_t documents = 0;
  const auto [end, code] = std::from_chars(what.data(), what.data() + what.size(), documents);
  const bool synthetic = code == std::errc{} && end == what.data() + what.size();
  const auto temporary = must(TemporaryFolder::create());
  const Path folder = synthetic ? temporary.path() / "index" : Path(what);
  if (synthetic) write_index(folder, documents);
  const auto generation = must(Segment::open(folder, must(read_manifest(folder)).segments.front()));
  fmt::print("{} documents, {} terms\n", generation->documents(), generation->dictionary().size());
  measure_writing(*generation, temporary.path());
  measure_asking(*generation, folder);
}
