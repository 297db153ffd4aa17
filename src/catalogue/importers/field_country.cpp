#include "catalogue/importers/field_country.h"

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>

#include "catalogue/importers/country_table.h"
#include "catalogue/importers/field_text.h"

namespace tributary::catalogue {
namespace {

/// Codes by their two letters, and codes by folded name.
class CountryIndex {
 public:
  CountryIndex() {
    for (const auto& [code, names] : countries()) {
      by_letters_[slot(code)] = code;
      for (auto left = names; !left.empty();) {
        const auto end = left.find(';');
        by_name_.emplace(folded_name(left.substr(0, end)), code);
        left = end == std::string_view::npos ? std::string_view{} : left.substr(end + 1);
      }
    }
    by_letters_[slot("EL")] = "GR";
    by_letters_[slot("UK")] = "GB";
  }

  [[nodiscard]] std::optional<std::string_view> find(std::string_view text) const {
    if (text.size() == 2) {
      const char first = upper(text[0]), second = upper(text[1]);
      if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') return std::nullopt;
      const char letters[] = {first, second};
      const auto code = by_letters_[slot({letters, 2})];
      return code.empty() ? std::nullopt : std::optional(code);
    }
    const auto found = by_name_.find(folded_name(text));
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  static char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
  static std::size_t slot(std::string_view letters) {
    return static_cast<std::size_t>((letters[0] - 'A') * 26 + letters[1] - 'A');
  }

  std::array<std::string_view, 26 * 26> by_letters_{};
  boost::unordered_flat_map<std::string, std::string_view> by_name_;
};

}  // namespace

std::optional<std::string_view> parse_country(std::string_view cell) {
  static const CountryIndex index;
  return index.find(trimmed(cell));
}

}  // namespace tributary::catalogue
