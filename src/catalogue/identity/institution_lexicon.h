// catalogue/identity/institution_lexicon.h
//
// What the words in the names of organisations stand for, in the languages of Europe:
// "Universität", "univerzita" and "panepistimio" are one concept, "of" and "für" none, "Wien" is
// Vienna.
//
//   lexicon.concept_of(sound_of("universitaet"))   →  the number of "university"
//
// Thread rule: immutable once made.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tributary::catalogue {

/// The word as it is compared: of the ways to write one sound in Latin letters one is chosen ("ae",
/// "ä" and "a"; "ph" and "f"; "k", "q", "ch" and "c"; "y", "j" and "i"; "w" and "v"; "z" and "s"),
/// doubled letters are one, and "h" is silent. `word`: lower-case ASCII letters and digits.
std::string sound_of(std::string_view word);

/// What a concept says of an organisation.
enum class ConceptKind : std::uint8_t {
  institution,  ///< what it is: a university, a school, a chamber
  unit,         ///< that it is a part of another: a faculty, a department
  quality,      ///< what it does or whose it is: technical, national
  place,        ///< where: Vienna, Germany
};

struct Concept {
  std::uint16_t number;
  ConceptKind kind;
};

class InstitutionLexicon {
 public:
  InstitutionLexicon();

  [[nodiscard]] std::optional<Concept> concept_of(std::string_view sound) const;

  /// Whether a word says nothing of who is named: articles and prepositions.
  [[nodiscard]] bool is_empty_word(std::string_view sound) const;

  /// How many letters at the end of `sound` are a word for an institution, as in
  /// "Musikakademie"; 0 where it is no compound.
  [[nodiscard]] std::size_t compound_head(std::string_view sound) const;

  [[nodiscard]] std::string_view name_of(std::uint16_t number) const { return names_[number]; }

 private:
  boost::unordered_flat_map<std::string, Concept> concepts_;
  boost::unordered_flat_set<std::string> empty_words_;
  std::vector<std::string> heads_;  // longest first
  std::vector<std::string_view> names_;
};

}  // namespace tributary::catalogue
