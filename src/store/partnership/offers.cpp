#include "store/partnership/offers.h"

#include <algorithm>

#include "ecosystem/enum_names.h"
#include "store/identity/whole_organisation.h"
#include "store/one_number.h"
#include "store/partnership/word_list.h"
#include "store/stored_day.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

std::string select_offers() {
  return "SELECT id, " + whole_of("organisation") +
         ", state, revision, kind, topic, text, role, countries, programme, begins, ends, "
         "deadline, days, last_day, created_at, created_by, published_at, changed_at FROM offers ";
}

Result<eco::OfferContent> content_of_row(const sql::Statement& row) {
  eco::OfferContent content{.topic = std::string(row.text(5)),
                            .text = std::string(row.text(6)),
                            .countries = words_of_list(row.text(8)),
                            .programme = std::string(row.text(9)),
                            .begins = day_in_column(row, 10),
                            .ends = day_in_column(row, 11),
                            .deadline = day_in_column(row, 12)};
  content.kind = TRY(eco::enum_from_name(row.text(4), eco::OfferKind::request));
  content.role = TRY(eco::enum_from_name(row.text(7), eco::PartnerRole::associated_partner));
  return content;
}

Result<StoredOffer> offer_of_row(const sql::Statement& row) {
  StoredOffer offer{.id = {row.integer(0)},
                    .organisation = {row.integer(1)},
                    .revision = {row.integer(3)},
                    .days = static_cast<std::int32_t>(row.integer(13)),
                    .last_day = day_in_column(row, 14),
                    .created = moment_of(row.integer(15)),
                    .created_by = {row.integer(16)},
                    .changed = moment_of(row.integer(18))};
  offer.state = TRY(eco::enum_from_name(row.text(2), eco::OfferState::closed));
  offer.content = TRY(content_of_row(row));
  if (const auto published = row.optional_integer(17)) offer.published = moment_of(*published);
  return offer;
}

template <class... Values>
Result<std::vector<StoredOffer>> read_offers(sql::Connection& connection, std::string_view where,
                                             const Values&... values) {
  std::vector<StoredOffer> offers;
  auto row = TRY(connection.statement(select_offers() + std::string(where)));
  TRY(row.bind(values...));
  while (TRY(row.step())) offers.push_back(TRY(offer_of_row(row)));
  return offers;
}

Result<> read_checks(sql::Connection& connection, eco::OfferId id, std::int64_t number,
                     OfferMove& move) {
  auto row = TRY(connection.statement(
      "SELECT item, is_met, reason FROM offer_checks WHERE offer = ? AND number = ?"));
  TRY(row.bind(id.value, number));
  while (TRY(row.step())) {
    const auto check = TRY(eco::enum_from_name(row.text(0), eco::OfferCheck::dates_possible));
    move.checked.push_back(
        {.check = check, .is_met = row.integer(1) != 0, .reason = std::string(row.text(2))});
  }
  std::ranges::sort(move.checked, {}, &eco::CheckedItem::check);
  return {};
}

}  // namespace

