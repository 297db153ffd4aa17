// bench/corpus/real_words.h
//
// The words of real project titles and texts, in their order: what the generated corpus takes its
// vocabulary, frequencies and neighbours from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace tributary::bench {

/// Texts one after another as numbers of words; kTextEnd stands behind each.
struct WordStream {
  static constexpr std::uint32_t kTextEnd = 0;

  std::vector<std::uint32_t> tokens;
  std::vector<std::uint32_t> starts;  ///< where each text begins in `tokens`
};

struct RealWords {
  std::vector<std::string> spellings;  ///< by number; that of kTextEnd is empty
  WordStream titles;
  WordStream texts;
};

/// Reads every list with titles or texts under `data`, the folder that holds `cordis/`. Words are
/// folded; those with other characters than a–z and 0–9 are left out, because every engine has to
/// cut and spell them alike. Errors: `not_found` naming the file that is missing, `corrupt`.
Result<RealWords> read_real_words(const Path& data);

}  // namespace tributary::bench
