// Writes a corpus of any size for the engines under bench/rivals/, the same for the same seed.
//
//   generate_corpus --data ../shared/data --documents 1000000 [--seed 1] > corpus.tsv
//
// A line is a document; its fields are separated by tabs, the words of a field by one blank:
//
//   id         eight digits, in order of the lines
//   title      6–18 words
//   text       150–200 words
//   countries  labels
//   programme  a label, or nothing
//   topics     labels, or nothing
//   year       1990–2027, later years more often
//   budget     in euro, log-normal around 300,000
//
// Words consist of a–z and 0–9, so that cutting at blanks gives every engine the same tokens; seven
// in 1,000 are rare generated ones. Words and labels come from real projects. A document depends
// on the seed and its number only: a smaller corpus is the beginning of a larger one. Memory is
// bounded by the real data, whatever the number of documents.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <span>
#include <string>
#include <vector>

#include "corpus/arguments.h"
#include "corpus/rare_words.h"
#include "corpus/real_projects.h"
#include "corpus/real_words.h"
#include "corpus/word_walk.h"

namespace {

using namespace tributary;
using namespace tributary::bench;

constexpr double kRareWord = 0.007;
constexpr std::uint32_t kFirstYear = 1990, kYears = 38;
constexpr double kMedianBudget = 300'000, kBudgetDeviation = 1.2;

class CorpusWriter {
 public:
  CorpusWriter(const RealWords& words, const std::vector<RealProject>& projects)
      : words_(words),
        projects_(projects),
        titles_(words.titles, words.spellings.size()),
        texts_(words.texts, words.spellings.size()),
        rare_words_(words.spellings) {}

  /// The lines of documents [first, first + count), count at most kTogether; valid until the next
  /// call.
  std::span<const std::string> lines(std::uint64_t seed, std::uint64_t first, std::size_t count) {
    const auto drafts = std::span(drafts_).first(count);
    for (std::size_t i = 0; i < count; ++i) {
      drafts[i].random = Random(mixed(mixed(seed) + first + i));
      lines_[i].clear();
      fmt::format_to(std::back_inserter(lines_[i]), "{:08}\t", first + i);
    }
    write_words(drafts, titles_, {.least = 6, .choices = 13});
    for (auto& line : std::span(lines_).first(count)) line += '\t';
    write_words(drafts, texts_, {.least = 150, .choices = 51});
    for (std::size_t i = 0; i < count; ++i) {
      auto& random = drafts[i].random;
      const auto& project = random.one_of(projects_);
      fmt::format_to(std::back_inserter(lines_[i]), "\t{}\t{}\t{}\t{}\t{}\n",
                     fmt::join(project.countries, " "), project.programme,
                     fmt::join(project.topics, " "), year(random), budget(random));
    }
    return std::span(lines_).first(count);
  }

  static constexpr std::size_t kTogether = 32;

 private:
  /// What a line is written from.
  struct Draft {
    Random random{0};
    std::vector<std::uint32_t> numbers;
  };
  struct Length {
    std::uint32_t least, choices;
  };

  /// To the line of each draft.
  void write_words(std::span<Draft> drafts, const WordWalk& walk, Length length) {
    std::vector<WordWalk::Text> texts;
    for (auto& [random, numbers] : drafts) {
      numbers.clear();
      texts.push_back({random, length.least + random.below(length.choices), numbers});
    }
    walk.write(texts);
    for (std::size_t i = 0; i < drafts.size(); ++i) spell(drafts[i], lines_[i]);
  }

  void spell(Draft& draft, std::string& line) {
    for (std::size_t i = 0; i < draft.numbers.size(); ++i) {
      if (i > 0) line += ' ';
      if (draft.random.happens(kRareWord)) {
        rare_words_.write(draft.random, line);
      } else {
        line += words_.spellings[draft.numbers[i]];
      }
    }
  }

  /// The chance of a year grows from the first to the last in a straight line.
  static std::uint32_t year(Random& random) {
    return kFirstYear + static_cast<std::uint32_t>(kYears * std::sqrt(random.uniform()));
  }

  static std::uint64_t budget(Random& random) {
    const double radius = std::sqrt(-2 * std::log(random.uniform()));  // Box and Muller
    const double normal = radius * std::cos(2 * std::numbers::pi * random.uniform());
    return static_cast<std::uint64_t>(kMedianBudget * std::exp(kBudgetDeviation * normal));
  }

  const RealWords& words_;
  const std::vector<RealProject>& projects_;
  WordWalk titles_;
  WordWalk texts_;
  RareWords rare_words_;
  std::array<Draft, kTogether> drafts_;
  std::array<std::string, kTogether> lines_;
};

Result<> generate(const Arguments& arguments) {
  const Path data = TRY(arguments.text("--data"));
  const auto documents = TRY(arguments.number("--documents"));
  const auto seed = TRY(arguments.number("--seed", 1));
  const auto words = TRY(read_real_words(data));
  const auto projects = TRY(read_real_projects(data));
  fmt::print(stderr, "real data: {} words in {} texts and {} titles, {} different; {} projects\n",
             words.texts.tokens.size() + words.titles.tokens.size(), words.texts.starts.size(),
             words.titles.starts.size(), words.spellings.size() - 1, projects.size());
  CorpusWriter writer(words, projects);
  for (std::uint64_t first = 0; first < documents; first += CorpusWriter::kTogether) {
    const auto count = std::min<std::uint64_t>(CorpusWriter::kTogether, documents - first);
    for (const auto& line : writer.lines(seed, first, count)) {
      if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) {
        return fail(ErrorCode::io, "the corpus could not be written");
      }
    }
  }
  if (std::fflush(stdout) != 0) return fail(ErrorCode::io, "the corpus could not be written");
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  const auto done = generate(Arguments(argc, argv));
  if (done) return 0;
  fmt::print(stderr,
             "generate_corpus: {}\n"
             "The corpus is made from real project data, which are not part of the project; "
             "--data names the folder that holds cordis/ (see bench/README.md).\n",
             done.error().text());
  return 1;
}
