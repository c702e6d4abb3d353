import Diagnostics
import Syntax

/// A set of small templates and what it renders and reports.
struct SampleTheme {
    let set: TemplateSet
    let report: Report

    init(_ sources: [String: String]) {
        var report = Report()
        let files = sources.map { name, text in
            (name, SourceFile(path: "templates/\(name).mustache", text: text))
        }
        set = TemplateSet(sources: Dictionary(uniqueKeysWithValues: files), into: &report)
        self.report = report
    }

    func render(_ name: String = "page", _ value: TemplateValue = [:]) -> String? {
        var output: [UInt8] = []
        return set.render(name, value, into: &output) ? String(decoding: output, as: UTF8.self) : nil
    }

    /// Each finding as its code and the text that it underlines, in order.
    var findings: [String] {
        report.sorted.map { "\($0.code): \($0.primary.span.text)" }
    }
}

/// What one template renders for a value.
func page(_ template: String, _ value: TemplateValue = [:]) -> String? {
    SampleTheme(["page": template]).render("page", value)
}
