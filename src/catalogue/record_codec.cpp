// The payload of a record:
//
//   version      1 byte, 1
//   source       counted string
//   head         see below
//   lists        1 byte: bit 0 participations, bit 1 topics, bit 2 links are stated
//   [participations]  varint count, then each
//   [topics]          varint count, then each
//   [links]           varint count, then each
//   checksum     4 bytes, little-endian: the low half of XXH3-64 of all bytes before
//
// Head, participation: varint of presence bits in the order of the fields below (bit 0 first; a
// truth value has two bits, "stated" and "true"), then the values of the fields that are present,
// in the same order. Empty strings and absent values are not present. Topic: 1 byte vocabulary,
// code, label. Link: url, kind, title.
//
//   text      counted string: varint length in bytes, UTF-8
//   date      zigzag varint, days since 1970-01-01
//   money     zigzag varint, cents
//   number    zigzag varint
//   enum      1 byte
//   degrees   8 bytes, IEEE 754 double, little-endian
#include "catalogue/record_codec.h"

#include <xxhash.h>

#include <cstring>

#include "base/bytes.h"
#include "catalogue/packed_record.h"
#include "catalogue/record_wire.h"

namespace tributary::catalogue {
namespace {

constexpr char kVersion = 1;
constexpr auto kLastRole = static_cast<std::uint8_t>(Role::international_partner);
constexpr auto kLastOrganisationType = static_cast<std::uint8_t>(OrganisationType::other);
constexpr auto kLastVocabulary = static_cast<std::uint8_t>(TopicVocabulary::keyword);

/// Names the fields of the head once, for writing and reading. The order is the format.
template <class Visitor, class Project>
void visit_head(Visitor& visit, Project& project) {
  visit.field(project.key);
  visit.field(project.acronym);
  visit.field(project.title);
  visit.field(project.summary);
  visit.field(project.programme);
  visit.field(project.action);
  visit.field(project.key_action);
  visit.field(project.call);
  visit.field(project.call_year);
  visit.field(project.published_status);
  visit.field(project.start);
  visit.field(project.end);
  visit.field(project.signed_on);
  visit.field(project.updated_on);
  visit.field(project.grant);
  visit.field(project.total_cost);
  visit.field(project.website);
  visit.field(project.doi);
  visit.field(project.rcn);
  visit.field(project.good_practice);
  visit.field(project.success_story);
}

template <class Visitor, class P>
void visit_participation(Visitor& visit, P& participation) {
  auto& organisation = participation.organisation;
  visit.field(organisation.pic);
  visit.field(organisation.name);
  visit.field(organisation.country);
  visit.field(organisation.city);
  visit.enumerated(organisation.type, kLastOrganisationType);
  visit.enumerated(participation.role, kLastRole);
  visit.field(participation.role_label);
  visit.field(participation.order);
  visit.field(participation.contribution);
  visit.field(participation.net_contribution);
  visit.field(participation.total_cost);
  visit.field(participation.ended_early);
  visit.field(organisation.oid);
  visit.field(organisation.vat);
  visit.field(organisation.short_name);
  visit.field(organisation.type_label);
  visit.field(organisation.is_sme);
  visit.field(organisation.street);
  visit.field(organisation.post_code);
  visit.field(organisation.region);
  visit.field(organisation.nuts);
  visit.field(organisation.latitude);
  visit.field(organisation.longitude);
  visit.field(organisation.website);
}

/// First pass of writing: which fields are there.
class PresenceBits {
 public:
  [[nodiscard]] std::uint64_t bits() const { return bits_; }

  void field(const std::string& text) { add(!text.empty()); }
  template <class T>
  void field(const std::optional<T>& value) {
    add(value.has_value());
  }
  void field(const std::optional<bool>& value) {
    add(value.has_value());
    add(value.value_or(false));
  }
  template <class E>
  void enumerated(const E& value, std::uint8_t) {
    add(value != E::unknown);
  }

 private:
  void add(bool present) { bits_ |= std::uint64_t{present} << next_++; }

  std::uint64_t bits_ = 0;
  unsigned next_ = 0;
};

/// Second pass of writing: the values of the fields that are there.
class ValueWriter {
 public:
  explicit ValueWriter(std::string& to) : to_(to) {}

