#include "catalogue/identity/organisation_identity.h"

#include <algorithm>
#include <iterator>

#include "catalogue/identity/name_reader.h"
#include "text/fold.h"

namespace tributary::catalogue {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

/// Letters and digits alone, in upper case: "pt 501-234" is "PT501234".
std::string letters_and_digits(std::string_view text) {
  std::string kept;
  for (char c : text) {
    c = upper(c);
    if (is_digit(c) || (c >= 'A' && c <= 'Z')) kept += c;
  }
  return kept;
}

std::string pic_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) digits += c;
  }
  digits.erase(0, digits.find_first_not_of('0'));  // all of them where there is no other digit
  return digits;
}

/// Whether a number is one that forms are filled with: "0", "11111111", "123456789".
bool is_filler(std::string_view digits) {
  constexpr auto kOther = [](char c) { return c != '0'; };
  if (std::ranges::count_if(digits, kOther) < 2) return true;
  const auto each_follows = [&](int step) {
    return std::ranges::adjacent_find(digits, [&](char one, char next) {
             return (one - '0' + step) % 10 != next - '0';
           }) == digits.end();
  };
  return each_follows(0) || each_follows(1);
}

/// Greece writes EL before its VAT numbers.
std::string vat_of(std::string_view text, std::string_view country) {
  std::string number = letters_and_digits(text);
  if (number.starts_with(country) || (country == "GR" && number.starts_with("EL"))) {
    number.erase(0, 2);
  }
  // Sources fill the field with "NA", "NOTAPPLICABLE" too.
  std::string digits;
  std::ranges::copy_if(number, std::back_inserter(digits), is_digit);
  return is_filler(digits) ? std::string() : number;
}

/// The words of a name, each once and in the order of the alphabet.
std::string sorted_words(const NameReader& reader, std::string_view name) {
  auto read = reader.read(name);
  std::ranges::sort(read.words, {}, &NameWord::sound);
  std::string words;
  for (const auto& word : read.words) words.append(" ").append(word.sound);
  return words;
}

bool contradicts(const std::string& one, const std::string& other) {
  return !one.empty() && !other.empty() && one != other;
}

/// Folded words with one blank between them: punctuation of ASCII, Latin-1 (U+0080–U+00BF) and the
/// general block (U+2000–U+206F) separates words.
std::string words_of(std::string_view name) {
  const std::string folded = text::fold(name);
  std::string words;
  bool between = false;
  for (std::size_t i = 0; i < folded.size();) {
    const auto byte = static_cast<unsigned char>(folded[i]);
    const auto next = static_cast<unsigned char>(i + 1 < folded.size() ? folded[i + 1] : 0);
    std::size_t separator = 0;
    if (byte < 0x80) {
      separator = is_digit(folded[i]) || (byte >= 'a' && byte <= 'z') ? 0 : 1;
    } else if (byte == 0xC2) {
      separator = 2;
    } else if (byte == 0xE2 && (next == 0x80 || next == 0x81)) {
      separator = 3;
    }
    if (separator > 0) {
      between = true;
      i += separator;
      continue;
    }
    if (between && !words.empty()) words += ' ';
    between = false;
    words += folded[i++];
  }
  return words;
}

}  // namespace

OrganisationIdentity identity_of(const NamedOrganisation& organisation) {
  OrganisationIdentity identity;
  identity.pic = pic_of(organisation.pic);
  identity.oid = letters_and_digits(organisation.oid);
  if (!organisation.country.empty()) {
    const std::string vat = vat_of(organisation.vat, organisation.country);
    if (!vat.empty()) identity.vat = organisation.country + ":" + vat;
  }
  const std::string name = words_of(organisation.name);
  if (!name.empty()) identity.name = organisation.country + ":" + name;
  return identity;
}

IdentityReader::IdentityReader() = default;
IdentityReader::~IdentityReader() = default;
IdentityReader::IdentityReader(IdentityReader&&) noexcept = default;
IdentityReader& IdentityReader::operator=(IdentityReader&&) noexcept = default;

OrganisationIdentity IdentityReader::read(const NamedOrganisation& organisation) {
  auto identity = identity_of(organisation);
  if (identity.vat.empty() || identity.name.empty()) return identity;
  if (!names_) names_ = std::make_unique<NameReader>();
  const auto words = sorted_words(*names_, organisation.name);
  // Of a name that is all legal form, or in a script of no sound, its letters tell.
  identity.vat_and_name = identity.vat + (words.empty() ? " " + identity.name : words);
  return identity;
}

std::vector<IdentityKey> keys_of(const OrganisationIdentity& identity) {
  std::vector<IdentityKey> keys;
  if (!identity.pic.empty()) keys.push_back({Mark::pic, "pic:" + identity.pic});
  if (!identity.oid.empty()) keys.push_back({Mark::oid, "oid:" + identity.oid});
  if (!identity.vat_and_name.empty()) {
    keys.push_back({Mark::vat_and_name, "vat-name:" + identity.vat_and_name});
  }
  if (!identity.vat.empty()) keys.push_back({Mark::vat, "vat:" + identity.vat});
  if (!identity.name.empty()) keys.push_back({Mark::name, "name:" + identity.name});
  return keys;
}

bool means(const OrganisationIdentity& stated, Mark mark, const OrganisationIdentity& known) {
  if (mark > Mark::pic && contradicts(stated.pic, known.pic)) return false;
  if (mark > Mark::oid && contradicts(stated.oid, known.oid)) return false;
  if (mark == Mark::vat) return !contradicts(stated.vat_and_name, known.vat_and_name);
  return mark < Mark::vat || !contradicts(stated.vat, known.vat);
}

std::string address_name(std::string_view name, std::size_t limit) {
  std::string address;
  std::size_t word_end = 0;  // how much of `address` ends with a whole word
  bool cut = false;
  for (const char c : words_of(name)) {
    if (is_digit(c) || (c >= 'a' && c <= 'z')) {
      if (address.size() >= limit) {
        cut = true;
        break;
      }
      address += c;
    } else if (!address.empty() && address.back() != '-') {
      word_end = address.size();
      address += '-';
    }
  }
  if (cut && word_end > 0) address.resize(word_end);
  while (address.ends_with('-')) address.pop_back();
  return address;
}

bool same_name(std::string_view one, std::string_view other) {
  return words_of(one) == words_of(other);
}

}  // namespace tributary::catalogue
