#include "store/innovation/innovation_facts.h"

#include <algorithm>

#include "ecosystem/enum_names.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {

namespace eco = ecosystem;

Result<> append_fact(sql::Connection& connection, eco::InnovationId id, const Fact& fact) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM innovation_facts WHERE innovation = ?",
      id.value));
  return TRY(connection.statement("INSERT INTO innovation_facts (innovation, number, gate_round, "
                                  "kind, text, at, person) VALUES (?, ?, ?, ?, ?, ?, ?)"))
      .run(id.value, number, fact.gate_round, name_of(fact.kind), fact.text, milliseconds(fact.at),
           fact.by.value);
}

Result<std::vector<Fact>> innovation_facts(sql::Connection& connection, eco::InnovationId id) {
  auto row =
      TRY(connection.statement("SELECT kind, text, gate_round, at, person FROM innovation_facts "
                               "WHERE innovation = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<Fact> facts;
  while (TRY(row.step())) {
    facts.push_back(
        {.kind = TRY(eco::enum_from_name(row.text(0), eco::FactKind::product_accessibility)),
         .text = std::string(row.text(1)),
         .gate_round = row.integer(2),
         .at = moment_of(row.integer(3)),
         .by = {row.integer(4)}});
  }
  return facts;
}

Result<> append_protocol(sql::Connection& connection, eco::InnovationId id,
                         const Protocol& protocol) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM innovation_protocols WHERE innovation = ?",
      id.value));
  const auto hash = sha256(protocol.text);
  return TRY(connection.statement("INSERT INTO innovation_protocols (innovation, number, title, "
                                  "text, text_hash, reasons, at, person) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
      .run(id.value, number, protocol.title, protocol.text, sql::Blob{{hash.data(), hash.size()}},
           protocol.reasons, milliseconds(protocol.at), protocol.by.value);
}

Result<std::vector<Protocol>> innovation_protocols(sql::Connection& connection,
                                                   eco::InnovationId id) {
  auto row =
      TRY(connection.statement("SELECT title, text, text_hash, reasons, at, person "
                               "FROM innovation_protocols WHERE innovation = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<Protocol> protocols;
  while (TRY(row.step())) {
    protocols.push_back({.title = std::string(row.text(0)),
                         .text = std::string(row.text(1)),
                         .reasons = std::string(row.text(3)),
                         .at = moment_of(row.integer(4)),
                         .by = {row.integer(5)}});
    std::ranges::copy(row.blob(2).substr(0, sizeof(Sha256)), protocols.back().text_hash.begin());
  }
  return protocols;
}

Result<> append_evidence_package(sql::Connection& connection, eco::InnovationId id,
                                 const EvidencePackage& package) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM evidence_packages WHERE innovation = ?",
      id.value));
  TRY(TRY(connection.statement("INSERT INTO evidence_packages (innovation, number, gate_round, at, "
                               "person) VALUES (?, ?, ?, ?, ?)"))
          .run(id.value, number, package.gate_round, milliseconds(package.at), package.by.value));
  auto insert = TRY(
      connection.statement("INSERT INTO evidence_links (innovation, package, ordinal, title, link) "
                           "VALUES (?, ?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < package.links.size(); ++ordinal) {
    const auto& [title, link] = package.links[ordinal];
    TRY(insert.run(id.value, number, ordinal, title, link));
  }
  return {};
}

Result<std::vector<EvidencePackage>> evidence_packages(sql::Connection& connection,
                                                       eco::InnovationId id) {
  auto row =
      TRY(connection.statement("SELECT number, gate_round, at, person FROM evidence_packages "
                               "WHERE innovation = ? ORDER BY number"));
  auto link =
      TRY(connection.statement("SELECT title, link FROM evidence_links "
                               "WHERE innovation = ? AND package = ? ORDER BY ordinal"));
  TRY(row.bind(id.value));
  std::vector<EvidencePackage> packages;
  while (TRY(row.step())) {
    packages.push_back(
        {.gate_round = row.integer(1), .at = moment_of(row.integer(2)), .by = {row.integer(3)}});
    TRY(link.bind(id.value, row.integer(0)));
    while (TRY(link.step())) {
      packages.back().links.push_back({std::string(link.text(0)), std::string(link.text(1))});
    }
  }
  return packages;
}

}  // namespace tributary::store
