// bench/rivals/common/corpus_file.h
//
// The lines that generate_corpus writes (its first comment has the format), for the programs in
// C++.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tributary::bench {

/// A document; the views are valid until the next one is read.
struct CorpusDocument {
  std::string_view id;
  std::string_view title;
  std::string_view text;
  std::vector<std::string_view> countries;
  std::string_view programme;  ///< empty where unknown
  std::vector<std::string_view> topics;
  std::uint32_t year = 0;
  std::uint64_t budget = 0;
};

/// The pieces of `text` between `separator`; none of an empty text.
inline std::vector<std::string_view> pieces_of(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const auto end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return pieces;
}

/// Throws where a line has no reading: the programs of the benchmark end then.
class CorpusFile {
 public:
  explicit CorpusFile(const std::string& path) : stream_(path) {
    if (!stream_) throw std::runtime_error(path + ": cannot be opened");
  }

  bool next(CorpusDocument& document) {
    if (!std::getline(stream_, line_)) return false;
    std::array<std::string_view, 8> fields;
    std::string_view rest = line_;
    for (auto& field : fields) {
      const auto end = rest.find('\t');
      field = rest.substr(0, end);
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    document.id = fields[0];
    document.title = fields[1];
    document.text = fields[2];
    document.countries = pieces_of(fields[3], ' ');
    document.programme = fields[4];
    document.topics = pieces_of(fields[5], ' ');
    document.year = number<std::uint32_t>(fields[6]);
    document.budget = number<std::uint64_t>(fields[7]);
    return true;
  }

 private:
  template <class Integer>
  [[nodiscard]] Integer number(std::string_view digits) const {
    Integer value = 0;
    if (std::from_chars(digits.begin(), digits.end(), value).ec != std::errc()) {
      throw std::runtime_error("no line of a corpus: " + line_.substr(0, 80));
    }
    return value;
  }

  std::ifstream stream_;
  std::string line_;
};

}  // namespace tributary::bench
