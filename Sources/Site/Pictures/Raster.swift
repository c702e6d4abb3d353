/// A picture of pixels with a few shapes, drawn with integers alone, so that its bytes are the same on every machine.
struct Raster {
    let width: Int
    let height: Int
    private(set) var pixels: [UInt8]

    init(width: Int, height: Int, ground: Colour) {
        self.width = width
        self.height = height
        let row = (0..<width).flatMap { _ in [ground.red, ground.green, ground.blue] }
        pixels = []
        pixels.reserveCapacity(row.count * height)
        for _ in 0..<height { pixels += row }
    }

    /// Lengths and places are in eighths of a pixel, so that edges can lie between pixels.
    mutating func circle(x: Int, y: Int, radius: Int, _ colour: Colour) {
        fill((x - radius)..<(x + radius), (y - radius)..<(y + radius), colour) { px, py in
            let (dx, dy) = (px - x, py - y)
            return dx * dx + dy * dy <= radius * radius
        }
    }

    /// A rectangle with round corners.
    mutating func rectangle(x: Int, y: Int, width: Int, height: Int, radius: Int, _ colour: Colour) {
        fill(x..<(x + width), y..<(y + height), colour) { px, py in
            let dx = max(x + radius - px, px - (x + width - radius), 0)
            let dy = max(y + radius - py, py - (y + height - radius), 0)
            return dx * dx + dy * dy <= radius * radius
        }
    }

    /// Colours each pixel by how many of its sixteen samples lie inside.
    private mutating func fill(
        _ xs: Range<Int>, _ ys: Range<Int>, _ colour: Colour, _ isInside: (Int, Int) -> Bool
    ) {
        let columns = max(0, xs.lowerBound / 8)..<min(width, xs.upperBound / 8 + 1)
        let rows = max(0, ys.lowerBound / 8)..<min(height, ys.upperBound / 8 + 1)
        for row in rows {
            for column in columns {
                var count = 0
                for sample in 0..<16 {
                    let px = column * 8 + 1 + sample % 4 * 2
                    let py = row * 8 + 1 + sample / 4 * 2
                    if xs.contains(px), ys.contains(py), isInside(px, py) { count += 1 }
                }
                if count > 0 { blend(row * width + column, colour, count) }
            }
        }
    }

    private mutating func blend(_ pixel: Int, _ colour: Colour, _ sixteenths: Int) {
        for (channel, value) in [colour.red, colour.green, colour.blue].enumerated() {
            let old = Int(pixels[pixel * 3 + channel])
            pixels[pixel * 3 + channel] = UInt8((old * (16 - sixteenths) + Int(value) * sixteenths + 8) / 16)
        }
    }
}
