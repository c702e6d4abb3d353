import Incidents

/// What the theme gives to the site besides pages: the style sheet in the site's colour, icons, the card, and files
/// copied as they are.
struct ThemeArtifacts {
    /// The style sheet's grounds in light and dark, which its texts in the accent colour must be legible on.
    private static let lightGround = Colour(red: 0xF4, green: 0xF2, blue: 0xEC)
    private static let darkGround = Colour(red: 0x20, green: 0x26, blue: 0x2B)
    static let defaultAccent = Colour(red: 0x0B, green: 0x55, blue: 0x63)

    let edition: Edition

    var artifacts: [Artifact] {
        let chosen = edition.site.theme.accent.flatMap { Colour($0) }
        let accent = chosen ?? Self.defaultAccent
        let light = accent.legible(on: Self.lightGround, towards: .black)
        var artifacts: [Artifact] = []
        var paths: Set<String> = []
        for file in edition.theme.files {
            var bytes = file.bytes
            if file.path.text == "style.css", chosen != nil {
                let dark = accent.legible(on: Self.darkGround, towards: .white)
                bytes += ":root{--accent:\(light.text)}\n".utf8
                bytes += "@media (prefers-color-scheme:dark){:root{--accent:\(dark.text)}}\n".utf8
                bytes += "@media print{:root{--accent:\(light.text)}}\n".utf8
            }
            artifacts.append(Artifact(file.path, bytes, order: .leaf))
            paths.insert(file.path.text)
        }
        func add(_ path: String, _ bytes: @autoclosure () -> [UInt8]) {
            guard !paths.contains(path), let artifact = Artifact(file: path, bytes(), order: .leaf) else {
                return
            }
            artifacts.append(artifact)
        }
        add("icon.svg", SiteMark.svg(light))
        add("icon.png", PNGImage.bytes(of: SiteMark.icon(size: 180, light)))
        add("card.png", PNGImage.bytes(of: SiteMark.card(light)))
        if let logo = edition.theme.logo, let path = edition.theme.logoPath { add(path.text, logo.bytes) }
        return artifacts
    }
}

extension Theme {
    /// Where the configuration's logo stands in the site: `logo.svg`, `logo.png`.
    var logoPath: OutputPath? {
        guard let logo, let point = logo.path.lastIndex(of: ".") else { return nil }
        let ending = logo.path[logo.path.index(after: point)...].lowercased()
        return ["svg", "png", "jpg", "jpeg", "webp", "gif", "avif"].contains(ending)
            ? OutputPath("logo." + ending) : nil
    }
}
