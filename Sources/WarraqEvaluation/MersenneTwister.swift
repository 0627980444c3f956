/// MT19937 (Matsumoto and Nishimura, "Mersenne Twister", 1998), seeded as by an array of one word,
/// so that resampling draws what other scorers draw from the same seed.
struct MersenneTwister {
  private var state = [UInt32](repeating: 0, count: 624)
  private var index = 624

  init(seed: UInt32) {
    state[0] = 19_650_218
    for place in 1..<624 {
      let last = state[place - 1]
      state[place] = 1_812_433_253 &* (last ^ last >> 30) &+ UInt32(place)
    }
    var place = 1
    for _ in 0..<624 {
      let last = state[place - 1]
      state[place] = (state[place] ^ (last ^ last >> 30) &* 1_664_525) &+ seed
      place = advanced(place)
    }
    for _ in 0..<623 {
      let last = state[place - 1]
      state[place] = (state[place] ^ (last ^ last >> 30) &* 1_566_083_941) &- UInt32(place)
      place = advanced(place)
    }
    state[0] = 0x8000_0000
  }

  private mutating func advanced(_ place: Int) -> Int {
    guard place == 623 else { return place + 1 }
    state[0] = state[623]
    return 1
  }

  private mutating func next() -> UInt32 {
    if index == 624 {
      for place in 0..<624 {
        let joined = state[place] & 0x8000_0000 | state[(place + 1) % 624] & 0x7FFF_FFFF
        state[place] = state[(place + 397) % 624] ^ joined >> 1 ^ (joined & 1) &* 0x9908_B0DF
      }
      index = 0
    }
    var word = state[index]
    index += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9D2C_5680
    word ^= word << 15 & 0xEFC6_0000
    return word ^ word >> 18
  }

  /// A number from 0 up to 1, of 53 random bits.
  mutating func unit() -> Double {
    let high = Double(next() >> 5)
    let low = Double(next() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }
}
