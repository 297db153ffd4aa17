// How well compounds are split: compound_quality GOLD LANGUAGE FILE…
//
// The lexicon is collected from the rows of the FILEs (lists of projects in that language; of each
// row the cells of 8 bytes and more), a row a document. GOLD holds a word a line, its parts divided
// by '|', a linking element with the part before it; words that are no compounds stand whole.
// Prints a row of a Markdown table, then the words that were split otherwise.
//
// Judged is each place where a word may be cut: precision is the share of cuts made that are right,
// recall the share of right cuts that were made.

#include <fmt/format.h>
#include <sys/resource.h>

#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "catalogue/formats/table_file.h"
#include "text/compounds.h"

namespace {

using namespace tributary;
using namespace tributary::text;

struct GoldWord {
  std::string word;
  std::string divided;
};

struct Cuts {
  std::size_t made = 0, right = 0, wanted = 0;
};

Result<> collect(const Path& file, CompoundLexicon& lexicon, std::size_t& rows) {
  constexpr std::size_t kTextBytes = 8;  // shorter cells hold codes, places, dates
  auto table = TRY(catalogue::open_table({.file = file}));
  catalogue::Row row;
  catalogue::DamagedRow damaged;
  for (;;) {
    const auto step = TRY(table->next(row, damaged));
    if (step == catalogue::TableReader::Step::end) return {};
    ++rows;
    if (step == catalogue::TableReader::Step::damaged) {  // its words are as good as any
      lexicon.add_document(damaged.raw);
      continue;
    }
    std::string text;
    for (const auto& cell : row.cells) {
      if (cell.size() >= kTextBytes) text.append(cell).append("\n");
    }
    lexicon.add_document(text);
  }
}

std::vector<GoldWord> read_gold(const char* file) {
  std::vector<GoldWord> gold;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    GoldWord entry{.word = {}, .divided = line};
    for (const char letter : line) {
      if (letter != '|') entry.word += letter;
    }
    gold.push_back(std::move(entry));
  }
  return gold;
}

/// The word with '|' where a part after the first begins.
std::string divided(const std::string& word, const std::vector<CompoundPart>& parts) {
  std::string result = word;
  for (std::size_t index = parts.size(); index-- > 1;) result.insert(parts[index].begin_byte, "|");
  return result;
}

std::set<std::size_t> cuts_of(const std::string& line) {
  std::set<std::size_t> cuts;
  std::size_t offset = 0;
  for (const char letter : line) {
    if (letter == '|') {
      cuts.insert(offset);
    } else {
      ++offset;
    }
  }
  return cuts;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double microseconds_a_word(CompoundSplitter& splitter, const std::vector<GoldWord>& gold) {
  constexpr int kRounds = 50;
  const double begin = processor_seconds();
  for (int round = 0; round < kRounds; ++round) {
    for (const auto& entry : gold) splitter.split(entry.word);
  }
  return (processor_seconds() - begin) * 1e6 / (kRounds * static_cast<double>(gold.size()));
}

Result<> measure(const char* gold_file, Language language, std::vector<Path> files) {
  CompoundLexicon lexicon(language);
  std::size_t rows = 0;
  for (const auto& file : files) TRY(collect(file, lexicon, rows));
  const auto gold = read_gold(gold_file);
  CompoundSplitter splitter(lexicon);
  Cuts cuts;
  std::size_t same = 0;
  std::string others;
  for (const auto& entry : gold) {
    const auto found = divided(entry.word, splitter.split(entry.word));
    const auto made = cuts_of(found);
    const auto wanted = cuts_of(entry.divided);
    cuts.made += made.size();
    cuts.wanted += wanted.size();
    for (const auto cut : made) cuts.right += wanted.count(cut);
    same += found == entry.divided ? 1U : 0U;
    if (found != entry.divided) others += fmt::format(", {} ({})", entry.divided, found);
  }
  fmt::print("| {} | {} | {} | {} | {:.3f} | {:.3f} | {:.3f} | {:.1f} |\n", code_of(language), rows,
             lexicon.size(), gold.size(), share(cuts.right, cuts.made),
             share(cuts.right, cuts.wanted), share(same, gold.size()),
             microseconds_a_word(splitter, gold));
  if (!others.empty()) fmt::print("\n{}: {}\n", code_of(language), others.substr(2));
  return {};
}

}  // namespace

int main(int count, char** arguments) {
  const auto language = count > 3 ? language_from_code(arguments[2]) : std::nullopt;
  if (!language || !splits_compounds(*language)) {
    std::fputs("usage: compound_quality GOLD de|nl|da|sv|fi FILE…\n", stderr);
    return 2;
  }
  const auto measured =
      measure(arguments[1], *language, std::vector<Path>(arguments + 3, arguments + count));
  if (measured) return 0;
  fmt::print(stderr, "{}\n", measured.error().text());
  return 1;
}