  void field(const std::string& text) {
    if (!text.empty()) append_counted(to_, text);
  }
  void field(const std::optional<Date>& date) {
    if (date) append_signed(to_, date->days_since_epoch());
  }
  void field(const std::optional<Money>& money) {
    if (money) append_signed(to_, money->cents);
  }
  template <std::integral T>
  void field(const std::optional<T>& number) {
    if (number) append_signed(to_, std::int64_t{*number});
  }
  void field(const std::optional<bool>&) {}
  void field(const std::optional<double>& degrees) {
    if (degrees) append(to_, std::bit_cast<std::uint64_t>(*degrees));
  }
  template <class E>
  void enumerated(const E& value, std::uint8_t) {
    if (value != E::unknown) to_.push_back(static_cast<char>(value));
  }

 private:
  std::string& to_;
};

class FieldReader {
 public:
  explicit FieldReader(WireReader& from) : from_(from) { sound_ = from_.varint(bits_); }

  /// Whether every field had a reading and no unknown field was announced.
  [[nodiscard]] bool sound() const { return sound_ && bits_ == 0; }

  void field(std::string& text) {
    if (!take()) return text.clear();
    sound_ = from_.counted(text);
  }
  void field(std::optional<Date>& date) {
    date.reset();
    if (std::int64_t days = 0; number(days, INT32_MIN, INT32_MAX)) {
      date = Date(static_cast<std::int32_t>(days));
    }
  }
  void field(std::optional<Money>& money) {
    money.reset();
    if (std::int64_t cents = 0; number(cents, INT64_MIN, INT64_MAX)) money = Money{cents};
  }
  void field(std::optional<std::int32_t>& value) {
    value.reset();
    if (std::int64_t raw = 0; number(raw, INT32_MIN, INT32_MAX)) {
      value = static_cast<std::int32_t>(raw);
    }
  }
  void field(std::optional<std::uint32_t>& value) {
    value.reset();
    if (std::int64_t raw = 0; number(raw, 0, UINT32_MAX)) value = static_cast<std::uint32_t>(raw);
  }
  void field(std::optional<bool>& value) {
    value.reset();
    const bool stated = take();
    const bool truth = take();
    if (stated) value = truth;
  }
  void field(std::optional<double>& degrees) {
    degrees.reset();
    if (!take()) return;
    std::string_view raw;
    sound_ = from_.raw(sizeof(double), raw);
    if (sound_) degrees = load<double>(as_bytes(raw).data());
  }
  template <class E>
  void enumerated(E& value, std::uint8_t last) {
    value = E::unknown;
    if (!take()) return;
    std::uint8_t raw = 0;
    sound_ = from_.byte(raw) && raw <= last;
    if (sound_) value = static_cast<E>(raw);
  }

 private:
  bool take() {
    const bool present = (bits_ & 1) != 0;
    bits_ >>= 1;
    return present && sound_;
  }

  bool number(std::int64_t& value, std::int64_t least, std::int64_t most) {
    if (!take()) return false;
    sound_ = from_.signed_varint(value) && value >= least && value <= most;
    return sound_;
  }

  WireReader& from_;
  std::uint64_t bits_ = 0;
  bool sound_ = true;
};

template <class T>
void append_list(std::string& to, const std::optional<std::vector<T>>& list) {
  if (!list) return;
  append_varint(to, list->size());
  for (const auto& part : *list) append_part(to, part);
}

template <class T>
bool read_list(WireReader& from, std::optional<std::vector<T>>& list) {
  std::uint64_t count = 0;
  if (!from.varint(count) || count > from.remaining()) return false;  // a part is a byte or more
  list.emplace();
  // A damaged count must not make us ask for more memory than the payload can fill.
  list->reserve(std::min<std::uint64_t>(count, 4096));
  for (; count > 0; --count) {
    if (!read_part(from, list->emplace_back())) return false;
  }
  return true;
}

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(XXH3_64bits(bytes.data(), bytes.size()));
}

bool read_body(WireReader& from, SourceProject& project) {
  std::uint8_t lists = 0;
  if (!from.counted(project.source) || !read_head(from, project) || !from.byte(lists) ||
      lists > 7) {
    return false;
  }
  if ((lists & 1) && !read_list(from, project.participations)) return false;
  if ((lists & 2) && !read_list(from, project.topics)) return false;
  if ((lists & 4) && !read_list(from, project.links)) return false;
  return from.remaining() == 0;
}

}  // namespace

