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
                                                   std::uint64_t hash, std::int64_t year,
                                                   const ParticipationPlace& place) {
  const auto known = memory_.find(hash);
  if (known && year <= known->year) return known->organisation;

  const auto organisation = known ? known->organisation : TRY(find_or_create(stated, place));
  if (!known || !TRY(is_said_again(hash, year, organisation))) {
    TRY(take_in(stated, hash, year, organisation));
  }
  memory_.remember(hash, {organisation, year});
  return organisation;
}

/// True where the newest statement about the organisation is made once more, in a later year, which
/// changes nothing but that year; then it is taken in.
Result<bool> OrganisationRegister::is_said_again(std::uint64_t hash, std::int64_t year,
                                                 std::int64_t organisation) {
  const auto held = batch_.find(organisation);
  if (held == batch_.end()) {
    auto update = TRY(connection_.statement(
        "UPDATE organisations SET stated_year = ? WHERE id = ? AND stated_hash = ? AND "
        "stated_year < ?"));
    TRY(update.run(year, organisation, hash, year));
    return connection_.changed_rows() > 0;
  }
  auto& [row, written] = held->second;
  if (row.stated_hash != hash || row.stated_year >= year) return false;
  row.stated_year = year;
  if (written == Written::yes) written = Written::no;
  return true;
}

Result<std::int64_t> OrganisationRegister::find_or_create(const NamedOrganisation& stated,
                                                          const ParticipationPlace& place) {
  const auto identity = catalogue::identity_of(stated);
  auto keys = catalogue::keys_of(identity);
  if (keys.empty()) keys.push_back({catalogue::Mark::name, place_words(place)});

  // Most statements that are not remembered name an organisation that is new, and to insert is to
  // ask: every key that is free becomes the new one's.
  const auto fresh = last_id_ + 1;
  std::optional<std::int64_t> organisation;
  std::vector<std::string_view> free_keys;
  auto give_key = TRY(
      connection_.statement("INSERT INTO organisation_keys (key, organisation_id) VALUES (?, ?) "
                            "ON CONFLICT (key) DO NOTHING"));
  for (const auto& key : keys) {
    TRY(give_key.run(key.text, fresh));
    if (connection_.changed_rows() > 0) {
      free_keys.push_back(key.text);
    } else if (!organisation) {
      const auto holder = TRY(holder_of(key.text));
      const auto known = catalogue::identity_of(TRY(member(holder))->row.named);
      if (catalogue::means(identity, key.mark, known)) organisation = holder;
    }
  }
  if (!organisation) {
    last_id_ = fresh;
    batch_.emplace(fresh, Member{{.id = fresh, .stated_year = -1}, Written::never});
    return fresh;
  }
  auto pass_on =
      TRY(connection_.statement("UPDATE organisation_keys SET organisation_id = ? WHERE key = ?"));
  for (const auto key : free_keys) TRY(pass_on.run(*organisation, key));
  return *organisation;
}

Result<> OrganisationRegister::take_in(const NamedOrganisation& stated, std::uint64_t hash,
                                       std::int64_t year, std::int64_t organisation) {
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
  return &batch_.emplace(id, Member{std::move(*row), Written::yes}).first->second;
}

Result<std::int64_t> OrganisationRegister::holder_of(std::string_view key) {
  auto find =
      TRY(connection_.statement("SELECT organisation_id FROM organisation_keys WHERE key = ?"));
  TRY(find.bind(key));
  if (!TRY(find.step())) return fail(ErrorCode::internal, "a key that is there is not found");
  return find.integer(0);
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

void OrganisationRegister::forget() {
  memory_.forget_all();
  batch_.clear();
}

}  // namespace tributary::store
