// catalogue/identity/legal_forms.h
//
// The legal form at either end of an organisation's name: "GmbH & Co. KG", "s. r. o.", "SpA".
//
//   std::vector<std::string> words{"tescom", "europe", "gmbh", "co", "kg"};
//   forms.take(words)   →  the kind of "gmbh"; words are "tescom", "europe"
//
// Forms of the Union's countries and of GB, NO, IS, LI, CH, TR, RS, UA, US. Thread rule: immutable
// once made.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tributary::catalogue {

/// Forms of one meaning in several countries are one kind: GmbH, Ltd and SRL are `limited`.
enum class LegalForm : std::uint8_t {
  none,
  limited,
  by_shares,
  partnership,
  association,
  cooperative,
  public_body,
};

class LegalForms {
 public:
  LegalForms();

  /// Takes legal forms off the words of a name, lower-case ASCII, as long as a word is left. Single
  /// letters in a row have to be one word ("s r o" is "sro"). Of several forms the last counts.
  LegalForm take(std::vector<std::string>& words) const;

 private:
  boost::unordered_flat_map<std::string, LegalForm> forms_;  // their words with blanks between
  std::size_t longest_ = 0;                                  // in words
};

}  // namespace tributary::catalogue
