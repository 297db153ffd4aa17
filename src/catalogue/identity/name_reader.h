// catalogue/identity/name_reader.h
//
// A name as it is compared: in Latin letters, words as they sound, what they stand for, and the
// legal form apart.
//
//   reader.read("Εθνικό Μετσόβιο Πολυτεχνείο")   →  national, metsovio, technical
//   reader.read("TESCOM EUROPE GMBH & CO. KG")   →  tescom, europe; limited
//
// Thread rule: one reader a thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/identity/institution_lexicon.h"
#include "catalogue/identity/legal_forms.h"

namespace tributary::catalogue {

struct NameWord {
  std::string sound;               ///< sound_of() the word; of a concept "=university"
  std::optional<Concept> meaning;  ///< where it is one
  bool is_number = false;          ///< "12", "xii" is none
  /// The word with the one before or after it, of whatever kind, as it sounds where the blank
  /// between them got lost, as where lists break lines: "deinvestigaciones". Empty at either end.
  std::string with_before = {}, with_after = {};
  bool operator==(const NameWord& other) const { return sound == other.sound; }
};

struct ReadName {
  std::vector<NameWord> words;  ///< in their order, each once, without empty words
  LegalForm legal_form = LegalForm::none;
  std::string
      acronym;  ///< the first letters of all words but empty ones, where there are three or more
  std::string compact;  ///< all words as they sound, without blanks
};

class NameReader {
 public:
  NameReader();
  NameReader(const NameReader&) = delete;
  NameReader& operator=(const NameReader&) = delete;
  ~NameReader();

  [[nodiscard]] ReadName read(std::string_view name) const;

  /// The words of a text in lower-case ASCII letters and digits; single letters in a row are one
  /// word: "S. r. o." is "sro".
  [[nodiscard]] std::vector<std::string> words_of(std::string_view text) const;

  [[nodiscard]] const InstitutionLexicon& lexicon() const { return lexicon_; }

 private:
  struct Transliterator;

  NameWord& add_word(ReadName& name, std::string sound) const;

  InstitutionLexicon lexicon_;
  LegalForms legal_forms_;
  std::unique_ptr<Transliterator> transliterator_;
};

}  // namespace tributary::catalogue
