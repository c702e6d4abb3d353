import Diagnostics

/// A seed phrase stands nowhere in what is published.
///
/// Twelve to twenty-four words are all that it takes to empty a wallet. They are found in the whole file, comments and
/// words of your own included, and in the texts beside it, by the word list and the checksum of BIP 39, so that plain prose
/// is not taken for one.
///
/// Take it out, and move what it guards to a new wallet at once: whoever can read the repository has it, and the history
/// keeps it. If it is a published example, such as `abandon abandon … about`, leave it out all the same: scanners of others
/// will find it.
///
/// ```yaml
/// summary: "The phrase was: abandon abandon abandon …"   # wrong, whoever's it is
/// summary: The phrase was typed into a false page.       # right
/// ```
struct SeedPhrase: Rule {
    static let code = "seed-phrase"
    static let title = "a seed phrase stands nowhere in what is published"

    func check(_ file: RecordFile, in site: SiteUnderCheck, into report: inout Report) {
        Self.check(file.file, into: &report)
    }

    static func check(_ file: SourceFile, into report: inout Report) {
        for range in MnemonicPhrase.found(in: file.bytes) {
            report.add(
                finding(
                    "seed phrase with a checksum that holds: whoever reads it can empty its wallet",
                    at: SourceSpan(file: file, range: range),
                    help: "take it out, and move what it guards at once: the repository's history keeps it"))
        }
    }
}
