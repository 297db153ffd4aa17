// app/demonstration/demonstration.h
//
// The catalogue that a fresh installation shows until real data is imported: the InEcVET project,
// whose facts are real, and invented projects that look like what schools, chambers and agencies
// run. Everything is labelled as demonstration.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "catalogue/project.h"
#include "store/catalogue_store.h"

namespace tributary::app {

/// The source of every demonstration project, and the first part of its address.
inline constexpr std::string_view kDemonstrationSource = "demo";

/// InEcVET: dates, grant, partners and roles as published; the sentences are ours.
catalogue::SourceProject inecvet_project();

/// `count` invented projects, the same ones for the same `seed` on every machine, in ascending
/// order of key.
std::vector<catalogue::SourceProject> invented_projects(std::uint32_t count, std::uint64_t seed);

/// Fills an empty catalogue; does nothing where there are projects already. Answers how many were
/// added.
Result<std::uint64_t> fill_demonstration(store::CatalogueStore& store, const Clock& clock);

/// Takes the demonstration out; answers how many projects left.
Result<std::uint64_t> remove_demonstration(store::CatalogueStore& store);

}  // namespace tributary::app
