#include "store/organisation_register.h"

#include <algorithm>
#include <vector>

#include "store/organisation_statement.h"

namespace tributary::store {

using catalogue::NamedOrganisation;

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
  const auto newest = newest_.remembered(organisation);
  if (!newest) return false;
  if (newest->year >= year) return true;
  if (newest->hash != hash) return false;
  newest_.note(organisation, {hash, year});
  return true;
}

Result<std::int64_t> OrganisationRegister::find_or_create(const NamedOrganisation& stated,
                                                          const ParticipationPlace& place) {
  const auto identity = reader_.read(stated);
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
      const auto& named = TRY(member(*holder))->row.named;
      const auto known =
          key.mark == catalogue::Mark::vat ? reader_.read(named) : catalogue::identity_of(named);
      if (catalogue::means(identity, key.mark, known)) organisation = holder;
    }
  }
  if (!organisation) {
    organisation = ++last_id_;
    batch_.emplace(*organisation, Member{{.id = *organisation}, Written::never});
  }
  for (const auto key_hash : free_keys) keys_.give(key_hash, *organisation);
  return *organisation;
}

Result<> OrganisationRegister::take_in(const NamedOrganisation& stated, std::uint64_t hash,
                                       std::int32_t year, std::int64_t organisation) {
  auto& known = *TRY(member(organisation));
  auto& row = known.row;
  // Of one just made the table cannot know.
  const auto before = known.written == Written::never ? newest_.remembered(organisation)
                                                      : TRY(newest_.find(organisation));
  const bool is_newest = !before || year > before->year;
  const std::string name_before = row.named.name;
  const bool is_changed = overlay_statement(row.named, stated, is_newest);
  if (is_newest) newest_.note(organisation, {hash, year});
  if (row.named.name != name_before || row.slug.empty()) {
    row.slug = organisation_slug(row.id, row.named.name);
    if (!name_before.empty()) TRY(add_alias(organisation, name_before));
  } else if (!stated.name.empty() && stated.name != row.named.name) {
    TRY(add_alias(organisation, stated.name));
  }
  if (is_changed && known.written == Written::yes) known.written = Written::no;
  return {};
}

Result<OrganisationRegister::Member*> OrganisationRegister::member(std::int64_t id) {
  const auto found = batch_.find(id);
  if (found != batch_.end()) return &found->second;
  auto row = TRY(read_organisation(connection_, id));
  if (!row) {
    return fail(ErrorCode::corrupt, "organisation " + std::to_string(id) + " is missing",
                connection_.location().shown());
  }
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
  TRY(newest_.write());
  return keys_.write();
}

void OrganisationRegister::forget() {
  memory_.forget_all();
  newest_.forget();
  keys_.forget();
  batch_.clear();
}

}  // namespace tributary::store
