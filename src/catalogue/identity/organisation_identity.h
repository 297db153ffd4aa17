// catalogue/identity/organisation_identity.h
//
// Whether two statements name the same organisation: by participant identification code, else by
// organisation id, else by VAT number with a name that is alike, else by name and country.
//
//   IdentityReader reader;
//   const auto stated = reader.read(participation.organisation);
//   for (const auto& key : keys_of(stated)) {
//     the organisation that holds key.text is meant if means(stated, key.mark, its identity)
//   }
//   none is meant: a new organisation
//
// A VAT number alone tells little: the institutes of an academy, the companies of a group and all
// offices of a land have one together.
//
// Thread rule: pure functions, safe from any thread; one reader a thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/project.h"

namespace tributary::catalogue {

/// The identifying marks of a statement, normalised so that equal marks are equal texts. Empty
/// where the statement does not have them.
struct OrganisationIdentity {
  std::string pic;   ///< digits without leading zeros
  std::string oid;   ///< upper case
  std::string vat;   ///< "PT:501234567": country, and letters and digits without the country
  std::string name;  ///< "PT:universidade de aveiro": country and folded name
  /// "PT:501234567 =university afeiro": VAT number and the words of the name in any order, as
  /// NameReader reads them, without the legal form. Empty unless read by an IdentityReader.
  std::string vat_and_name;
  bool operator==(const OrganisationIdentity&) const = default;
};

/// All but `vat_and_name`.
OrganisationIdentity identity_of(const NamedOrganisation& organisation);

class NameReader;

/// Reads all marks. Loads what reading names takes (some milliseconds) with the first that has a
/// VAT number.
class IdentityReader {
 public:
  IdentityReader();
  ~IdentityReader();
  IdentityReader(IdentityReader&&) noexcept;
  IdentityReader& operator=(IdentityReader&&) noexcept;
  IdentityReader(const IdentityReader&) = delete;
  IdentityReader& operator=(const IdentityReader&) = delete;

  OrganisationIdentity read(const NamedOrganisation& organisation);

 private:
  std::unique_ptr<NameReader> names_;
};

enum class Mark : std::uint8_t { pic, oid, vat_and_name, vat, name };

/// A mark as a text that differs between kinds, e.g. "pic:999984350".
struct IdentityKey {
  Mark mark;
  std::string text;
  bool operator==(const IdentityKey&) const = default;
};

/// Strongest first.
std::vector<IdentityKey> keys_of(const OrganisationIdentity& identity);

/// Whether `stated`, which shares `mark` with the organisation `known`, means that organisation:
/// not when a stronger mark contradicts. Two organisations with different PICs are two, even under
/// one VAT number and one name; under one VAT number those whose names are not alike are two.
/// REQUIRES: an IdentityReader has read both, where the mark is the VAT number.
bool means(const OrganisationIdentity& stated, Mark mark, const OrganisationIdentity& known);

/// The name as it stands in an address: lower-case ASCII letters and digits with hyphens, cut
/// between words to at most `limit` bytes. Empty where the name has no letter of the Latin script.
std::string address_name(std::string_view name, std::size_t limit);

/// Whether two names differ at most in case, accents, punctuation and spaces.
bool same_name(std::string_view one, std::string_view other);

}  // namespace tributary::catalogue
