// catalogue/importers/cell_reader.h
//
// One cell into one field, with the sentence that is said where that does not work. Empty cells
// leave the field empty.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/money.h"
#include "catalogue/importers/field_text.h"
#include "catalogue/importers/row_parser.h"
#include "catalogue/project.h"

namespace tributary::catalogue {

/// Reads the cells of one row after the other; false means that fault() says what is wrong. Not
/// thread-safe.
class CellReader {
 public:
  bool text(std::string_view cell, std::string& field, Lines lines = Lines::one);
  bool date(std::string_view cell, std::optional<Date>& field);
  bool money(std::string_view cell, std::optional<Money>& field);
  bool count(std::string_view cell, std::optional<std::uint32_t>& field);
  bool year(std::string_view cell, std::optional<std::int32_t>& field);
  bool truth(std::string_view cell, std::optional<bool>& field);
  bool country(std::string_view cell, std::string& field);
  bool position(std::string_view cell, NamedOrganisation& organisation);
  bool role(std::string_view cell, Participation& participation);
  bool activity_type(std::string_view cell, NamedOrganisation& organisation);
  /// An address of the web: "www.uni-potsdam.de" and "http://www.ybu.edu.tr" are; anything with
  /// white space inside is not one and is left out.
  bool website(std::string_view cell, std::string& field);
  /// A project's identifier: at most 200 bytes; "688110.0" is 688110. Empty is a fault.
  bool key(std::string_view cell, std::string& field);

  /// `cell` cleaned as text; valid until the next call.
  std::string_view cleaned(std::string_view cell, Lines lines = Lines::one);

  /// Sets the sentence. Always false.
  bool fail(std::string_view what, std::string_view cell);
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  std::string scratch_;
  std::string fault_;
};

/// Calls `visit` with each part of `list` between separators, cleaned of white space, but for empty
/// ones.
template <class Visit>
void for_each_part(std::string_view list, std::string_view separator, Visit visit) {
  while (!list.empty()) {
    const auto end = list.find(separator);
    if (const auto part = trimmed(list.substr(0, end)); !part.empty()) visit(part);
    if (end == std::string_view::npos) return;
    list.remove_prefix(end + separator.size());
  }
}

}  // namespace tributary::catalogue
