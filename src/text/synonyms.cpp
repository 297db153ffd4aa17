#include "text/synonyms.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/language.h"
#include "text/synonym_tables.h"
#include "text/utf8.h"

namespace tributary::text {
namespace {

/// Whether the word has capital letters and no small ones. Digits are neither.
bool is_in_capitals(std::string_view word) {
  bool has_capital = false;
  for (std::size_t offset = 0; offset < word.size();) {
    const auto character = character_at(word, offset);
    const auto code_point = static_cast<UChar32>(character.code_point);
    if (u_islower(code_point)) return false;
    has_capital = has_capital || u_isupper(code_point);
    offset += character.length_bytes;
  }
  return has_capital;
}

bool is_word_in_capitals(const QueryWord& word) { return is_in_capitals(word.typed); }

Phrase phrase_of(std::string_view name) {
  Phrase phrase;
  for (auto& word : query_words_of(name)) phrase.push_back(std::move(word.folded));
  return phrase;
}

std::string joined(std::span<const std::string> words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

/// What stands before `separator`, which is taken from `text` with it.
std::string_view next_piece(std::string_view& text, char separator) {
  const auto piece = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(text.size(), piece.size() + 1));
  return piece;
}

/// The country's names in all languages that Tributary analyses, divided by '|'.
std::string names_in_all_languages(const std::string& code) {
  std::string names;
  const icu::Locale country("", code.c_str());
  constexpr auto last = static_cast<int>(Language::tr);
  for (int index = 1; index <= last; ++index) {
    const std::string language(code_of(static_cast<Language>(index)));
    icu::UnicodeString name;
    country.getDisplayCountry(icu::Locale(language.c_str()), name);
    std::string utf8;
    name.toUTF8String(utf8);
    // ICU answers with the code where it has no name.
    if (utf8 != code) names.append(utf8).append("|");
  }
  return names;
}

}  // namespace

Synonyms::Synonyms() {
  const auto lines_of = [](std::string_view table, auto&& take) {
    while (!table.empty()) {
      const auto line = next_piece(table, '\n');
      if (!line.empty()) take(line);
    }
  };
  lines_of(country_synonyms(), [&](std::string_view line) {
    const std::string code(next_piece(line, ':'));
    add_group(SynonymKind::country, code,
              names_in_all_languages(code) + "!" + code + "|" + std::string(line));
  });
  lines_of(programme_synonyms(),
           [&](std::string_view line) { add_group(SynonymKind::programme, {}, line); });
  lines_of(term_synonyms(), [&](std::string_view line) { add_group(SynonymKind::term, {}, line); });
}

void Synonyms::add_group(SynonymKind kind, std::string_view country, std::string_view names) {
  Group& group = groups_.emplace_back(Group{kind, std::string(country), {}});
  while (!names.empty()) {
    auto name = next_piece(names, '|');
    while (name.starts_with(' ')) name.remove_prefix(1);
    add_name(group, name);
  }
}

void Synonyms::add_name(Group& group, std::string_view name) {
  const bool in_capitals = name.starts_with('!') || name.starts_with('^');
  const bool is_given = !name.starts_with('!');
  const Phrase phrase = phrase_of(name);
  const std::string key = joined(phrase);
  if (key.empty() || is_common_word(key)) return;
  const std::size_t index = groups_.size() - 1;
  auto& meanings = names_[key];
  if (std::ranges::any_of(meanings, [&](const Name& known) { return known.group == index; }))
    return;
  meanings.push_back({index, in_capitals ? Recognised::in_capitals : Recognised::always});
  longest_name_words_ = std::max(longest_name_words_, phrase.size());
  if (is_given) group.given.push_back(phrase);
}

std::vector<SynonymMatch> Synonyms::matches(std::span<const QueryWord> query) const {
  const bool is_shouted = std::ranges::all_of(query, is_word_in_capitals);
  std::vector<std::string> folded;
  for (const auto& word : query) folded.push_back(word.folded);

  std::vector<SynonymMatch> found;
  for (std::size_t first = 0; first < query.size();) {
    std::size_t taken = 1;
    for (std::size_t count = std::min(longest_name_words_, query.size() - first); count > 0;
         --count) {
      const auto words = std::span(folded).subspan(first, count);
      const auto meanings = names_.find(joined(words));
      if (meanings == names_.end()) continue;
      // Capitals say something only where not everything is in capitals.
      const bool stands_out = (!is_shouted || count == query.size()) &&
                              std::ranges::all_of(query.subspan(first, count), is_word_in_capitals);
      const std::size_t before = found.size();
      for (const auto& [index, recognised] : meanings->second) {
        if (recognised == Recognised::in_capitals && !stands_out) continue;
        const auto& group = groups_[index];
        SynonymMatch match{first, count, group.kind, group.country, group.given};
        std::erase_if(match.equivalents,
                      [&](const Phrase& phrase) { return std::ranges::equal(phrase, words); });
        found.push_back(std::move(match));
      }
      if (found.size() == before) continue;
      taken = count;
      break;
    }
    first += taken;
  }
  return found;
}

}  // namespace tributary::text
