/// Why libyaml gave up, in its own words and at its own places, counted in code points.
struct YAMLProblem {
    /// What libyaml found, such as `did not find expected key`.
    let words: String
    /// What it was reading, such as `while parsing a block mapping`; may be empty.
    let context: String
    let place: Int
    /// Where what it was reading began.
    let contextPlace: Int?
}
