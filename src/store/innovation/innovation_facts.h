// store/innovation/innovation_facts.h
//
// What is written down about an innovation on its way: notes, lessons, what its product consists
// of, protocols and packages of evidence. All of it is only ever added to; of a fact the last one
// counts.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/innovation/recorded_fact.h"
#include "sql/connection.h"
#include "store/audit/audit_entry.h"

namespace tributary::store {

struct Fact {
  ecosystem::FactKind kind = ecosystem::FactKind::lessons;
  std::string text;
  std::int64_t gate_round = 1;  ///< in which it was written down
  Timestamp at;
  ecosystem::PersonId by;
};

Result<> append_fact(sql::Connection& connection, ecosystem::InnovationId id, const Fact& fact);

/// All, oldest first.
Result<std::vector<Fact>> innovation_facts(sql::Connection& connection, ecosystem::InnovationId id);

/// The first is the protocol as registered, the others amend it.
struct Protocol {
  std::string title, text;
  Sha256 text_hash{};   ///< chosen by append_protocol()
  std::string reasons;  ///< of an amendment
  Timestamp at;
  ecosystem::PersonId by;
};

Result<> append_protocol(sql::Connection& connection, ecosystem::InnovationId id,
                         const Protocol& protocol);

/// All, oldest first.
Result<std::vector<Protocol>> innovation_protocols(sql::Connection& connection,
                                                   ecosystem::InnovationId id);

struct EvidenceLink {
  std::string title, link;
};

/// Frozen at a moment: what a panel looks at is what was there then.
struct EvidencePackage {
  std::vector<EvidenceLink> links;
  std::int64_t gate_round = 1;
  Timestamp at;
  ecosystem::PersonId by;
};

Result<> append_evidence_package(sql::Connection& connection, ecosystem::InnovationId id,
                                 const EvidencePackage& package);

/// All, oldest first.
Result<std::vector<EvidencePackage>> evidence_packages(sql::Connection& connection,
                                                       ecosystem::InnovationId id);

}  // namespace tributary::store
