#include "ShippedRecipeFiles.h"

static const uint8_t article_digest[] = {
#embed "article-digest.json"
};
static const uint8_t keywords[] = {
#embed "keywords.json"
};
static const uint8_t names[] = {
#embed "names.json"
};
static const uint8_t search_fold[] = {
#embed "search-fold.json"
};
static const uint8_t sentences[] = {
#embed "sentences.json"
};
static const uint8_t summary[] = {
#embed "summary.json"
};

static const shipped_recipe_file recipes[] = {
    {"article-digest", article_digest, sizeof(article_digest)},
    {"keywords", keywords, sizeof(keywords)},
    {"names", names, sizeof(names)},
    {"search-fold", search_fold, sizeof(search_fold)},
    {"sentences", sentences, sizeof(sentences)},
    {"summary", summary, sizeof(summary)},
};

size_t shipped_recipe_count(void) { return sizeof(recipes) / sizeof(recipes[0]); }

shipped_recipe_file shipped_recipe(size_t index) { return recipes[index]; }
