#include "catalogue/identity/name_reader.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "text/fold.h"

namespace tributary::catalogue {
namespace {

constexpr bool is_figure(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_word_letter(char c) { return is_figure(c) || (c >= 'a' && c <= 'z'); }
constexpr bool is_apostrophe(char c) { return c == '\''; }

/// Letters of the Latin script lie below U+0250, and U+1E00 to U+1EFF; general punctuation is
/// U+2000 to U+206F.
bool has_other_script(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xC9 && byte != 0xE1 && byte != 0xE2;
  });
}

bool is_number(std::string_view word) { return std::ranges::all_of(word, is_figure); }

}  // namespace

struct NameReader::Transliterator {
  std::unique_ptr<icu::Transliterator> rules;

  Transliterator() {
    UErrorCode status = U_ZERO_ERROR;
    // Greek as its passports write it: "η" is i, "ου" is ou.
    rules.reset(icu::Transliterator::createInstance("Greek-Latin/UNGEGN; Any-Latin; Latin-ASCII",
                                                    UTRANS_FORWARD, status));
    if (U_FAILURE(status) != 0) rules.reset();
  }

  /// As it is where the rules are not installed.
  [[nodiscard]] std::string in_latin(std::string_view text) const {
    if (!rules) return std::string(text);
    auto letters =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    rules->transliterate(letters);
    std::string latin;
    return letters.toUTF8String(latin);
  }
};

NameReader::NameReader() : transliterator_(std::make_unique<Transliterator>()) {}
NameReader::~NameReader() = default;

std::vector<std::string> NameReader::words_of(std::string_view text) const {
  std::string folded =
      has_other_script(text) ? text::fold(transliterator_->in_latin(text)) : text::fold(text);
  std::vector<std::string> words;
  bool in_word = false;
  bool was_single = false;  // the word before is a single letter, or several that were
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    const bool is_single = word.size() == 1 && !is_figure(word[0]);
    if (is_single && was_single) {
      words.back() += word;
    } else {
      words.push_back(word);
    }
    was_single = is_single;
    word.clear();
  };
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    in_word = is_word_letter(c);
    if (in_word) {
      word += c;
    } else if (is_apostrophe(c) && word.size() > 2) {
      // "Queen's" is one word, "l'Innovation" two.
      if (i + 2 < folded.size() && folded[i + 1] == 's' && !is_word_letter(folded[i + 2])) ++i;
      end_word();
    } else {
      end_word();
    }
  }
  end_word();
  return words;
}

NameWord& NameReader::add_word(ReadName& name, std::string sound) const {
  NameWord word;
  word.is_number = is_number(sound);
  word.meaning = lexicon_.concept_of(sound);
  if (word.meaning) {
    word.sound = "=";
    word.sound += lexicon_.name_of(word.meaning->number);
  } else {
    word.sound = std::move(sound);
  }
  const auto known = std::ranges::find(name.words, word);
  return known == name.words.end() ? name.words.emplace_back(std::move(word)) : *known;
}

ReadName NameReader::read(std::string_view text) const {
  ReadName name;
  auto words = words_of(text);
  if (words.empty()) return name;
  name.legal_form = legal_forms_.take(words);
  std::string with_before, with_after;
  for (std::size_t place = 0; place < words.size(); ++place) {
    const auto& written = words[place];
    with_before = std::exchange(with_after, {});
    if (place + 1 < words.size()) with_after = sound_of(written + words[place + 1]);
    std::string sound = sound_of(written);
    if (lexicon_.is_empty_word(sound) && words.size() > 1) continue;
    name.compact += sound;
    name.acronym += written.front();
    const auto meaning = lexicon_.concept_of(sound);
    const auto head = meaning ? 0 : lexicon_.compound_head(sound);
    if (head > 0) {
      const auto before = sound.size() - head;
      add_word(name, sound.substr(0, before));
      add_word(name, sound.substr(before));
      continue;
    }
    auto& word = add_word(name, std::move(sound));
    word.with_before = with_before;
    word.with_after = with_after;
  }
  constexpr std::size_t kLeastAcronym = 3;
  if (name.acronym.size() < kLeastAcronym) name.acronym.clear();
  return name;
}

}  // namespace tributary::catalogue
