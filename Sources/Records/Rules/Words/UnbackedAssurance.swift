import Diagnostics
import Incidents

/// A reassuring word has an assurance or an asset's row behind it.
///
/// "Contained", "safe", "unaffected", "limited": a frightened reader leans on these words, and finds out later what they
/// meant. `assurances` say what such a word means, what it covers and until when it was true; the page shows it beside the
/// word. An asset's row with `not_affected` says what was looked at.
///
/// ```yaml
/// title: Bridge attacked, losses contained              # leans on "contained"
/// assurances:                                           # what it means
///   - says: contained
///     means: The lost key can no longer withdraw or mint.
///     scope: TokenSafe and MintPool on Ethereum
///     as_of: 2026-02-21T11:00:00Z
/// ```
///
/// Looked at are title, summary and the updates' bodies, where the record's `lang` (or else the site's) is English, German or
/// Spanish: "eingedämmt", "sicher", "nicht betroffen", "contenido", "a salvo", "no afectado". In other languages no word is
/// judged. "Contained" wants an assurance that says `contained`;
/// "safe", "secure" and "no user funds" one that says `funds_safe`, or an asset that is `not_affected`; "unaffected" an
/// asset or a product that is `not_affected`; "limited" either. An assurance in words of your own counts where it has the
/// same word, and needs its `means` in any case. Losses that are `none`, or whose rows say who owned them and none is the users', stand behind "no user
/// funds". Where nobody knows what a word means, `means: not_stated` is honest. Other people's words in quotation marks,
/// questions, denials and conditions are left alone.
struct UnbackedAssurance: Rule {
    static let code = "reassuring-word"
    static let title = "a reassuring word has an assurance or an asset's row behind it"
    static let severity = Severity.warning

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        guard file.record.advisory == nil else { return }
        checkMeanings(file, into: &report)
        guard file.isSound("lang"),
            let vocabulary = ReassuringVocabulary.of(
                language: file.record.lang ?? site.configuration.lang)
        else { return }
        var reported: Set<ReassuringWord.Meaning> = []
        RecordWalk(file).told { text, place in
            for word in ReassuringWords.found(in: text, vocabulary) {
                guard !isBacked(word.meaning, in: file.record, vocabulary), !reported.contains(word.meaning)
                else {
                    continue
                }
                let path = place.path
                guard file.isSound(path), file.isSound("assurances"), file.isSound("assets"),
                    file.isSound("products")
                else { continue }
                reported.insert(word.meaning)
                let span = file.span(path, range: word.range)
                let words = String(decoding: Array(text.utf8)[word.range], as: UTF8.self).onOneLine
                report.add(
                    Self.finding(
                        "\"\(words)\" reassures readers, and nothing in the record says what it means",
                        at: span,
                        help: help(word.meaning, file.record.kind)))
            }
        }
    }

    /// An assurance of the record's own that has the word and not what it means.
    private func checkMeanings(_ file: RecordFile, into report: inout Report) {
        for (index, assurance) in (file.incident?.assurances ?? []).enumerated()
        where assurance.means == nil && file.isSound("assurances", .index(index)) {
            let span = file.span("assurances", .index(index), "says")
            report.add(
                Self.finding(
                    "`\(span.text.onOneLine)` reassures readers, and this assurance does not say what it means",
                    at: span,
                    help: "write what it means as  means: … ; while nobody knows,  means: not_stated"))
        }
    }

    private func isBacked(
        _ meaning: ReassuringWord.Meaning, in record: Record, _ vocabulary: ReassuringVocabulary
    ) -> Bool {
        let assurances = record.incident?.assurances ?? []
        func says(_ words: AssuranceWord...) -> Bool {
            assurances.contains { assurance in
                switch assurance.says {
                case .defined(let word): words.contains(word)
                case .text(let text):
                    (vocabulary.backing[meaning] ?? []).contains {
                        text.lowercased().utf8.containsText($0)
                    }
                }
            }
        }
        let hasClearAsset =
            record.incident?.assets.contains { $0.exposure == .notAffected } ?? false
            || record.statement?.products.contains { $0.status == .notAffected } ?? false
        switch meaning {
        case .contained: return says(.contained)
        case .safe: return hasClearAsset || says(.fundsSafe)
        case .userFunds: return hasClearAsset || says(.fundsSafe) || ownersAreOthers(record)
        case .unaffected: return hasClearAsset || says(.notExploited, .fundsSafe, .operational)
        case .limited: return hasClearAsset || says(.contained, .fundsSafe)
        }
    }

    private func ownersAreOthers(_ record: Record) -> Bool {
        switch record.incident?.losses {
        case .nothing: true
        case .rows(let rows): !rows.isEmpty && rows.allSatisfy { $0.owner != nil && $0.owner != .users }
        default: false
        }
    }

    private func help(_ meaning: ReassuringWord.Meaning, _ kind: RecordKind) -> String {
        if kind == .statement {
            return "name each product under `products` with its status and reason, or leave the word out"
        }
        return switch meaning {
        case .contained:
            "say what it means:  assurances: [{says: contained, means: …, as_of: …}] ; while nobody knows,  means: not_stated"
        case .safe, .userFunds:
            "say what it covers:  assurances: [{says: funds_safe, means: …, scope: …}] , or the assets that are not_affected under `assets`"
        case .unaffected:
            "name what was looked at under `assets`:  {asset: ID, exposure: not_affected, detail: …}"
        case .limited:
            "say to what: the assets that are not_affected under `assets`, or an assurance in your own words"
        }
    }
}