Result<eco::OfferId> insert_offer(sql::Connection& connection, const StoredOffer& offer) {
  const auto id = TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM offers"));
  const auto& content = offer.content;
  TRY(TRY(connection.statement(
              "INSERT INTO offers (id, organisation, state, revision, kind, topic, text, role, "
              "countries, programme, begins, ends, deadline, days, created_at, created_by, "
              "changed_at) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
          .run(id, offer.organisation.value, name_of(offer.state), name_of(content.kind),
               content.topic, content.text, name_of(content.role), list_of_words(content.countries),
               content.programme, day_to_bind(content.begins), day_to_bind(content.ends),
               day_to_bind(content.deadline), offer.days, milliseconds(offer.created),
               offer.created_by.value, milliseconds(offer.created)));
  return eco::OfferId{id};
}

Result<StoredOffer> offer(sql::Connection& connection, eco::OfferId id) {
  auto found = TRY(read_offers(connection, "WHERE id = ?", id.value));
  if (found.empty()) {
    return fail(ErrorCode::not_found, "there is no such offer", std::to_string(id.value));
  }
  return std::move(found.front());
}

Result<> update_offer(sql::Connection& connection, const StoredOffer& offer, Timestamp at) {
  const auto& content = offer.content;
  std::optional<std::int64_t> published;
  if (offer.published) published = milliseconds(*offer.published);
  return TRY(connection.statement(
                 "UPDATE offers SET state = ?, revision = revision + 1, kind = ?, topic = ?, "
                 "text = ?, role = ?, countries = ?, programme = ?, begins = ?, ends = ?, "
                 "deadline = ?, days = ?, last_day = ?, published_at = ?, changed_at = ? "
                 "WHERE id = ?"))
      .run(name_of(offer.state), name_of(content.kind), content.topic, content.text,
           name_of(content.role), list_of_words(content.countries), content.programme,
           day_to_bind(content.begins), day_to_bind(content.ends), day_to_bind(content.deadline),
           offer.days, day_to_bind(offer.last_day), published, milliseconds(at), offer.id.value);
}

Result<std::vector<StoredOffer>> open_offers(sql::Connection& connection, Date today) {
  return read_offers(connection,
                     "WHERE state = 'published' AND last_day >= ? "
                     "ORDER BY published_at DESC, id DESC",
                     today.days_since_epoch());
}

Result<std::vector<StoredOffer>> offers_of(sql::Connection& connection,
                                           OrganisationId organisation) {
  return read_offers(connection, "WHERE " + is_within("organisation") + " ORDER BY id DESC",
                     organisation.value, organisation.value);
}

Result<std::vector<StoredOffer>> submitted_offers(sql::Connection& connection) {
  return read_offers(connection, "WHERE state = 'submitted' ORDER BY changed_at, id");
}

Result<std::vector<StoredOffer>> unreminded_offers(sql::Connection& connection, Date today,
                                                   Date last) {
  return read_offers(connection,
                     "WHERE state = 'published' AND last_day >= ? AND last_day <= ? "
                     "AND (reminded_of IS NULL OR reminded_of <> last_day) ORDER BY id",
                     today.days_since_epoch(), last.days_since_epoch());
}

Result<bool> note_offer_reminder(sql::Connection& connection, const StoredOffer& offer) {
  const auto last_day = day_to_bind(offer.last_day);
  TRY(TRY(connection.statement(
              "UPDATE offers SET reminded_of = last_day WHERE id = ? AND last_day = ? "
              "AND (reminded_of IS NULL OR reminded_of <> last_day)"))
          .run(offer.id.value, last_day));
  return connection.changed_rows() == 1;
}

Result<> append_offer_move(sql::Connection& connection, eco::OfferId id, const OfferMove& move) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM offer_moves WHERE offer = ?", id.value));
  TRY(TRY(connection.statement("INSERT INTO offer_moves (offer, number, act, to_state, at, person, "
                               "reasons) VALUES (?, ?, ?, ?, ?, ?, ?)"))
          .run(id.value, number, name_of(move.act), name_of(move.to), milliseconds(move.at),
               move.person.value, move.reasons));
  for (const auto& item : move.checked) {
    TRY(TRY(connection.statement("INSERT INTO offer_checks (offer, number, item, is_met, reason) "
                                 "VALUES (?, ?, ?, ?, ?)"))
            .run(id.value, number, name_of(item.check), item.is_met ? 1 : 0, item.reason));
  }
  return {};
}

Result<std::int64_t> renewals_since(sql::Connection& connection, eco::OfferId id, Timestamp since) {
  return one_number(connection,
                    "SELECT COUNT(*) FROM offer_moves WHERE offer = ? AND act = 'renew' AND at > ?",
                    id.value, milliseconds(since));
}

Result<std::vector<OfferMove>> offer_moves(sql::Connection& connection, eco::OfferId id) {
  std::vector<OfferMove> moves;
  {
    auto row =
        TRY(connection.statement("SELECT act, to_state, at, person, reasons FROM offer_moves "
                                 "WHERE offer = ? ORDER BY number"));
    TRY(row.bind(id.value));
    while (TRY(row.step())) {
      const auto act = TRY(eco::enum_from_name(row.text(0), eco::OfferAct::close));
      const auto to = TRY(eco::enum_from_name(row.text(1), eco::OfferState::closed));
      moves.push_back({.act = act,
                       .to = to,
                       .at = moment_of(row.integer(2)),
                       .person = {row.integer(3)},
                       .reasons = std::string(row.text(4))});
    }
  }
  std::int64_t number = 0;
  for (auto& move : moves) TRY(read_checks(connection, id, ++number, move));
  return moves;
}

Result<std::optional<std::int64_t>> insert_offer_match(sql::Connection& connection,
                                                       const StoredOfferMatch& match) {
  const auto other = match.other.value_or(eco::OfferId{}).value;
  if (match.other) {  // two that fit each other fit both ways, and are told of once
    auto reverse =
        TRY(connection.statement("SELECT 1 FROM offer_matches WHERE offer = ? AND other = ?"));
    TRY(reverse.bind(other, match.offer.value));
    if (TRY(reverse.step())) return std::nullopt;
  }
  const auto id = TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM offer_matches"));
  TRY(TRY(connection.statement(
              "INSERT INTO offer_matches (id, offer, organisation, other, share, why, at) "
              "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (offer, organisation, other) DO NOTHING"))
          .run(id, match.offer.value, match.organisation.value, other, match.share,
               list_of_words(match.why), milliseconds(match.at)));
  if (connection.changed_rows() != 1) return std::nullopt;
  return id;
}

Result<std::vector<StoredOfferMatch>> offer_matches(sql::Connection& connection, eco::OfferId id) {
  std::vector<StoredOfferMatch> matches;
  auto row = TRY(connection.statement(
      "SELECT m.id, m.offer, " + whole_of("m.organisation") +
      ", m.other, m.share, m.why, m.at FROM offer_matches m WHERE m.offer = ? UNION ALL "
      "SELECT m.id, m.other, " +
      whole_of("o.organisation") +
      ", m.offer, m.share, m.why, m.at FROM offer_matches m JOIN offers o ON o.id = m.offer WHERE "
      "m.other = ? ORDER BY 5 DESC, 1"));
  TRY(row.bind(id.value, id.value));
  while (TRY(row.step())) {
    StoredOfferMatch match{.id = row.integer(0),
                           .offer = {row.integer(1)},
                           .organisation = {row.integer(2)},
                           .share = row.real(4),
                           .why = words_of_list(row.text(5)),
                           .at = moment_of(row.integer(6))};
    if (const auto other = row.integer(3); other != 0) match.other = eco::OfferId{other};
    matches.push_back(std::move(match));
  }
  return matches;
}

}  // namespace tributary::store
