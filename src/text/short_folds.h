// text/short_folds.h
//
// Folds of single characters, looked up: what most texts of Europe consist of needs no normaliser.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tributary::text {

/// The fold of each character below U+0530 (Latin, Greek, Cyrillic) and of the quotation marks,
/// dashes and dots of U+2010 to U+203F, asked once of a function that folds any text. Immutable;
/// safe from any thread.
class ShortFolds {
 public:
  using Fold = std::string (*)(std::string_view);

  /// `fold` must treat a text without combining marks character by character, as all that Unicode
  /// defines by normalisation does.
  explicit ShortFolds(Fold fold);

  /// Appends the fold of `text`; false, with a part appended, where it holds a combining mark, a
  /// character of another block or a byte that is not UTF-8.
  bool append(std::string_view text, std::string& to) const;

 private:
  static constexpr char32_t kFirstEnd = 0x530, kSecondBegin = 0x2010, kSecondEnd = 0x2040;
  static constexpr std::size_t kPlaces = kFirstEnd + (kSecondEnd - kSecondBegin);
  static constexpr std::uint8_t kNone = 0xFF;

  struct Entry {
    std::uint8_t length = kNone;
    std::array<char, 7> bytes{};
  };

  static std::size_t place_of(char32_t code_point);

  std::array<Entry, kPlaces> entries_{};
};

}  // namespace tributary::text
