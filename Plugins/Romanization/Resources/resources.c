#include "RomanizationResources.h"

static const uint8_t ala_lc[] = {
#embed "schemes/ala-lc.tsv"
};
static const uint8_t bgn_pcgn[] = {
#embed "schemes/bgn-pcgn.tsv"
};
static const uint8_t buckwalter[] = {
#embed "schemes/buckwalter.tsv"
};
static const uint8_t buckwalter_safe[] = {
#embed "schemes/buckwalter-safe.tsv"
};
static const uint8_t buckwalter_xml[] = {
#embed "schemes/buckwalter-xml.tsv"
};
static const uint8_t din_31635[] = {
#embed "schemes/din-31635.tsv"
};
static const uint8_t hsb[] = {
#embed "schemes/hsb.tsv"
};
static const uint8_t icao_9303[] = {
#embed "schemes/icao-9303.tsv"
};
static const uint8_t iso_233[] = {
#embed "schemes/iso-233.tsv"
};
static const uint8_t ungegn[] = {
#embed "schemes/ungegn.tsv"
};

static const uint8_t arabizi[] = {
#embed "schemes/arabizi.tsv"
};
static const uint8_t ascii[] = {
#embed "schemes/ascii.tsv"
};
static const uint8_t ipa[] = {
#embed "schemes/ipa.tsv"
};
static const uint8_t iso_233_2[] = {
#embed "schemes/iso-233-2.tsv"
};
static const uint8_t odni_2015[] = {
#embed "schemes/odni-2015.tsv"
};
static const uint8_t odni_2004[] = {
#embed "schemes/odni-2004.tsv"
};
static const uint8_t ses[] = {
#embed "schemes/ses.tsv"
};
static const uint8_t ungegn_2017[] = {
#embed "schemes/ungegn-2017.tsv"
};

static const romanization_resource resources[] = {
    {"arabizi", arabizi, sizeof(arabizi)},
    {"ascii", ascii, sizeof(ascii)},
    {"ipa", ipa, sizeof(ipa)},
    {"iso-233-2", iso_233_2, sizeof(iso_233_2)},
    {"odni-2004", odni_2004, sizeof(odni_2004)},
    {"odni-2015", odni_2015, sizeof(odni_2015)},
    {"ses", ses, sizeof(ses)},
    {"ungegn-2017", ungegn_2017, sizeof(ungegn_2017)},
    {"ala-lc", ala_lc, sizeof(ala_lc)},
    {"bgn-pcgn", bgn_pcgn, sizeof(bgn_pcgn)},
    {"buckwalter", buckwalter, sizeof(buckwalter)},
    {"buckwalter-safe", buckwalter_safe, sizeof(buckwalter_safe)},
    {"buckwalter-xml", buckwalter_xml, sizeof(buckwalter_xml)},
    {"din-31635", din_31635, sizeof(din_31635)},
    {"hsb", hsb, sizeof(hsb)},
    {"icao-9303", icao_9303, sizeof(icao_9303)},
    {"iso-233", iso_233, sizeof(iso_233)},
    {"ungegn", ungegn, sizeof(ungegn)},
};

size_t romanization_scheme_count(void) { return sizeof(resources) / sizeof(resources[0]); }

romanization_resource romanization_scheme(size_t index) { return resources[index]; }

static const uint8_t clitics[] = {
#embed "clitics.tsv"
};
static const uint8_t readings[] = {
#embed "readings.tsv"
};
static const uint8_t short_words[] = {
#embed "short-words.tsv"
};
static const uint8_t spellings[] = {
#embed "spellings.tsv"
};
static const uint8_t arabizi_sounds[] = {
#embed "arabizi-sounds.tsv"
};
static const uint8_t arabizi_words[] = {
#embed "arabizi-words.tsv"
};
static const uint8_t endings[] = {
#embed "endings.tsv"
};
static const uint8_t openings[] = {
#embed "openings.tsv"
};
// On a line of the processor's memory, as its tables of weights are made of such lines.
static const uint8_t model[] __attribute__((aligned(64))) = {
#embed "ala-lc.model"
};

romanization_resource romanization_clitics(void) {
  romanization_resource resource = {"clitics", clitics, sizeof(clitics)};
  return resource;
}

romanization_resource romanization_readings(void) {
  romanization_resource resource = {"readings", readings, sizeof(readings)};
  return resource;
}

romanization_resource romanization_short_words(void) {
  romanization_resource resource = {"short-words", short_words, sizeof(short_words)};
  return resource;
}

romanization_resource romanization_spellings(void) {
  romanization_resource resource = {"spellings", spellings, sizeof(spellings)};
  return resource;
}

romanization_resource romanization_arabizi_sounds(void) {
  romanization_resource resource = {"arabizi-sounds", arabizi_sounds, sizeof(arabizi_sounds)};
  return resource;
}

romanization_resource romanization_arabizi_words(void) {
  romanization_resource resource = {"arabizi-words", arabizi_words, sizeof(arabizi_words)};
  return resource;
}

romanization_resource romanization_endings(void) {
  romanization_resource resource = {"endings", endings, sizeof(endings)};
  return resource;
}

romanization_resource romanization_openings(void) {
  romanization_resource resource = {"openings", openings, sizeof(openings)};
  return resource;
}

romanization_resource romanization_model(void) {
  romanization_resource resource = {"ala-lc", model, sizeof(model)};
  return resource;
}
