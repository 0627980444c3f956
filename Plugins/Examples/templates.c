#include "PluginTemplates.h"

static const uint8_t header[] = {
#embed "../../Sources/CWarraqPlugin/include/warraq_plugin.h"
};
static const uint8_t c_manifest[] = {
#embed "CLibrary/plugin.json"
};
static const uint8_t c_code[] = {
#embed "CLibrary/example.c"
};
static const uint8_t c_makefile[] = {
#embed "CLibrary/Makefile"
};
static const uint8_t process_manifest[] = {
#embed "PythonProcess/plugin.json"
};
static const uint8_t process_code[] = {
#embed "PythonProcess/plugin.py"
};
static const uint8_t swift_package[] = {
#embed "SwiftPackage/Package.swift"
};
static const uint8_t swift_stage[] = {
#embed "SwiftPackage/Sources/Example/LongWordsStage.swift"
};
static const uint8_t swift_main[] = {
#embed "SwiftPackage/Sources/example-run/main.swift"
};
static const uint8_t swift_tests[] = {
#embed "SwiftPackage/Tests/ExampleTests/LongWordsTests.swift"
};

#define FILE_OF(path, bytes) {path, bytes, sizeof bytes}

static const plugin_template_file c_files[] = {
    FILE_OF("plugin.json", c_manifest),
    FILE_OF("example.c", c_code),
    FILE_OF("Makefile", c_makefile),
    FILE_OF("warraq_plugin.h", header),
};
static const plugin_template_file process_files[] = {
    FILE_OF("plugin.json", process_manifest),
    FILE_OF("plugin.py", process_code),
};
static const plugin_template_file swift_files[] = {
    FILE_OF("Package.swift", swift_package),
    FILE_OF("Sources/Example/LongWordsStage.swift", swift_stage),
    FILE_OF("Sources/example-run/main.swift", swift_main),
    FILE_OF("Tests/ExampleTests/LongWordsTests.swift", swift_tests),
};

#define TEMPLATE(kind, files) {kind, files, sizeof files / sizeof *files}

static const plugin_template templates[] = {
    TEMPLATE("c", c_files),
    TEMPLATE("process", process_files),
    TEMPLATE("swift", swift_files),
};

const plugin_template *plugin_templates(size_t *count) {
  *count = sizeof templates / sizeof *templates;
  return templates;
}
