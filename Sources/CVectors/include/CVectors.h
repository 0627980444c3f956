// Blocks of 32 bytes through GCC's and clang's vector extensions: one source for every machine.
#ifndef CVECTORS_H
#define CVECTORS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t block __attribute__((vector_size(32)));
typedef uint64_t words __attribute__((vector_size(32)));

// The loader picks a clone before sanitizers are awake, which crashes them.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif

// Marks a function that x86-64 compiles twice; the loader takes the wider one where the processor
// has it. Long sums of numbers are worth a third time.
#if defined(__x86_64__) && defined(__linux__) && !defined(SANITIZED)
#define WIDEST __attribute__((target_clones("avx2", "default")))
#define WIDEST_SUM __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDEST
#define WIDEST_SUM
#endif

// Inlined into both clones, so that each gets its own instructions.
#define INLINE inline __attribute__((always_inline))

#define LOAD(pointer) ({ block b_; memcpy(&b_, (pointer), sizeof b_); b_; })
#define SPLAT(byte) ((block){} + (uint8_t)(byte))
#define ANY(mask) ({ words w_ = (words)(mask); (w_[0] | w_[1] | w_[2] | w_[3]) != 0; })

#endif
