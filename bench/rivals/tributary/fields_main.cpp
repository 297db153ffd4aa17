// The program whose schema is Ranking::title_and_text.
#include "rivals/tributary/tributary_rival.h"

int main(int argc, char** argv) {
  using namespace tributary::bench;
  return run_rival(
      argc, argv,
      [](const std::string& corpus, const std::string& folder) {
        build_tributary(corpus, folder, Ranking::title_and_text);
      },
      open_tributary);
}
