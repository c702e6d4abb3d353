import Diagnostics

/// The accent colour can be read on white.
///
/// Links are written in it. Below a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3) people with weak sight, or a phone in the sun,
/// do not see them.
///
/// ```yaml
/// theme: {accent: "#ffcc00"}   # 1.5 to 1
/// theme: {accent: "#0b5fff"}   # 5.4 to 1
/// ```
///
/// Take a darker shade. In dark mode the theme lightens it by itself.
struct AccentContrast: SiteRule {
    static let code = "accent-contrast"
    static let title = "the accent colour can be read on white"
    static let severity = Severity.warning

    func check(_ site: SiteUnderCheck, into report: inout Report) {
        guard let accent = site.configuration.theme.accent, site.file.isSound("theme", "accent"),
            let number = UInt32(accent.dropFirst(), radix: 16)
        else { return }
        let contrast = 1.05 / (Self.luminance(number) + 0.05)
        guard contrast < 4.5 else { return }
        let tenths = Int(contrast * 10)
        report.add(
            Self.finding(
                "accent \(accent) has a contrast of \(tenths / 10).\(tenths % 10) to 1 on white, and 4.5 is the least that can be read",
                at: site.file.span("theme", "accent"), help: "take a darker shade of it"))
    }

    /// Relative luminance as WCAG 2.2 defines it.
    private static func luminance(_ colour: UInt32) -> Double {
        let weights = [0.2126, 0.7152, 0.0722]
        return zip(weights, [16, 8, 0] as [UInt32]).reduce(0) { sum, part in
            let channel = Double(colour >> part.1 & 0xFF) / 255
            return sum + part.0 * (channel <= 0.04045 ? channel / 12.92 : power((channel + 0.055) / 1.055))
        }
    }

    /// x to the power of 2.4, as x² times the fifth root of x²: by Newton's method, since no library for it may be seen.
    private static func power(_ x: Double) -> Double {
        let square = x * x
        guard square > 0 else { return 0 }
        var root = 1.0
        for _ in 0..<40 {
            root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
        }
        return square * root
    }
}
