# tributary_source_dir_for(file…): these tests read files of the source tree, found by TRIBUTARY_SOURCE_DIR. Only they know
# where it lies, so that the compiler cache serves all others in every clone.
function(tributary_source_dir_for)
  set_source_files_properties(${ARGN} PROPERTIES COMPILE_DEFINITIONS TRIBUTARY_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endfunction()

# tributary_library(<folder> [LINKS layer…] [EXTERNAL target…] [ALONE file…] [READS_FILES test…])
#
# One static library a folder under src/: every *.cpp below it but tests. LINKS names the layers that it may include
# (scripts/check-layers holds the includes to the same table); EXTERNAL names outside libraries, linked privately.
# ALONE stay out of the unity build: heavy sources (Beast, CLI11 …) and tests whose names clash. Files named *_test.cpp become the program <folder>_test;
# those of them under READS_FILES know TRIBUTARY_SOURCE_DIR.
function(tributary_library name)
  cmake_parse_arguments(ARG "" "" "LINKS;EXTERNAL;ALONE;READS_FILES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")

  if(sources)
    add_library(tributary_${name} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(tributary_${name} PRIVATE ${ARG_EXTERNAL})
  else()
    add_library(tributary_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(tributary_${name} ${scope} "${CMAKE_SOURCE_DIR}/src")
  foreach(layer ${ARG_LINKS})
    target_link_libraries(tributary_${name} ${scope} tributary_${layer})
  endforeach()
  foreach(file ${ARG_ALONE})
    set_source_files_properties(${file} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endforeach()

  if(TRIBUTARY_TESTS AND tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE tributary_${name} ${ARG_EXTERNAL} GTest::gtest_main GTest::gmock
                                               Threads::Threads)
    set_target_properties(${name}_test PROPERTIES UNITY_BUILD_BATCH_SIZE 6)  # more takes much memory
    tributary_source_dir_for(${ARG_READS_FILES})
    gtest_discover_tests(${name}_test TEST_PREFIX ${name}. DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 600)
  endif()
endfunction()
