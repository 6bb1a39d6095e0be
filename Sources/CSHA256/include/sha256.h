// SHA-256 blocks by the processor's own instructions (x86: SHA extensions).
#ifndef SIXPOINT_SHA256_H
#define SIXPOINT_SHA256_H

#include <stddef.h>
#include <stdint.h>

// 1 where this processor has them, 0 otherwise and on every other architecture.
int sixpoint_sha256_is_available(void);

// Takes `count` blocks of 64 bytes into the eight words of `state`.
// Only where sixpoint_sha256_is_available() is 1.
void sixpoint_sha256_compress(uint32_t *state, const uint8_t *blocks, size_t count);

#endif
