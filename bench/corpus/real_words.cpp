#include "corpus/real_words.h"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string_view>

#include "corpus/real_table.h"
#include "text/fold.h"
#include "text/words.h"

namespace tributary::bench {
namespace {

/// A list and its columns of interest; an empty name where it has none.
struct Source {
  std::string_view file;
  std::string_view title;
  std::string_view text;
};

constexpr std::array kSources{
    Source{"cordis/horizon-europe/hopon_projects.psv.xz", "title", "objective"},
    Source{"cordis/horizon-europe/csic_projects.csv.xz", "Título", "Resumen"},
    Source{"cordis/horizon-europe/projectDeliverables.xlsx", "title", "description"},
    Source{"cordis/horizon-europe/reportSummaries.csv.xz", "title", ""},
    Source{"cordis/h2020/cleantech_joint.csv.xz", "title", "objective"},
    Source{"cordis/h2020/erc_starting.csv.xz", "project", "details_project"},
    Source{"cordis/h2020/erc_consolidator.csv.xz", "project", "details_project"},
    Source{"cordis/h2020/erc_advanced.csv.xz", "project", "details_project"},
    Source{"cordis/h2020/snsf_erc.csv.xz", "project_title", "abstract"},
    Source{"cordis/fp7/bia-warehouse_project.csv.xz", "project_name", ""},
    Source{"cordis/fp7/bia-reconciled_database_brief.csv.xz", "title", "teaser"},
};

constexpr std::size_t kLongestWordBytes = 40;
/// A shorter text tells nothing about which words stand beside each other.
constexpr std::size_t kShortestTextWords = 4;

bool is_plain(std::string_view word) {
  return word.size() <= kLongestWordBytes && std::ranges::all_of(word, [](char byte) {
           return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
         });
}

class Reader {
 public:
  Reader() { words_.spellings.emplace_back(); }

  void add(std::string_view text, WordStream& to) {
    const auto start = to.tokens.size();
    const auto folded = text::fold(text);
    for (text::WordScanner scanner(folded); scanner.next();) {
      const auto word =
          std::string_view(folded).substr(scanner.begin(), scanner.end() - scanner.begin());
      if (is_plain(word)) to.tokens.push_back(number_of(word));
    }
    if (to.tokens.size() - start < kShortestTextWords) {
      to.tokens.resize(start);
      return;
    }
    to.starts.push_back(static_cast<std::uint32_t>(start));
    to.tokens.push_back(WordStream::kTextEnd);
  }

  Result<> read(const Path& data, const Source& source) {
    return for_each_row(data / source.file, {source.title, source.text},
                        [&](const RowCells& cells) {
                          if (!source.title.empty()) add(cells[0], words_.titles);
                          if (!source.text.empty()) add(cells[1], words_.texts);
                        });
  }

  RealWords take() && { return std::move(words_); }

 private:
  std::uint32_t number_of(std::string_view word) {
    const auto [place, is_new] = numbers_.try_emplace(
        std::string(word), static_cast<std::uint32_t>(words_.spellings.size()));
    if (is_new) words_.spellings.emplace_back(word);
    return place->second;
  }

  RealWords words_;
  boost::unordered_flat_map<std::string, std::uint32_t> numbers_;
};

}  // namespace

Result<RealWords> read_real_words(const Path& data) {
  Reader reader;
  for (const auto& source : kSources) TRY(reader.read(data, source));
  return std::move(reader).take();
}

}  // namespace tributary::bench