void append_head(std::string& to, const SourceProject& project) {
  PresenceBits presence;
  visit_head(presence, project);
  append_varint(to, presence.bits());
  ValueWriter values(to);
  visit_head(values, project);
}

bool read_head(WireReader& from, SourceProject& project) {
  FieldReader fields(from);
  visit_head(fields, project);
  return fields.sound();
}

void append_part(std::string& to, const Participation& participation) {
  PresenceBits presence;
  visit_participation(presence, participation);
  append_varint(to, presence.bits());
  ValueWriter values(to);
  visit_participation(values, participation);
}

bool read_part(WireReader& from, Participation& participation) {
  FieldReader fields(from);
  visit_participation(fields, participation);
  return fields.sound();
}

void append_part(std::string& to, const Topic& topic) {
  to.push_back(static_cast<char>(topic.vocabulary));
  append_counted(to, topic.code);
  append_counted(to, topic.label);
}

bool read_part(WireReader& from, Topic& topic) {
  std::uint8_t vocabulary = 0;
  if (!from.byte(vocabulary) || vocabulary > kLastVocabulary) return false;
  topic.vocabulary = static_cast<TopicVocabulary>(vocabulary);
  return from.counted(topic.code) && from.counted(topic.label);
}

void append_part(std::string& to, const Link& link) {
  append_counted(to, link.url);
  append_counted(to, link.kind);
  append_counted(to, link.title);
}

bool read_part(WireReader& from, Link& link) {
  return from.counted(link.url) && from.counted(link.kind) && from.counted(link.title);
}

void append_encoded(std::string& to, const SourceProject& project) {
  const auto begin = to.size();
  to.push_back(kVersion);
  append_counted(to, project.source);
  append_head(to, project);
  const int lists =
      (project.participations ? 1 : 0) | (project.topics ? 2 : 0) | (project.links ? 4 : 0);
  to.push_back(static_cast<char>(lists));
  append_list(to, project.participations);
  append_list(to, project.topics);
  append_list(to, project.links);
  append(to, checksum(std::string_view(to).substr(begin)));
}

std::string encode(const SourceProject& project) {
  std::string payload;
  append_encoded(payload, project);
  return payload;
}

Result<SourceProject> decode_project(std::string_view payload) {
  if (payload.starts_with(kPackedVersion)) {
    const auto unpacked = TRY(unpack_record(payload));
    if (unpacked.starts_with(kPackedVersion)) {
      return fail(ErrorCode::corrupt, "the record is packed twice");
    }
    return decode_project(unpacked);
  }
  constexpr std::size_t kFrameBytes = 1 + sizeof(std::uint32_t);
  if (payload.size() < kFrameBytes) return fail(ErrorCode::corrupt, "the record ends early");
  if (payload.front() != kVersion) {
    return fail(ErrorCode::unsupported,
                "the record has version " +
                    std::to_string(static_cast<unsigned char>(payload.front())) +
                    ", this program reads versions 1 and 2");
  }
  const auto covered = payload.substr(0, payload.size() - sizeof(std::uint32_t));
  const auto stored = load<std::uint32_t>(as_bytes(payload).data() + covered.size());
  if (checksum(covered) != stored) {
    return fail(ErrorCode::corrupt, "the record does not match its checksum");
  }
  SourceProject project;
  WireReader body(covered.substr(1));
  if (!read_body(body, project)) return fail(ErrorCode::corrupt, "the record has no reading");
  return project;
}

std::string ContentHash::hex() const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const auto half : {high, low}) {
    for (int shift = 60; shift >= 0; shift -= 4) text.push_back(kDigits[(half >> shift) & 15]);
  }
  return text;
}

ContentHash content_hash(std::string_view payload) {
  const auto hash = XXH3_128bits(payload.data(), payload.size());
  return {hash.high64, hash.low64};
}

}  // namespace tributary::catalogue
