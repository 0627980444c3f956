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
static const uint8_t iso_233[] = {
#embed "schemes/iso-233.tsv"
};
static const uint8_t ungegn[] = {
#embed "schemes/ungegn.tsv"
};

static const romanization_resource resources[] = {
    {"ala-lc", ala_lc, sizeof(ala_lc)},
    {"bgn-pcgn", bgn_pcgn, sizeof(bgn_pcgn)},
    {"buckwalter", buckwalter, sizeof(buckwalter)},
    {"buckwalter-safe", buckwalter_safe, sizeof(buckwalter_safe)},
    {"buckwalter-xml", buckwalter_xml, sizeof(buckwalter_xml)},
    {"din-31635", din_31635, sizeof(din_31635)},
    {"hsb", hsb, sizeof(hsb)},
    {"iso-233", iso_233, sizeof(iso_233)},
    {"ungegn", ungegn, sizeof(ungegn)},
};

size_t romanization_scheme_count(void) { return sizeof(resources) / sizeof(resources[0]); }

romanization_resource romanization_scheme(size_t index) { return resources[index]; }
