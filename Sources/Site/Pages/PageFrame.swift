import Digests
import Incidents
import Syntax

/// What stands around every page's content: the head with its policy and metadata, the way around the site, the foot.
struct PageFrame {
    /// Nothing runs but the site's own script files, and nothing is loaded from anywhere else.
    static let policy: String = {
        var bytes: [UInt8] = []
        appendPolicy(structuredData: nil, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }()

    /// The policy with the hash of the page's JSON-LD: browsers do not run it, and checkers of policies ask for it.
    private static func appendPolicy(structuredData: [UInt8]?, to bytes: inout [UInt8]) {
        bytes.append(literal: "default-src 'none'; style-src 'self'; script-src 'self'")
        if let structuredData {
            bytes.append(literal: " 'sha256-")
            bytes.append(text: Base64.encode(SHA256Digest(of: structuredData).bytes))
            bytes.append(literal: "'")
        }
        bytes.append(literal: "; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'")
    }

    let page: Page
    /// The page's own title, without the site's.
    let title: String
    let description: String
    var kind = "website"
    /// The section of the site that the page belongs to, as the navigation names it.
    var section = ""
    /// Other forms of the page's content.
    var alternates: [FeedLink] = []
    /// JSON-LD, with each `<` written as `\u003c`.
    var structuredData: [UInt8]?
    /// Whether search engines may list the page.
    var isListed = true
    var lang: String?

    /// The names and values that the layout reads, to which those of the page itself come.
    func object() -> TemplateMemory.Row {
        let siteTitle = page.edition.site.title
        let furniture = page.edition.furniture.of(
            page, section: section, language: lang ?? page.edition.site.lang)
        var object = page.memory.beginObject()
        object.set(.t, page.phrases.object)
        object.set(.lang, furniture.lang)
        object.set(.foreign, furniture.foreign)
        object.set(.dir, furniture.dir)
        object.set(.policy, page.memory.text { Self.appendPolicy(structuredData: structuredData, to: &$0) })
        object.set(.root, furniture.root)
        object.set(
            .documentTitle,
            page.memory.text {
                if title != siteTitle, !title.isEmpty {
                    $0.append(text: title)
                    $0.append(literal: " · ")
                }
                $0.append(text: siteTitle)
            })
        object.set(.pageTitle, title)
        object.set(.description, description)
        object.set(
            .canonical,
            isListed
                ? page.memory.text {
                    $0.append(text: page.edition.address.root)
                    $0.append(text: page.path)
                } : .null)
        object.set(.ogType, .text(kind))
        object.set(.structuredData, TemplateValue(html: structuredData))
        object.set(.isListed, .bool(isListed))
        object.set(
            .alternates,
            page.memory.each(alternates) { link in
                page.memory.object { object in
                    object.set(.title, page.memory.text(link.appendTitle))
                    object.set(.href, page.href(link))
                    object.set(.type, link.mediaType)
                }
            })
        object.set(.siteTitle, furniture.siteTitle)
        object.set(.siteDescription, furniture.siteDescription)
        object.set(.cardImage, furniture.cardImage)
        object.set(.publisher, furniture.publisher)
        object.set(.logo, furniture.logo)
        object.set(.navigation, furniture.navigation)
        object.set(.log, furniture.log)
        return object
    }
}

/// Which way a language is written.
enum TextDirection: String {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    private static let scripts: Set<Substring> = ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"]
    private static let languages: Set<Substring> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ]

    /// By the language's script where its tag names one, else by the language.
    init(language: String) {
        let parts = language.lowercased().split(separator: "-")
        if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
            self = Self.scripts.contains(script) ? .rightToLeft : .leftToRight
        } else {
            self = parts.first.map(Self.languages.contains) == true ? .rightToLeft : .leftToRight
        }
    }
}
