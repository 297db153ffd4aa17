// catalogue/formats/text_encoding.h
//
// Which encoding the text of a file is in, and its way to UTF-8.
//
// UTF-8 is expected. Older national lists come in an 8-bit Windows or ISO code page without saying
// so; that is decided once a file, from a sample. Pure functions but for the table, which is
// immutable: safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tributary::catalogue {

/// Whether `text` is UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates).
bool is_utf8(std::string_view text);

/// Offset of the first byte that does not belong to a UTF-8 sequence; nullopt for UTF-8.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// An 8-bit code page, e.g. windows-1252.
class CodePage {
 public:
  /// By ICU's name; nullopt for one that is unknown or not of single bytes.
  static std::optional<CodePage> named(const std::string& name);

  [[nodiscard]] const std::string& name() const { return name_; }

  /// Appends `text` to `to` as UTF-8. Returns the offset of the first byte that has no meaning in
  /// this code page; nothing is then appended.
  std::optional<std::size_t> decode(std::string_view text, std::string& to) const;

 private:
  std::string name_;
  std::array<std::string, 256> characters_;  ///< empty: the byte has no meaning
};

/// The code page of a file, judged by `sample`, a piece of it that is not UTF-8 throughout;
/// nullopt where it is rather UTF-8 with damage: `valid_before` multi-byte sequences of the file
/// were right before the sample, and a file is of a code page only if the bytes that are wrong as
/// UTF-8 outnumber the sequences that are right four times.
std::optional<CodePage> detect_code_page(std::string_view sample, std::size_t valid_before);

}  // namespace tributary::catalogue
