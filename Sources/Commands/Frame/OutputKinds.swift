import ArgumentParser
import Site

/// `pages,lists,feeds`: the kinds of files that a build makes.
struct OutputKinds: ExpressibleByArgument {
    let kinds: SiteOutputs

    init?(argument: String) {
        var kinds: SiteOutputs = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let kind = SiteOutputs.names.first(where: { $0.name == name })?.kind else { return nil }
            kinds.insert(kind)
        }
        self.kinds = kinds
    }
}
