#include "store/organisation_register.h"

#include <algorithm>
#include <vector>

#include "catalogue/identity/organisation_identity.h"

namespace tributary::store {
namespace {

using catalogue::NamedOrganisation;

/// Overlays `stated` on `known`; returns whether `known` changed.
bool overlay(NamedOrganisation& known, const NamedOrganisation& stated, bool replace) {
  bool changed = false;
  const auto take = [&](auto& value, const auto& incoming, bool is_stated, bool is_gap) {
    if (!is_stated || value == incoming || (!replace && !is_gap)) return;
    value = incoming;
    changed = true;
  };
  for (const auto text : catalogue::kOrganisationTexts) {
    take(known.*text, stated.*text, !(stated.*text).empty(), (known.*text).empty());
  }
  using catalogue::OrganisationType;
  take(known.type, stated.type, stated.type != OrganisationType::unknown,
       known.type == OrganisationType::unknown);
  take(known.is_sme, stated.is_sme, stated.is_sme.has_value(), !known.is_sme);
  // The two coordinates are one statement.
  if (stated.latitude && stated.longitude) {
    const bool gap = !known.latitude || !known.longitude;
    take(known.latitude, stated.latitude, true, gap);
    take(known.longitude, stated.longitude, true, gap);
  }
  return changed;
}

}  // namespace

Result<std::int64_t> OrganisationRegister::resolve(const NamedOrganisation& stated,
                                                   std::uint64_t hash, std::int32_t year,
                                                   const ParticipationPlace& place) {
  const auto known = memory_.find(hash);
  if (known && year <= known->year) return known->organisation;

  const auto organisation = known ? known->organisation : TRY(find_or_create(stated, place));
  if (!known || !is_said_again(hash, year, organisation)) {
    TRY(take_in(stated, hash, year, organisation));
  }
  memory_.remember(hash, {organisation, year});
  return organisation;
}

/// Whether a statement that was taken in before says nothing new: it is not newer than the newest,
/// or it is the newest once more, whose year alone changes.
bool OrganisationRegister::is_said_again(std::uint64_t hash, std::int32_t year,
                                         std::int64_t organisation) {
  const auto newest = newest_.find(organisation);
  if (!newest) return false;
  if (newest->year >= year) return true;
  if (newest->hash != hash) return false;
  newest_.note(organisation, {hash, year});
  if (const auto held = batch_.find(organisation); held != batch_.end()) {
    held->second.row.stated_year = year;
    if (held->second.written == Written::yes) held->second.written = Written::no;
  } else {
    said_again_.push_back(organisation);
  }
  return true;
}

Result<std::int64_t> OrganisationRegister::find_or_create(const NamedOrganisation& stated,
                                                          const ParticipationPlace& place) {
  const auto identity = catalogue::identity_of(stated);
  auto keys = catalogue::keys_of(identity);
  if (keys.empty()) keys.push_back({catalogue::Mark::name, place_words(place)});

  std::optional<std::int64_t> organisation;
  std::vector<std::int64_t> free_keys;
  for (const auto& key : keys) {
    const auto key_hash = OrganisationKeys::hash_of(key.text);
    const auto holder = TRY(keys_.holder(key_hash));
    if (!holder) {
      free_keys.push_back(key_hash);
    } else if (!organisation) {
      const auto known = catalogue::identity_of(TRY(member(*holder))->row.named);
      if (catalogue::means(identity, key.mark, known)) organisation = holder;
    }
  }
  if (!organisation) {
    organisation = ++last_id_;
    batch_.emplace(*organisation, Member{{.id = *organisation, .stated_year = -1}, Written::never});
  }
  for (const auto key_hash : free_keys) keys_.give(key_hash, *organisation);
  return *organisation;
}

Result<> OrganisationRegister::take_in(const NamedOrganisation& stated, std::uint64_t hash,
                                       std::int32_t year, std::int64_t organisation) {
  auto& known = *TRY(member(organisation));
  auto& row = known.row;
  const bool newest = year > row.stated_year;
  const std::string name_before = row.named.name;
  bool changed = overlay(row.named, stated, newest);
  if (newest) {
    row.stated_year = year;
    row.stated_hash = hash;
    changed = true;
  }
  newest_.note(organisation, {row.stated_hash, row.stated_year});
  if (row.named.name != name_before || row.slug.empty()) {
    row.slug = organisation_slug(row.id, row.named.name);
    if (!name_before.empty()) TRY(add_alias(organisation, name_before));
  } else if (!stated.name.empty() && stated.name != row.named.name) {
    TRY(add_alias(organisation, stated.name));
  }
  if (changed && known.written == Written::yes) known.written = Written::no;
  return {};
}

Result<OrganisationRegister::Member*> OrganisationRegister::member(std::int64_t id) {
  const auto found = batch_.find(id);
  if (found != batch_.end()) return &found->second;
  auto row = TRY(read_organisation(connection_, id));
  if (!row) {
    return fail(ErrorCode::corrupt, "organisation " + std::to_string(id) + " is missing",
                connection_.file().string());
  }
  if (const auto newest = newest_.find(id)) row->stated_year = newest->year;
  return &batch_.emplace(id, Member{std::move(*row), Written::yes}).first->second;
}

Result<> OrganisationRegister::add_alias(std::int64_t organisation, std::string_view name) {
  return TRY(connection_.statement(
                 "INSERT INTO organisation_names (organisation_id, name) VALUES (?, ?) "
                 "ON CONFLICT (organisation_id, name) DO NOTHING"))
      .run(organisation, name);
}

Result<std::int64_t> OrganisationRegister::write_batch() {
  std::vector<const OrganisationRow*> made, changed;
  for (const auto& [id, known] : batch_) {
    if (known.written == Written::never) made.push_back(&known.row);
    if (known.written == Written::no) changed.push_back(&known.row);
  }
  std::ranges::sort(made, {}, &OrganisationRow::id);
  std::ranges::sort(changed, {}, &OrganisationRow::id);
  TRY(insert_organisations(connection_, made));
  for (const auto* row : changed) TRY(update_organisation(connection_, *row));
  batch_.clear();
  return last_id_;
}

Result<> OrganisationRegister::finish() {
  std::ranges::sort(said_again_);
  const auto repeated = std::ranges::unique(said_again_);
  said_again_.erase(repeated.begin(), repeated.end());
  auto update = TRY(connection_.statement("UPDATE organisations SET stated_year = ? WHERE id = ?"));
  for (const auto organisation : said_again_) {
    TRY(update.run(std::int64_t{newest_.find(organisation).value().year}, organisation));
  }
  said_again_.clear();
  return keys_.write();
}

void OrganisationRegister::forget() {
  memory_.forget_all();
  newest_.forget_all();
  keys_.forget();
  batch_.clear();
  said_again_.clear();
}

}  // namespace tributary::store
