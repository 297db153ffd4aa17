// tests/import/render.h
#pragma once

#include <string>

#include "base/file.h"
#include "base/result.h"
#include "catalogue/import_stream.h"

namespace tributary::import_test {

/// Runs `plan` to the end and writes down all that came, one line a fact, with file names relative
/// to `folder`.
Result<std::string> render(catalogue::ImportPlan& plan, const Path& folder);

/// A project as lines, without its files.
std::string render(const catalogue::SourceProject& project);

}  // namespace tributary::import_test
