#include "app/own_words.h"

#include <algorithm>

namespace tributary::app {

text::Language language_of_words(const std::string& words, const std::string& otherwise) {
  const auto detected = text::detect_language(words);
  if (detected != text::Language::unknown) return detected;
  return text::language_from_code(otherwise).value_or(text::Language::en);
}

search::Document::Text own_words(std::string words, text::Language language,
                                 const search::Schema& schema) {
  const auto field = std::ranges::find(schema.text_fields, "text", &search::TextField::name);
  return {static_cast<std::uint16_t>(field - schema.text_fields.begin()), std::move(words),
          language};
}

}  // namespace tributary::app
