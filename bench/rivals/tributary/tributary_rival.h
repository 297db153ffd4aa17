// bench/rivals/tributary/tributary_rival.h
//
// Tributary's engine through its public face. It comes in two programs that differ in the schema:
// tributary_rival ranks title and text as one field, exactly as the rivals do, so that the best ten
// can be compared; tributary_fields_rival ranks them as the product does, by BM25F with a title
// that weighs 2.5.
#pragma once

#include "rivals/common/rival_program.h"
#include "search/schema.h"

namespace tributary::bench {

enum class Ranking : std::uint8_t { one_field, title_and_text };

void build_tributary(const std::string& corpus, const std::string& folder, Ranking ranking);
std::unique_ptr<Rival> open_tributary(const std::string& folder);

}  // namespace tributary::bench
