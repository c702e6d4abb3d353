/// The site's mark, a disc above a board, and the card that others show with a link to the site.
enum SiteMark {
    /// The mark as a scalable icon.
    static func svg(_ accent: Colour) -> [UInt8] {
        Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" \
            fill="\(accent.text)"/><circle cx="16" cy="12" r="4.5" fill="#fff"/><rect x="6" y="20" width="20" \
            height="3" rx="1.5" fill="#fff"/></svg>

            """.utf8)
    }

    /// The mark as a square of pixels.
    static func icon(size: Int, _ accent: Colour) -> Raster {
        var raster = Raster(width: size, height: size, ground: accent)
        draw(into: &raster, x: 0, y: 0, size: size * 8)
        return raster
    }

    /// 1200 by 630 pixels: the mark above a line of time.
    static func card(_ accent: Colour) -> Raster {
        let ground = accent.mixed(with: .black, parts: 12)
        var raster = Raster(width: 1200, height: 630, ground: ground)
        let faint = ground.mixed(with: .white, parts: 14)
        let quiet = ground.mixed(with: .white, parts: 34)
        raster.rectangle(x: 96 * 8, y: 400 * 8, width: 1008 * 8, height: 14 * 8, radius: 56, .white)
        raster.circle(x: 330 * 8, y: 240 * 8, radius: 96 * 8, .white)
        for (x, radius) in [(560, 20), (640, 12), (720, 12), (860, 20), (1000, 12)] {
            raster.circle(x: x * 8, y: 407 * 8, radius: (radius + 12) * 8, ground)
            raster.circle(x: x * 8, y: 407 * 8, radius: radius * 8, .white)
        }
        for (row, ends) in [(560, 860), (560, 720), (860, 1000)].enumerated() {
            raster.rectangle(
                x: ends.0 * 8, y: (468 + row * 34) * 8, width: (ends.1 - ends.0) * 8, height: 12 * 8,
                radius: 48,
                row == 0 ? quiet : faint)
        }
        return raster
    }

    /// Disc and board in a square whose side is `size` eighths of a pixel.
    private static func draw(into raster: inout Raster, x: Int, y: Int, size: Int) {
        raster.circle(x: x + size / 2, y: y + size * 3 / 8, radius: size * 9 / 64, .white)
        raster.rectangle(
            x: x + size * 6 / 32, y: y + size * 20 / 32, width: size * 20 / 32, height: size * 3 / 32,
            radius: size * 3 / 64, .white)
    }
}
