// text/stop_words.h
//
// The 33 English words that Lucene leaves out by default since its first release, which published
// retrieval figures leave out too. For comparing with those; the product leaves no word out.
#pragma once

#include <string>
#include <vector>

namespace tributary::text {

/// For AnalyzerOptions::stop_words, in alphabetical order.
std::vector<std::string> classic_english_stop_words();

}  // namespace tributary::text
